"""Which claims are one: what analysts decided, then what repeats each other, without contradiction.

A function of claims, matches and decisions alone: the order in which documents arrive makes no difference.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import TypeAlias

from claimtrack.resolve.claims import claim_words
from claimtrack.resolve.sameness import contradict, read

__all__ = ["Pair", "grouped_claims"]

Pair: TypeAlias = frozenset[str]
"""Ids of two claims."""


def grouped_claims(
    wordings: Mapping[str, str],
    matches: Iterable[tuple[str, str, float]],
    merged: Collection[tuple[str, str]],
    apart: Collection[Pair],
) -> dict[str, str]:
    """Which claim (by id) stands for each: the one that others were merged into, else the one in fewest words.

    ``wordings`` are the claims that may be one; ``matches`` the pairs of them to be joined, with scores; ``merged``
    those that an analyst made one, each with what it was merged into, and ``apart`` those that one told apart. Two
    groups with claims that contradict each other, or that were told apart, stay two however much others have in common;
    a claim that an analyst merged with one that it contradicts is told by these decisions alone.
    """
    groups = {key: {key} for key in {*wordings, *(key for pair in merged for key in pair)}}
    for one, other in sorted(merged):
        _unite(groups, one, other)
    chosen = {other for _, other in merged} - {one for one, _ in merged}
    contradictions = _Contradictions(wordings)
    judged = {frozenset(pair) for group in _several(groups) for pair in contradictions.among(group)}
    exempt = {key for pair in judged for key in pair}
    for _, one, other in sorted((-score, min(one, other), max(one, other)) for one, other, score in matches):
        if groups[one] is not groups[other]:
            pairs = [(a, b) for a in groups[one] for b in groups[other]]
            open_ = [(a, b) for a, b in pairs if a not in exempt and b not in exempt]
            if not any(frozenset(pair) in apart for pair in pairs) and not any(map(contradictions.between, open_)):
                _unite(groups, one, other)
    ranks = {
        key: (key not in chosen, len(claim_words(words)), claim_words(words), key) for key, words in wordings.items()
    }
    return {key: min((each for each in groups[key] if each in wordings), key=ranks.__getitem__) for key in wordings}


class _Contradictions:
    """Which claims contradict each other; each pair is compared once."""

    def __init__(self, wordings: Mapping[str, str]) -> None:
        self._wordings = wordings
        self._known: dict[Pair, bool] = {}

    def between(self, pair: tuple[str, str]) -> bool:
        """Whether two claims contradict each other; one that nobody makes contradicts nothing."""
        key = frozenset(pair)
        if key not in self._known:
            said = [read(self._wordings[each]) for each in pair if each in self._wordings]
            self._known[key] = len(said) == 2 and contradict(*said)
        return self._known[key]

    def among(self, group: Collection[str]) -> list[tuple[str, str]]:
        """The pairs of a group that contradict each other."""
        return [pair for pair in combinations(sorted(group), 2) if self.between(pair)]


def _several(groups: Mapping[str, set[str]]) -> list[set[str]]:
    """Those of more than one member, each once."""
    return list({id(group): group for group in groups.values() if len(group) > 1}.values())


def _unite(groups: dict[str, set[str]], one: str, other: str) -> None:
    left, right = groups[one], groups[other]
    if left is not right:
        left |= right
        groups.update(dict.fromkeys(right, left))
