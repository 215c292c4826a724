"""Analysts' topics: given to stored statements at once, and to new ones as they come."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.errors import NotFoundError, UsageError
from claimtrack.search.fulltext import hits, search_words
from claimtrack.store.bulk import chunks
from claimtrack.store.searchable import refresh_words
from claimtrack.store.summaries import TopicSummary, topic_summaries
from claimtrack.store.topics import (
    assign_topic,
    find_analyst_topic,
    remove_analyst_topic,
    save_topic,
    statements_about,
    topic_id,
)

__all__ = ["TopicSummary", "add_topic", "list_topics", "remove_topic"]


def list_topics(session: Session) -> list[TopicSummary]:
    """All topics that analysts made, and those that the extractor gave to live statements, by name."""
    return topic_summaries(session)


def add_topic(session: Session, name: str, words: Sequence[str] = (), description: str | None = None) -> TopicSummary:
    """Make a topic and give it to the stored statements that it fits.

    ``words`` are phrases: it fits a statement that has all words of any of them, stemmed, in its content, in
    what it denies or its document's headline (but not in the headline alone). Without phrases the name is
    the phrase. Raises UsageError for a topic that exists, and for a name or phrase without a word to search
    for.
    """
    name = " ".join(name.split())
    phrases = [search_words(phrase) for phrase in words or (name,)]
    if find_analyst_topic(session, name) is not None:
        raise UsageError(f"the topic {name!r} exists; remove it first to make it anew")
    key = save_topic(session, name, words or (name,), description)
    found = hits(session.get_bind().dialect.name, phrases, assigned=False).subquery()
    fitting = session.scalars(select(found.c.statement_id)).all()
    for chunk in chunks(fitting):
        assign_topic(session, key, chunk)
        refresh_words(session, chunk)
    return next(topic for topic in topic_summaries(session) if topic_id(topic.name) == key)


def remove_topic(session: Session, name: str) -> None:
    """Remove an analyst's topic from all statements; what the extractor itself found stays.

    Raises NotFoundError where no analyst made a topic of that name.
    """
    topic = find_analyst_topic(session, name)
    if topic is None:
        raise NotFoundError(f"no topic {name!r} was added; `claimtrack topics` lists them")
    about = statements_about(session, topic.id)
    remove_analyst_topic(session, topic)
    for chunk in chunks(about):
        refresh_words(session, chunk)
