"""The claim matcher as a network: a BERT, and one score by what it says of two statements and of their difference."""

import torch
from torch import Tensor, nn

from claimtrack.model.sentence import OWN
from claimtrack.model.windows import SEP
from claimtrack.training.sentence_network import SentenceNetwork, between, mean

__all__ = ["MatcherNetwork"]

DROPOUT = 0.1


class MatcherNetwork(nn.Module):
    """Pieces of two marked statements in, the log-odds that they make the same claim out."""

    def __init__(self, encoder: SentenceNetwork) -> None:
        super().__init__()
        self.encoder = encoder
        self.encoder.set_dropout(DROPOUT)
        self.drop = nn.Dropout(DROPOUT)
        self.head = nn.Linear(5 * encoder.shape.width, 1)

    def forward(self, pieces: Tensor) -> Tensor:
        """Log-odds ``[batch]`` of pairs as ``[batch, pieces]``, filled up with zeros.

        The two statements' vectors are joined with their difference and their product (Conneau et al. 2017).
        """
        states, own = self.encoder.states(pieces), between(pieces, OWN)
        ends = (pieces == SEP).to(pieces.dtype)
        behind = ends.cumsum(1) - ends > 0
        one, other = mean(states, own & ~behind), mean(states, own & behind)
        seen = torch.cat([mean(states, pieces != 0), one, other, (one - other).abs(), one * other], dim=1)
        return self.head(self.drop(seen)).squeeze(1)
