"""The matcher as a network: a BERT, and scores by what it says of two texts and of their difference."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from claimtrack.model.matcher import ABOUT, SAME
from claimtrack.model.sentence import OWN
from claimtrack.model.windows import SEP
from claimtrack.training.sentence_lessons import LEVEL, SHARP
from claimtrack.training.sentence_network import SentenceNetwork, between, mean

__all__ = ["MatcherNetwork"]

DROPOUT = 0.1


class MatcherNetwork(nn.Module):
    """Pieces of a statement or a subject and of a marked statement in; the log-odds that they belong together out."""

    def __init__(self, encoder: SentenceNetwork) -> None:
        super().__init__()
        self.encoder = encoder
        self.encoder.set_dropout(DROPOUT)
        self.drop = nn.Dropout(DROPOUT)
        self.head = nn.Linear(5 * encoder.shape.width, 2)
        with torch.no_grad():  # of subjects it begins with what the encoder has learnt
            self.head.weight[ABOUT].zero_()
            self.head.bias[ABOUT] = LEVEL

    def forward(self, pieces: Tensor) -> Tensor:
        """Log-odds ``[batch, 2]`` of pairs as ``[batch, pieces]``, filled up with zeros: same claim, and about it.

        The two texts' vectors are joined with their difference and their product (Conneau et al. 2017); what tells
        whether one is about the other is added to their cosine. The first is all that stands before the other if
        nothing of it is marked.
        """
        states, own = self.encoder.states(pieces), between(pieces, OWN)
        ends = (pieces == SEP).to(pieces.dtype)
        behind = ends.cumsum(1) - ends > 0
        first = (pieces != 0) & ~behind
        marked = own & first
        one = mean(states, marked | (first & ~marked.any(dim=1, keepdim=True)))
        other = mean(states, own & behind)
        seen = torch.cat([mean(states, pieces != 0), one, other, (one - other).abs(), one * other], dim=1)
        said = self.head(self.drop(seen))
        near = (functional.normalize(one, dim=1) * functional.normalize(other, dim=1)).sum(1)
        return torch.stack([said[:, SAME], said[:, ABOUT] + SHARP * near], dim=1)
