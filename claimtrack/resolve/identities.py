"""Who of the stored speakers are one: what analysts decided, then what is likely enough, without contradiction.

A function of the speakers and decisions alone: the order in which documents arrive makes no difference.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TypeAlias

from claimtrack.domain.profiles import Profile
from claimtrack.domain.words import name_words
from claimtrack.resolve.likeness import block, given, likeness, sound

__all__ = ["JOINED", "SUGGESTED", "Pair", "joined", "suggestions"]

JOINED = 0.8
"""How likely two speakers have to be one, to be joined without asking."""
SUGGESTED = 0.5
"""How likely, to be shown to an analyst."""

Pair: TypeAlias = frozenset[str]
"""Ids of two speakers."""


@dataclass(frozen=True, slots=True)
class _Scores:
    """How likely speakers are one; None where something says that they are not."""

    compared: Mapping[Pair, float | None]
    """Of those that sound alike; all others of one block are not one."""
    blocks: Mapping[str, str]
    """Among whom each (by id) is compared."""

    def contradict(self, pair: Pair) -> bool:
        """Whether two were compared, and are not one."""
        compared = len(pair) > 1 and len({self.blocks[key] for key in pair}) == 1
        return compared and self.compared.get(pair) is None

    def likely(self, least: float) -> Iterator[tuple[Pair, float]]:
        """The pairs that are as likely to be one, at least."""
        return ((pair, score) for pair, score in self.compared.items() if score is not None and score >= least)


def joined(profiles: Sequence[Profile], apart: Collection[Pair]) -> dict[str, str]:
    """Who everybody is (ids): the one that stands for all who are one with them.

    ``apart`` are those whom an analyst has told apart. A speaker that could be either of two who are not one
    ("Johnson" beside "Boris Johnson" and "Alan Johnson") is joined with neither.
    """
    known = {profile.id: profile for profile in profiles}
    groups = {key: {key} for key in known}
    merged = sorted((one.id, one.merged_into) for one in profiles if one.merged_into in known)
    for one, other in [*merged, *_of_one_item(profiles)]:
        _unite(groups, one, other)
    scores = _scores(profiles)
    for one, other in _likely(scores):
        pairs = [frozenset({a, b}) for a in groups[one] for b in groups[other]]
        if not any(pair in apart or scores.contradict(pair) for pair in pairs):
            _unite(groups, one, other)
    return {key: min(group, key=lambda member: _rank(known, group, member)) for key, group in groups.items()}


def _of_one_item(profiles: Sequence[Profile]) -> Iterator[tuple[str, str]]:
    """Pairs that an analyst says are the same item of Wikidata."""
    first: dict[str, str] = {}
    for profile in sorted(profiles, key=lambda each: each.id):
        if profile.wikidata is not None:
            yield first.setdefault(profile.wikidata, profile.id), profile.id


def _unite(groups: dict[str, set[str]], one: str, other: str) -> None:
    """Make one group of those of two speakers."""
    left, right = groups[one], groups[other]
    if left is not right:
        left |= right
        groups.update(dict.fromkeys(right, left))


def suggestions(profiles: Sequence[Profile], apart: Collection[Pair]) -> list[tuple[str, str, float]]:
    """Pairs of speakers (ids) that may be one and are not joined, the likeliest first, each with how likely."""
    roots = joined(profiles, apart)
    found: list[tuple[str, str, float]] = []
    for pair, score in _scores(profiles).likely(SUGGESTED):
        one, other = sorted(pair)
        if pair not in apart and roots[one] != roots[other]:
            found.append((one, other, score))
    return sorted(found, key=lambda each: (-each[2], each[0], each[1]))


def _scores(profiles: Sequence[Profile]) -> _Scores:
    blocks = {each.id: block(each.name, each.kind) for each in profiles}
    alike: dict[tuple[str, str], list[Profile]] = {}
    items: dict[str, list[Profile]] = {}
    for each in profiles:
        alike.setdefault((blocks[each.id], sound(each.name, each.kind)), []).append(each)
        if each.wikidata is not None:
            items.setdefault(f"{blocks[each.id]} {each.wikidata}", []).append(each)
    named = (pair for members in alike.values() for pair in _comparable(members))
    known = (pair for members in items.values() for pair in combinations(members, 2))
    return _Scores({frozenset({one.id, other.id}): likeness(one, other) for one, other in chain(named, known)}, blocks)


def _comparable(members: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Of those that sound alike the pairs whose given names do not tell that they are two."""
    told = [given(each.name, each.kind) for each in members]
    sharing: dict[str, list[int]] = {}
    for place, forms in enumerate(told):
        for form in forms or ():
            sharing.setdefault(form, []).append(place)
    pairs = {pair for places in sharing.values() for pair in combinations(places, 2)}
    for place, forms in enumerate(told):
        if forms is None:
            pairs.update((min(place, other), max(place, other)) for other in range(len(members)) if other != place)
    return ((members[one], members[other]) for one, other in sorted(pairs))


def _likely(scores: _Scores) -> Iterator[tuple[str, str]]:
    """The pairs to be joined, the likeliest first, but for those of speakers whom two could be who are not one."""
    near: dict[str, set[str]] = {}
    for pair, _ in scores.likely(JOINED):
        for key in pair:
            near.setdefault(key, set()).update(pair - {key})
    torn = {
        key for key, others in near.items()
        if any(scores.compared.get(frozenset(pair)) is None for pair in combinations(sorted(others), 2))
    }  # fmt: skip
    likely = [(-score, sorted(pair)) for pair, score in scores.likely(JOINED)]
    for _, (one, other) in sorted(likely):
        if one not in torn and other not in torn:
            yield one, other


def _rank(known: Mapping[str, Profile], group: Collection[str], member: str) -> tuple[object, ...]:
    """Whom an analyst merged others into goes first, then full names, the plainest of them."""
    profile = known[member]
    chosen = profile.merged_into is None and any(known[key].merged_into == member for key in group)
    words = name_words(profile.name)
    initials = any(len(word) == 1 for word in words)
    return (not chosen, profile.merged_into is not None, len(words) < 2, initials, len(words), profile.name, member)
