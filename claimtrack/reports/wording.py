"""A claim in words of the statements that speak of it."""

from collections.abc import Sequence

from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.vocabulary import Stance

__all__ = ["wording"]


def wording(statements: Sequence[StoredStatement]) -> str:
    """The shortest content of those that put the claim forward, or else of those that deny it."""
    forward = [each.content for each in statements if each.attribution.stance is not Stance.DENIES]
    return min(forward or [each.content for each in statements], key=lambda words: (len(words), words))
