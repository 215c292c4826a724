"""Topics that an analyst may want, made of those that the extractor found."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy.orm import Session

from claimtrack.errors import NotFoundError, UsageError
from claimtrack.resolve.topics import TopicGroup, fits, group_topics, shortest
from claimtrack.search.fulltext import search_words
from claimtrack.store.machine_topics import MachineTopics, contents_of, machine_topics
from claimtrack.store.topics import analyst_topics, topic_id

__all__ = ["TopicSuggestion", "suggest_topics", "suggested_words"]

_EXAMPLES = 2
_LOOKED_AT = 20
"""Statements of a topic among which examples are looked for: a wire report repeats what others say."""


@dataclass(frozen=True, slots=True)
class TopicSuggestion:
    """A topic to add."""

    name: str
    statements: int
    """How many live statements the extractor gave any of its topics to."""
    words: tuple[str, ...]
    """Phrases that find all of these topics, that of the topic with most statements first."""
    examples: tuple[str, ...]
    """What some of its statements say: the first of the listing that have its name as their topic, then others."""


def suggest_topics(session: Session, limit: int | None = None) -> list[TopicSuggestion]:
    """Groups of the extractor's topics, those with most statements first; what analysts' own have is left out."""
    found = machine_topics(session)
    return [_suggestion(session, group, found) for group in islice(_groups(session, found), limit)]


def suggested_words(session: Session, name: str) -> Sequence[str]:
    """The phrases of the suggestion of a name; NotFoundError where none has it."""
    for group in _groups(session, machine_topics(session)):
        if topic_id(group.names[0]) == topic_id(name):
            return shortest(group.names)
    raise NotFoundError(f"no topic {name!r} is suggested; `claimtrack topics suggest` lists those that are")


def _groups(session: Session, found: MachineTopics) -> list[TopicGroup]:
    known = [phrase for topic in analyst_topics(session) for phrase in (topic.name, *topic.words)]
    new = {name: places for name, places in found.topics.items() if _searchable(name) and not fits(name, known)}
    return group_topics(new)


def _suggestion(session: Session, group: TopicGroup, found: MachineTopics) -> TopicSuggestion:
    own = found.topics[group.names[0]]
    order = dict.fromkeys([*own, *sorted(group.statements)])
    contents = contents_of(session, [found.statements[place] for place in islice(order, _LOOKED_AT)])
    return TopicSuggestion(
        group.names[0], len(group.statements), tuple(shortest(group.names)), tuple(contents[:_EXAMPLES])
    )


def _searchable(name: str) -> bool:
    try:
        return bool(search_words(name))
    except UsageError:
        return False
