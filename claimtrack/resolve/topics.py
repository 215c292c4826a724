"""Topics that speak of one subject, put together: they share a telling word, or the same statements have them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimtrack.domain.places import countries_in
from claimtrack.domain.words import folded_words
from claimtrack.resolve.terms import stem, telling

__all__ = ["TopicGroup", "fits", "group_topics", "shortest"]

_Key = TypeVar("_Key")
_TOGETHER = 2
"""Statements that two topics without a word in common must share, and half of the statements of each."""


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Topics of one subject."""

    names: tuple[str, ...]
    """That of the topic with most statements first: it stands for all of them."""
    statements: frozenset[int]
    """All that any of them has."""


def group_topics(topics: Mapping[str, Collection[int]], least: int = 2) -> list[TopicGroup]:
    """Topics (names, with numbers of their statements) in groups of ``least`` statements or more, largest first.

    The topic with most statements takes to itself all that share with it a telling word that names no country, or many
    statements; then the next of those that are left does. No chains: what a member has in common with a third does not
    count. Equals come in code-point order, so that the order of ``topics`` makes no difference.
    """
    statements = {name: frozenset(found) for name, found in topics.items()}
    words = {name: _words(name) for name in statements}
    by_word = _inverse(words)
    by_statement = _inverse(statements)
    left = set(statements)
    groups = []
    for seed in sorted(statements, key=lambda name: (-len(statements[name]), name)):
        if seed not in left:
            continue
        alike = {name for word in words[seed] for name in by_word[word]}
        members = ((alike | set(_companions(seed, statements, by_statement))) & left) - {seed}
        left -= members | {seed}
        names = (seed, *sorted(members, key=lambda name: (-len(statements[name]), name)))
        groups.append(TopicGroup(names, frozenset().union(*(statements[name] for name in names))))
    large = [group for group in groups if len(group.statements) >= least]
    return sorted(large, key=lambda group: (-len(group.statements), group.names))


def fits(name: str, phrases: Iterable[str]) -> bool:
    """Whether a topic's name has all words of any of the phrases, stemmed."""
    words = _stems(name)
    return any(_stems(phrase) <= words for phrase in phrases)


def shortest(phrases: Sequence[str]) -> list[str]:
    """Those of the phrases that find what all of them find: none of these has all words of another one, stemmed."""
    stems = {phrase: _stems(phrase) for phrase in phrases}
    return [
        phrase
        for place, phrase in enumerate(phrases)
        if not any(stems[other] < stems[phrase] for other in phrases)
        and not any(stems[other] == stems[phrase] for other in phrases[:place])
    ]


def _stems(text: str) -> set[str]:
    return {stem(word) for word in folded_words(text)}


def _words(name: str) -> frozenset[str]:
    countries = {country for country, _ in countries_in(name)}
    return frozenset(telling([name])) - countries


def _companions(
    seed: str, statements: Mapping[str, frozenset[int]], by_statement: Mapping[int, Collection[str]]
) -> Iterator[str]:
    """Topics that many of the seed's statements have too."""
    shared = Counter(name for number in statements[seed] for name in by_statement[number])
    for name, count in shared.items():
        if count >= _TOGETHER and 2 * count >= max(len(statements[name]), len(statements[seed])):
            yield name


def _inverse(found: Mapping[str, Iterable[_Key]]) -> dict[_Key, list[str]]:
    inverse: dict[_Key, list[str]] = {}
    for name, keys in found.items():
        for key in keys:
            inverse.setdefault(key, []).append(name)
    return inverse
