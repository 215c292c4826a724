"""Statements as comparing documents wants them, and the terms by which documents of one affair are found."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import AnswerRow, DocumentRow, DocumentTermRow, StatementRow, StatementSpeakerRow
from claimtrack.domain.claims import Remark
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.store.bulk import chunks, grouped

__all__ = ["documents_of", "documents_sharing", "remarks", "save_document_terms", "texts"]

_BETWEEN = "\n"
"""No term has a line break."""


def documents_of(session: Session, statements: Collection[str]) -> set[str]:
    """Keys of the documents that have the statements (by id)."""
    row = StatementRow
    found: set[str] = set()
    for chunk in chunks(sorted(statements)):
        found.update(session.scalars(select(row.document_key).distinct().where(row.id.in_(chunk))))
    return found


def texts(session: Session, documents: Collection[str]) -> dict[str, tuple[str, str, date | None]]:
    """Headline, text and day of publication of documents, by key."""
    row = DocumentRow
    query = select(row.key, row.title, row.text, row.published)
    return {
        key: (title or "", text, published)
        for chunk in chunks(sorted(documents))
        for key, title, text, published in session.execute(query.where(row.key.in_(chunk)))
    }


def save_document_terms(session: Session, terms: Mapping[str, Collection[str]]) -> None:
    """Store the terms of documents (by key) in place of those stored for them."""
    row = DocumentTermRow
    for chunk in chunks(sorted(terms)):
        session.execute(delete(row).where(row.document_key.in_(chunk)))
    rows = [{"term": term, "document_key": key} for key, words in terms.items() for term in sorted(set(words))]
    if rows:
        session.execute(insert(row), rows)


def documents_sharing(
    session: Session, terms: Collection[str], fewest: int, around: date | None, days: int
) -> dict[str, list[str]]:
    """The documents (by key) that have at least so many of the terms, each with all of its own.

    Those published more than so many days before or after a day are left out; an unknown day may be any.
    """
    row, published = DocumentTermRow, DocumentRow.published
    sharing = select(row.document_key).where(row.term.in_(terms)).group_by(row.document_key)
    wanted = select(DocumentRow.key).where(DocumentRow.key.in_(sharing.having(func.count() >= fewest)))
    if around is not None:
        first, last = around - timedelta(days), around + timedelta(days)
        wanted = wanted.where(published.is_(None) | published.between(first, last))
    every = func.aggregate_strings(row.term, _BETWEEN)
    query = select(row.document_key, every).where(row.document_key.in_(wanted)).group_by(row.document_key)
    return {key: own.split(_BETWEEN) for key, own in session.execute(query.order_by(row.document_key))}


def remarks(session: Session, documents: Collection[str]) -> dict[str, list[Remark]]:
    """The live statements (of type statement) of documents, by their keys, in the order of the text."""
    row = StatementRow
    query = select(row.id, row.document_key, DocumentRow.published, row.stance, row.cue, row.content).join(DocumentRow)
    query = query.where(row.type == AttributionType.STATEMENT, row.retired_by_run_id.is_(None))
    found: dict[str, list[Remark]] = {}
    for chunk in chunks(sorted(documents)):
        for batch in chunks(session.execute(query.where(row.document_key.in_(chunk)).order_by(row.position, row.id))):
            ids = [each.id for each in batch]
            answered, parties = _answered(session, ids), _parties(session, ids)
            for each in batch:
                own = tuple(answered.get(each.id, ())), tuple(parties.get(each.id, ()))
                found.setdefault(each.document_key, []).append(Remark(*each, *own))
    return found


def _answered(session: Session, answers: Sequence[str]) -> dict[str, list[str]]:
    row = AnswerRow
    query = (
        select(row.answer_id, StatementRow.content)
        .join(StatementRow, StatementRow.id == row.answered_id)
        .where(row.answer_id.in_(answers), row.across.is_(False), StatementRow.retired_by_run_id.is_(None))
        .order_by(row.answer_id, row.ordinal)
    )
    return grouped([(each[0], each[1]) for each in session.execute(query)])


def _parties(session: Session, statements: Sequence[str]) -> dict[str, list[str]]:
    row = StatementSpeakerRow
    query = select(row.statement_id, row.name, row.affiliation).where(row.statement_id.in_(statements))
    found = session.execute(query.order_by(row.statement_id, row.ordinal))
    return grouped([(key, name) for key, *names in found for name in names if name])
