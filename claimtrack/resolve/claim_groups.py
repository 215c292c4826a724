"""Which claims are one: what analysts decided, then what repeats each other, without contradiction.

A function of claims, matches and decisions alone: the order in which documents arrive makes no difference.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from claimtrack.resolve.sameness import contradict, read

__all__ = ["Pair", "grouped_claims"]

Pair: TypeAlias = frozenset[str]
"""Ids of two claims."""


def grouped_claims(
    wordings: Mapping[str, str],
    matches: Iterable[tuple[str, str, float]],
    merged: Iterable[tuple[str, str]],
    apart: Collection[Pair],
) -> dict[str, str]:
    """Which claim (by id) stands for each: the one that others were merged into, else the one in fewest words.

    ``wordings`` are the claims that may be one; ``matches`` the pairs of them to be joined, with scores; ``merged``
    those that an analyst made one, each with what it was merged into, and ``apart`` those that one told apart. Two
    groups with claims that contradict each other, or that were told apart, stay two however much others have in common;
    what an analyst merged contradicts nothing.
    """
    groups = {key: {key} for key in wordings}
    decided = [(one, other) for one, other in sorted(merged) if one in groups and other in groups]
    for one, other in decided:
        _unite(groups, one, other)
    into = {other for _, other in decided}
    judged = {key for pair in decided for key in pair}
    for _, one, other in sorted((-score, min(one, other), max(one, other)) for one, other, score in matches):
        pairs = [(a, b) for a in groups[one] for b in groups[other]]
        unjudged = [(a, b) for a, b in pairs if a not in judged and b not in judged]
        contradicted = any(contradict(read(wordings[a]), read(wordings[b])) for a, b in unjudged)
        if not contradicted and not any(frozenset(pair) in apart for pair in pairs):
            _unite(groups, one, other)
    return {
        key: min(group, key=lambda member: (member not in into, len(wordings[member]), wordings[member], member))
        for key, group in groups.items()
    }


def _unite(groups: dict[str, set[str]], one: str, other: str) -> None:
    left, right = groups[one], groups[other]
    if left is not right:
        left |= right
        groups.update(dict.fromkeys(right, left))
