"""How far confidences can be trusted: what share of the attributions with a confidence is right."""

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Bin", "expected_error", "reliability"]

BINS = 10


class Bin(NamedTuple):
    """A tenth of the scale of confidence."""

    low: float
    mean: float
    """Mean confidence of what falls into it."""
    right: float
    """Share of it that is right."""
    number: int


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """The tenths that hold any confidence, in order."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, hit in zip(confidences, right, strict=True):
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, hit))
    return [
        Bin(index / BINS, sum(c for c, _ in held) / len(held), sum(h for _, h in held) / len(held), len(held))
        for index, held in enumerate(bins)
        if held
    ]


def expected_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error over bins of equal width (Naeini et al. 2015), between 0 and 1."""
    total = sum(each.number for each in bins)
    return sum(each.number * abs(each.mean - each.right) for each in bins) / total if total else 0.0
