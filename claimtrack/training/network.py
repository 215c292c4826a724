"""The attribution network: a BERT-shaped encoder, label scores per word, a CRF over them, and link vectors.

Labels and links share one reading of the text: contents never overlap in the corpus, so one label a word is enough,
and what belongs to which cue is a score of pairs.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from claimtrack.model.assemble import TYPES
from claimtrack.model.labels import LABELS, allowed
from claimtrack.model.links import DISTANCES, WIDTH
from claimtrack.model.words import MARKS, SHAPES
from claimtrack.training.rounding import RoundedLinear

__all__ = ["MPNET_PLACES", "AttributionNetwork", "Shape"]

FORBIDDEN = -1e4
MPNET_WORDS, MPNET_PLACES = 5, 2
"""How many words and places an MPNet has beyond those of BERT."""
FAR = 128
"""The distance in pieces from which on all are alike to relative attention."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of an encoder."""

    vocabulary: int
    width: int
    heads: int
    inner: int
    layers: int
    positions: int
    buckets: int = 0
    """How many relative distances attention knows, as MPNet's does; BERT's knows none."""

    @classmethod
    def from_config(cls, path: Path) -> "Shape":
        """The shape that the ``config.json`` of a BERT or MPNet tells; KeyError where it tells another."""
        config = json.loads(path.read_text("utf-8"))
        buckets = config.get("relative_attention_num_buckets", 0)
        return cls(
            vocabulary=config["vocab_size"] - (MPNET_WORDS if buckets else 0),
            width=config["hidden_size"],
            heads=config["num_attention_heads"],
            inner=config["intermediate_size"],
            layers=config["num_hidden_layers"],
            positions=config["max_position_embeddings"] - (MPNET_PLACES if buckets else 0),
            buckets=buckets,
        )


class AttributionNetwork(nn.Module):
    """Pieces in, readings of words out."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.shapes = nn.Embedding(len(SHAPES), shape.width)
        self.marks = nn.Embedding(len(MARKS), shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.dropout = nn.Dropout(dropout)
        self.label = RoundedLinear(shape.width, len(LABELS))
        self.link = RoundedLinear(shape.width, 6 * WIDTH)
        self.extras = RoundedLinear(shape.width, 2 + len(TYPES))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS) + 1, len(LABELS) + 1))
        self.near = nn.Parameter(torch.zeros(2, DISTANCES))
        if shape.buckets:
            self.relative = nn.Embedding(shape.buckets, shape.heads)
        self.register_buffer("allowed", torch.from_numpy(allowed()), persistent=False)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.marks.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The readings of the words whose first pieces are given.

        Emissions ``[batch, words, labels]``, link vectors ``[batch, words, 6 * WIDTH]``, and the scores of having no
        source, of having no cue, and of each type ``[batch, words, 2 + types]``.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        state = self.words(pieces) + self.positions(places) + self.shapes(shapes) + self.marks(marks)
        state = self.dropout(self.norm(state))
        mask = torch.where(pieces == 0, -1e4, 0.0).repeat_interleave(self.shape.heads, 0)[:, None, :]
        if self.shape.buckets:
            apart = self.relative(buckets(places[None, :] - places[:, None], self.shape.buckets)).permute(2, 0, 1)
            mask = (mask.unflatten(0, (-1, self.shape.heads)) + apart).flatten(0, 1)
        for layer in self.layers:
            state = layer(state, mask)
        chosen = firsts[:, :, None].expand(-1, -1, state.shape[2])
        words = self.dropout(torch.gather(state, 1, chosen))
        return self.label(words), self.link(words), self.extras(words)

    def moves(self) -> Tensor:
        """The transition scores, forbidden ones far below all others."""
        return self.transitions.masked_fill(~self.allowed, FORBIDDEN)

    def load_encoder(self, weights: Mapping[str, Tensor]) -> None:
        """Take over a BERT checkpoint's embeddings and layers."""
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.positions.weight.add_(weights["embeddings.token_type_embeddings.weight"][0])
            if self.shape.buckets:
                self.relative.weight.copy_(weights["encoder.relative_attention_bias.weight"])
            _copy(self.norm, weights, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                layer.load(weights, f"encoder.layer.{number}")


class Layer(nn.Module):
    """One transformer layer, normed after each half (Devlin et al. 2019)."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.gather = RoundedLinear(shape.width, 3 * shape.width)
        self.mix = RoundedLinear(shape.width, shape.width)
        self.mixed = nn.LayerNorm(shape.width, eps=1e-12)
        self.widen = RoundedLinear(shape.width, shape.inner)
        self.narrow = RoundedLinear(shape.inner, shape.width)
        self.narrowed = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, state: Tensor, mask: Tensor) -> Tensor:
        """The next state ``[batch, pieces, width]``."""
        batch, pieces, width = state.shape
        split = self.gather(state).view(batch, pieces, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).flatten(1, 2)
        # faster than scaled_dot_product_attention on a CPU: twice in all, four times on short windows
        scores = torch.baddbmm(mask.to(query.dtype), query, key.transpose(1, 2), alpha=(width // self.heads) ** -0.5)
        seen = torch.bmm(scores.softmax(-1), value).view(batch, self.heads, pieces, -1)
        seen = seen.transpose(1, 2).reshape(batch, pieces, width)
        state = self.mixed(state + self.dropout(self.mix(seen)))
        return self.narrowed(state + self.dropout(self.narrow(functional.gelu(self.widen(state)))))

    def load(self, weights: Mapping[str, Tensor], name: str) -> None:
        """Take over one layer of a BERT checkpoint."""
        for kind in ("weight", "bias"):
            parts = [weights[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            getattr(self.gather, kind).copy_(torch.cat(parts))
        _copy(self.mix, weights, f"{name}.attention.output.dense")
        _copy(self.mixed, weights, f"{name}.attention.output.LayerNorm")
        _copy(self.widen, weights, f"{name}.intermediate.dense")
        _copy(self.narrow, weights, f"{name}.output.dense")
        _copy(self.narrowed, weights, f"{name}.output.LayerNorm")


def _copy(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])


def buckets(apart: Tensor, number: int) -> Tensor:
    """The number of each distance: a half of them for either side, near ones exact, far ones by logarithm (T5)."""
    half = number // 2
    exact = half // 2
    far = apart.abs().clamp(min=exact)
    rough = exact + (torch.log(far / exact) / math.log(FAR / exact) * (half - exact)).long().clamp(max=half - exact - 1)
    return torch.where(apart > 0, half, 0) + torch.where(apart.abs() < exact, apart.abs(), rough)
