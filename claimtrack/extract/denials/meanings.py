"""How likely one statement denies another by what the two mean.

The signs of ``pairs.py`` see words: "Every cent is in the books" has none that an accusation of theft has. Vectors of
both contents (``extract/meaning.py``) join the signs in one logistic model, whose weights stand in ``denials.toml``.
"""

import math
from collections.abc import Sequence

from claimtrack.extract.denials.pairs import SIGNS, likelihood
from claimtrack.extract.lexicons import table
from claimtrack.extract.meaning import Encode, Vector

__all__ = ["BY_MEANING", "WORTH", "Meanings"]

BY_MEANING = "answers by meaning"
WORTH = 0.02
"""How likely an answer is by its signs before its meaning is looked at: a quarter of an article's statements are."""


class Meanings:
    """Contents with their vectors, each computed once."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._known: dict[str, Vector] = {}

    def likelihood(self, signs: Sequence[float], answer: str, answered: str) -> float:
        """How likely one content answers another, between 0 and 1; ``signs`` are those of the pair."""
        if likelihood("answers", signs) < WORTH:
            return 0.0
        weights = table("denials")[BY_MEANING]
        total = weights["bias"] + sum(weights[name] * value for name, value in zip(SIGNS, signs, strict=True))
        total += _product(weights["of answers"], self._vector(answer))
        total += _product(weights["of what they answer"], self._vector(answered))
        return 1 / (1 + math.exp(-total))

    def _vector(self, content: str) -> Vector:
        if content not in self._known:
            self._known[content] = self._encode([content])[0]
        return self._known[content]


def _product(weights: Sequence[float], vector: Vector) -> float:
    return sum(weight * value for weight, value in zip(weights, vector, strict=True))
