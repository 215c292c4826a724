"""Statements as comparing documents wants them, and the terms under which those that may belong together are found."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import AnswerRow, DocumentRow, StatementRow, StatementSpeakerRow, StatementTermRow
from claimtrack.domain.claims import Remark
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.store.bulk import chunks

__all__ = ["remarks", "save_terms", "sharing"]

TermsOf = Mapping[str, Collection[str]]


def remarks(session: Session, statements: Collection[str]) -> dict[str, Remark]:
    """The live ones among the statements (of type statement), by id."""
    row = StatementRow
    query = select(row.id, row.document_key, DocumentRow.published, row.stance, row.content).join(DocumentRow)
    query = query.where(row.type == AttributionType.STATEMENT, row.retired_by_run_id.is_(None))
    found: dict[str, Remark] = {}
    for chunk in chunks(sorted(statements)):
        answered, parties = _answered(session, chunk), _parties(session, chunk)
        for each in session.execute(query.where(row.id.in_(chunk))):
            own = tuple(answered.get(each.id, ())), tuple(parties.get(each.id, ()))
            found[each.id] = Remark(*each, *own)
    return found


def _answered(session: Session, answers: Sequence[str]) -> dict[str, list[str]]:
    row = AnswerRow
    query = (
        select(row.answer_id, StatementRow.content)
        .join(StatementRow, StatementRow.id == row.answered_id)
        .where(row.answer_id.in_(answers), row.across.is_(False), StatementRow.retired_by_run_id.is_(None))
        .order_by(row.answer_id, row.ordinal)
    )
    return _lists([(each[0], each[1]) for each in session.execute(query)])


def _parties(session: Session, statements: Sequence[str]) -> dict[str, list[str]]:
    row = StatementSpeakerRow
    query = select(row.statement_id, row.name, row.affiliation).where(row.statement_id.in_(statements))
    found = session.execute(query.order_by(row.statement_id, row.ordinal))
    return _lists([(key, name) for key, *names in found for name in names if name])


def save_terms(session: Session, terms: TermsOf, *, answering: bool) -> None:
    """Store the terms of statements (by id) in place of those stored for them in the same part."""
    row = StatementTermRow
    for chunk in chunks(terms):
        session.execute(delete(row).where(row.statement_id.in_(chunk), row.answering.is_(answering)))
    rows = [
        {"term": term, "answering": answering, "statement_id": key} for key, words in terms.items() for term in words
    ]
    if rows:
        session.execute(insert(row), rows)


def sharing(session: Session, terms: Collection[str], *, answering: bool, fewest: int) -> set[str]:
    """Ids of the statements that have at least so many of the terms in a part of theirs."""
    row = StatementTermRow
    query = select(row.statement_id).where(row.term.in_(terms), row.answering.is_(answering))
    return set(session.scalars(query.group_by(row.statement_id).having(func.count() >= fewest)))


def _lists(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return grouped
