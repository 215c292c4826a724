"""The sentence encoder as a network: a BERT, and the mean of what it says of the pieces that a vector stands for."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from claimtrack.model.sentence import OWN
from claimtrack.training.encoder import CONFIG
from claimtrack.training.network import Layer, Shape
from claimtrack.training.weights import load_weights

__all__ = ["SentenceNetwork", "between", "mean"]


class SentenceNetwork(nn.Module):
    """Pieces in, one vector of length 1 a text out: the mean over its marked pieces, or over all where none is."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, 0.0) for _ in range(shape.layers))

    def forward(self, pieces: Tensor) -> Tensor:
        """Vectors ``[batch, width]`` of texts as ``[batch, pieces]``, filled up with zeros."""
        own = between(pieces, OWN)
        chosen = own | ((pieces != 0) & ~own.any(dim=1, keepdim=True))
        return functional.normalize(mean(self.states(pieces), chosen), dim=1)

    def states(self, pieces: Tensor) -> Tensor:
        """What the last layer says of each piece ``[batch, pieces, width]``."""
        state = self.norm(self.words(pieces) + self.positions(torch.arange(pieces.shape[1])))
        mask = torch.where(pieces == 0, -1e4, 0.0).repeat_interleave(self.shape.heads, 0)[:, None, :]
        for layer in self.layers:
            state = layer(state, mask)
        return state

    @classmethod
    def pretrained(cls, folder: Path) -> "SentenceNetwork":
        """The network with the weights of a checkpoint."""
        network, weights = cls(Shape.from_config(folder / CONFIG)), load_weights(folder)
        with torch.no_grad():
            network.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            network.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            network.positions.weight.add_(weights["embeddings.token_type_embeddings.weight"][0])
            network.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            network.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(network.layers):
                layer.load(weights, f"encoder.layer.{number}")
        network.eval()
        return network

    def set_dropout(self, share: float) -> None:
        """How much of each layer's numbers is left out in training."""
        for module in self.modules():
            if isinstance(module, nn.Dropout):
                module.p = share


def mean(states: Tensor, chosen: Tensor) -> Tensor:
    """The mean ``[batch, width]`` of the states ``[batch, pieces, width]`` of the pieces that are chosen."""
    weights = chosen.to(states.dtype)[:, :, None]
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)


def between(pieces: Tensor, mark: int) -> Tensor:
    """Which pieces ``[batch, pieces]`` stand between a mark and the next number, that mark included."""
    begun, ended = ((pieces == each).to(pieces.dtype).cumsum(1) for each in (mark, mark + 1))
    return begun > ended
