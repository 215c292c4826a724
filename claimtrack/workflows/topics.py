"""Analysts' topics: given to stored statements at once, and to new ones as they come."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from claimtrack.db.tables import TopicRow
from claimtrack.errors import NotFoundError, UsageError
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
from claimtrack.workflows.fitting import fitting
from claimtrack.workflows.topic_values import TopicValues, topic_values

__all__ = ["TopicSummary", "add_topic", "edit_topic", "list_topics", "remove_topic", "replace_topic", "summary_of"]


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
    values = topic_values(name, words, description)
    if find_analyst_topic(session, values.name) is not None:
        raise UsageError(
            f"the topic {values.name!r} exists; remove it first to make it anew, or change it with "
            "`claimtrack topics edit`"
        )
    replace_topic(session, None, values)
    return summary_of(session, values.name)


def edit_topic(
    session: Session,
    name: str,
    new_name: str | None = None,
    words: Sequence[str] = (),
    description: str | None = None,
) -> TopicSummary:
    """Change what is given of an analyst's topic, and give it to the statements that it fits then.

    What the extractor found stays. A name alone does not change the phrases; an empty description takes it away.
    Raises NotFoundError where no analyst made a topic of that name, and UsageError where nothing is to be changed, for
    the name of another analyst's topic, and for a name or phrase without a word to search for.
    """
    topic = _made(session, name)
    if new_name is None and not words and description is None:
        raise UsageError("there is nothing to change; give --name, --words or --description")
    values = topic_values(
        topic.name if new_name is None else new_name,
        words or topic.words,
        topic.description if description is None else description,
    )
    if topic_id(values.name) != topic.id and find_analyst_topic(session, values.name) is not None:
        raise UsageError(
            f"the topic {values.name!r} exists; take another name, or join the two: give {values.name!r} the --words "
            f"of {topic.name!r} too, and remove {topic.name!r}"
        )
    replace_topic(session, topic, values)
    return summary_of(session, values.name)


def remove_topic(session: Session, name: str) -> None:
    """Remove an analyst's topic from all statements; what the extractor itself found stays.

    Raises NotFoundError where no analyst made a topic of that name.
    """
    topic = _made(session, name)
    about = statements_about(session, topic.id)
    remove_analyst_topic(session, topic)
    for chunk in chunks(about):
        refresh_words(session, chunk)


def replace_topic(session: Session, topic: TopicRow | None, values: TopicValues) -> None:
    """Put a topic of these values in the place of an analyst's, or of none, on all statements that it fits."""
    changed: set[str] = set()
    if topic is not None:
        changed.update(statements_about(session, topic.id))
        remove_analyst_topic(session, topic)
    key = save_topic(session, values.name, values.words, values.description)
    for scores in fitting(session, values.words):
        assign_topic(session, key, scores)
        changed.update(scores)
    for chunk in chunks(sorted(changed)):
        refresh_words(session, chunk)


def summary_of(session: Session, name: str) -> TopicSummary:
    """An analyst's topic with what is stored of it; StopIteration where there is none."""
    key = topic_id(name)
    return next(topic for topic in topic_summaries(session) if topic_id(topic.name) == key)


def _made(session: Session, name: str) -> TopicRow:
    topic = find_analyst_topic(session, name)
    if topic is None:
        raise NotFoundError(f"no topic {name!r} was added; `claimtrack topics` lists them")
    return topic
