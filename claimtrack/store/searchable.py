"""The words by which statements are found; the database's own index follows this table by itself.

A later issue puts vectors for search by meaning beside these words: they are made of the same fields.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import Row, delete, select
from sqlalchemy.orm import Session, aliased

from claimtrack.db.tables import (
    DenialRow,
    DocumentRow,
    StatementRow,
    StatementSearchRow,
    StatementTopicRow,
    TopicRow,
)
from claimtrack.domain.words import folded_words
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
    topics, denied = _topics(session, keys), _denied_contents(session, keys)
    rows = [
        {
            "statement_id": each.id,
            "content": _words(each.content),
            "context": _words(" ".join(denied.get(each.id, ()))),
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
    return _grouped(session.execute(query.where(row.statement_id.in_(statements)).order_by(TopicRow.name)))


def _denied_contents(session: Session, statements: Collection[str]) -> dict[str, list[str]]:
    """What denials deny, in its own words: "such claims" is found by what the claims say."""
    denied = aliased(StatementRow)
    query = (
        select(DenialRow.denial_id, denied.content)
        .join(denied, denied.id == DenialRow.denied_id)
        .where(DenialRow.denial_id.in_(statements), denied.retired_by_run_id.is_(None))
        .order_by(DenialRow.ordinal)
    )
    return _grouped(session.execute(query))


def _grouped(pairs: Iterable[Row[str, str]]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return grouped
