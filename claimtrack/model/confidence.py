"""How sure an attribution is: the probability that it is right, from what the model says of its parts.

Right means what the literature counts as a found relation: the content overlaps a gold one with a token F1 of at least
a half, and the sources overlap or both have none. A logistic model over a few log-probabilities, fitted on documents
that the network was not trained on (Platt 1999), so that of attributions with confidence 0.8 four in five are right.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claimtrack.model.assemble import Found
from claimtrack.model.labels import Chunk, Floats

__all__ = ["SIGNS", "Calibration", "signs"]

SIGNS = ("cue", "source", "content begins", "content ends", "source link", "cue link", "no source")
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weights of the logistic model."""

    bias: float
    weights: Sequence[float]
    """One for each of ``SIGNS``."""

    def __post_init__(self) -> None:
        if len(self.weights) != len(SIGNS):
            raise ValueError(f"calibration has {len(self.weights)} weights, not {len(SIGNS)}")

    def probability(self, values: Sequence[float]) -> float:
        """The confidence that follows from an attribution's signs."""
        total = self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-100.0, total)))


def signs(found: Found, labels: Sequence[int], shares: Floats) -> tuple[float, ...]:
    """The signs of an attribution: log-odds of its least likely labels and links, in the order of ``SIGNS``.

    ``shares`` is how likely each label of each word is ``[words, labels]``.
    """

    def least(words: Sequence[int]) -> float:
        return _log_odds(min(float(shares[word, labels[word]]) for word in words))

    def inside(chunks: Sequence[Chunk]) -> list[int]:
        return [word for chunk in chunks for word in range(chunk.start, chunk.end)]

    return (
        least(inside(found.cue)),
        least(inside(found.source)) if found.source else 0.0,
        least([chunk.start for chunk in found.content]),
        least([chunk.end - 1 for chunk in found.content]),
        _log_odds(found.source_share),
        _log_odds(found.cue_share),
        float(not found.source),
    )


def _log_odds(share: float) -> float:
    bounded = float(np.clip(share, _LEAST, 1 - _LEAST))
    return math.log(bounded / (1 - bounded))
