"""The words by which statements are found; the database's own index follows this table by itself."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import (
    DocumentRow,
    StatementRow,
    StatementSearchRow,
    StatementTopicRow,
    TopicRow,
)
from claimtrack.domain.words import folded_words
from claimtrack.store.answers import contexts_of
from claimtrack.store.bulk import add_or_refresh

__all__ = ["refresh_words"]

# PostgreSQL refuses a row with more than 1 MB of distinct lexemes.
_MOST_CHARACTERS = 100_000


def refresh_words(session: Session, statements: Collection[str]) -> None:
    """Make statements (by id) findable by their present words, and retired ones not at all."""
    row = StatementRow
    query = select(row.id, row.content, DocumentRow.title).join(DocumentRow)
    live = session.execute(query.where(row.id.in_(statements), row.retired_by_run_id.is_(None))).all()
    keys = [statement.id for statement in live]
    gone = set(statements) - set(keys)
    if gone:
        session.execute(delete(StatementSearchRow).where(StatementSearchRow.statement_id.in_(gone)))
    topics, contexts = _topics(session, keys), contexts_of(session, keys)
    rows = [
        {
            "statement_id": each.id,
            "content": _words(each.content),
            "context": _words(" ".join(contexts.get(each.id, ()))),
            "topics": _words(" ".join(topics.get(each.id, ()))),
            "headline": _words(each.title or ""),
        }
        for each in live
    ]
    add_or_refresh(session, StatementSearchRow, rows, by=["statement_id"])


def _words(text: str) -> str:
    return " ".join(folded_words(text))[:_MOST_CHARACTERS]


def _topics(session: Session, statements: Collection[str]) -> dict[str, list[str]]:
    row = StatementTopicRow
    query = select(row.statement_id, TopicRow.name).distinct().join(TopicRow, TopicRow.id == row.topic_id)
    topics: dict[str, list[str]] = {}
    for key, name in session.execute(query.where(row.statement_id.in_(statements)).order_by(TopicRow.name)):
        topics.setdefault(key, []).append(name)
    return topics
