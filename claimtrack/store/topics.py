"""Topics: found by the extractor, or made by an analyst; one never overwrites the other's assignments."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import StatementTopicRow, TopicRow
from claimtrack.domain.keys import hash_key
from claimtrack.domain.vocabulary import Maker
from claimtrack.domain.words import fold, folded_words, preferred_spelling
from claimtrack.store.bulk import add_missing, add_or_refresh

__all__ = [
    "analyst_topics",
    "assign_topic",
    "find_analyst_topic",
    "remove_analyst_topic",
    "save_machine_topics",
    "save_topic",
    "statements_about",
    "topic_id",
    "unassign_topic",
]


def topic_id(name: str) -> str:
    """The key of a topic; case, accents and punctuation make no difference."""
    return hash_key("topic", " ".join(folded_words(name)) or fold(name))


def save_machine_topics(session: Session, topics: Mapping[str, Sequence[str]]) -> None:
    """Store what the extractor says statements (by id) are about, in place of what it said before."""
    session.execute(
        delete(StatementTopicRow).where(
            StatementTopicRow.statement_id.in_(topics), StatementTopicRow.made_by == Maker.MACHINE
        )
    )
    _save_names(session, [name for names in topics.values() for name in names])
    pairs = {(statement, topic_id(name)) for statement, names in topics.items() for name in names}
    add_missing(
        session,
        StatementTopicRow,
        [
            {"statement_id": statement, "topic_id": topic, "made_by": Maker.MACHINE, "score": None}
            for statement, topic in sorted(pairs)
        ],
    )


def save_topic(session: Session, name: str, words: Sequence[str], description: str | None) -> str:
    """Store an analyst's topic, in place of the extractor's of that name if there is one; its id."""
    key = topic_id(name)
    row = TopicRow(id=key, name=name, words=list(words), description=description, made_by=Maker.ANALYST)
    session.merge(row)
    session.flush()
    return key


def assign_topic(session: Session, topic: str, scores: Mapping[str, float]) -> None:
    """Assign an analyst's topic to statements (by id), each with how well it fits, between 0 and 1."""
    rows = [
        {"statement_id": statement, "topic_id": topic, "made_by": Maker.ANALYST, "score": score}
        for statement, score in scores.items()
    ]
    add_or_refresh(session, StatementTopicRow, rows, by=["statement_id", "topic_id", "made_by"])


def unassign_topic(session: Session, topic: str, statements: Collection[str]) -> None:
    """Take an analyst's topic back from statements."""
    row = StatementTopicRow
    session.execute(
        delete(row).where(row.topic_id == topic, row.made_by == Maker.ANALYST, row.statement_id.in_(statements))
    )


def statements_about(session: Session, topic: str) -> Sequence[str]:
    """Ids of the statements, retired ones included, that have a topic."""
    row = StatementTopicRow
    return session.scalars(select(row.statement_id).distinct().where(row.topic_id == topic)).all()


def find_analyst_topic(session: Session, name: str) -> TopicRow | None:
    """The topic of that name if an analyst made it."""
    topic = session.get(TopicRow, topic_id(name))
    return topic if topic is not None and topic.made_by is Maker.ANALYST else None


def remove_analyst_topic(session: Session, topic: TopicRow) -> None:
    """Remove a topic, or leave it to the extractor where that found it as well."""
    row = StatementTopicRow
    session.execute(delete(row).where(row.topic_id == topic.id, row.made_by == Maker.ANALYST))
    if session.scalar(select(row.statement_id).where(row.topic_id == topic.id).limit(1)) is None:
        session.delete(topic)
    else:
        topic.made_by, topic.words, topic.description = Maker.MACHINE, [], None
    session.flush()


def analyst_topics(session: Session) -> Sequence[TopicRow]:
    """The topics that analysts made, by id."""
    query = select(TopicRow).where(TopicRow.made_by == Maker.ANALYST).order_by(TopicRow.id)
    return session.scalars(query).all()


def _save_names(session: Session, names: Sequence[str]) -> None:
    spellings: dict[str, str] = {}
    for name in names:
        key = topic_id(name)
        spellings[key] = preferred_spelling(name, spellings.get(key, name))
    stored = {row.id: row for row in session.scalars(select(TopicRow).where(TopicRow.id.in_(spellings)))}
    for key, name in sorted(spellings.items()):
        row = stored.get(key)
        if row is None:
            session.add(TopicRow(id=key, name=name, words=[], description=None, made_by=Maker.MACHINE))
        elif row.made_by is Maker.MACHINE:
            row.name = preferred_spelling(name, row.name)
    session.flush()
