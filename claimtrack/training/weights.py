"""The weights of a pretrained encoder: a BERT's, or an MPNet's made to look like one (Song et al. 2020)."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from claimtrack.model.windows import CLS, PAD, SEP
from claimtrack.training.encoder import MASK, WEIGHTS
from claimtrack.training.network import MPNET_PLACES

__all__ = ["load_weights"]

RELATIVE = "encoder.relative_attention_bias.weight"
MPNET = {
    "attention.attn.q.": "attention.self.query.",
    "attention.attn.k.": "attention.self.key.",
    "attention.attn.v.": "attention.self.value.",
    "attention.attn.o.": "attention.output.dense.",
    "attention.LayerNorm.": "attention.output.LayerNorm.",
}
"""What MPNet calls the parts of a layer, and what BERT does."""


def load_weights(folder: Path) -> dict[str, Tensor]:
    """The weights of an encoder under BERT's names and with BERT's vocabulary, those of an MPNet too."""
    weights: dict[str, Tensor] = load_file(folder / WEIGHTS)
    if RELATIVE not in weights:
        return weights
    out = {_bert_name(name): tensor for name, tensor in weights.items()}
    words, positions = weights["embeddings.word_embeddings.weight"], weights["embeddings.position_embeddings.weight"]
    order = torch.arange(4, len(words) - 1)
    order[[PAD, CLS, SEP, MASK]] = torch.tensor([1, 0, 2, len(words) - 1])
    out["embeddings.word_embeddings.weight"] = words[order]
    out["embeddings.position_embeddings.weight"] = positions[MPNET_PLACES:]
    out["embeddings.token_type_embeddings.weight"] = torch.zeros(1, words.shape[1])
    return out


def _bert_name(name: str) -> str:
    for old, new in MPNET.items():
        name = name.replace(old, new)
    return name
