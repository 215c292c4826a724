"""The stance reader as a network: a BERT, and scores of stances by the whole of what it reads and by the statement."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from claimtrack.model.stances import CONTENT, CUE, STANCES
from claimtrack.training.sentence_network import SentenceNetwork, between, mean

__all__ = ["StanceNetwork"]

DROPOUT = 0.1


class StanceNetwork(nn.Module):
    """Pieces of marked statements in, a score of each stance out."""

    def __init__(self, encoder: SentenceNetwork) -> None:
        super().__init__()
        self.encoder = encoder
        self.encoder.set_dropout(DROPOUT)
        self.drop = nn.Dropout(DROPOUT)
        self.head = nn.Linear(2 * encoder.shape.width, len(STANCES))

    def forward(self, pieces: Tensor) -> Tensor:
        """Logarithms of likelihoods ``[batch, stances]`` of statements as ``[batch, pieces]``, filled up with zeros."""
        states = self.encoder.states(pieces)
        inside = between(pieces, CONTENT) | between(pieces, CUE)
        scores = self.head(self.drop(torch.cat([mean(states, pieces != 0), mean(states, inside)], dim=1)))
        return functional.log_softmax(scores, dim=1)
