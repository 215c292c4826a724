"""Which statements may make one claim, which claims follow from them to be one, and what stands for each."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from claimtrack.db.tables import (
    AnswerRow,
    ClaimAppearanceRow,
    ClaimRow,
    StatementMatchRow,
    StatementRow,
    StatementVectorRow,
)
from claimtrack.domain.claims import Match, Voice
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.store.bulk import add_missing, chunks

__all__ = [
    "answers_something",
    "claims_of",
    "drop_matches",
    "matching_claims",
    "members_of_groups",
    "save_matches",
    "set_claim_roots",
    "voices",
    "wordings_of",
]


def voices(session: Session, documents: Collection[str], encoder: str | None) -> dict[str, list[Voice]]:
    """The live statements (of type statement) of documents, by their keys, in the order of the text."""
    row, vector = StatementRow, StatementVectorRow
    query = (
        select(row.document_key, row.id, row.content, vector.vector)
        .outerjoin(vector, (vector.statement_id == row.id) & (vector.encoder == encoder))
        .where(row.type == AttributionType.STATEMENT, row.retired_by_run_id.is_(None))
        .order_by(row.position, row.id)
    )
    found: dict[str, list[Voice]] = {}
    for chunk in chunks(sorted(documents)):
        for each in session.execute(query.where(row.document_key.in_(chunk))):
            found.setdefault(each[0], []).append(Voice(*each[1:]))
    return found


def save_matches(session: Session, matches: Iterable[Match]) -> None:
    """Store which statements may make one claim."""
    rows = [{"statement_id": each.statement, "other_id": each.other, "score": each.score} for each in matches]
    add_missing(session, StatementMatchRow, rows)


def drop_matches(session: Session, documents: Collection[str]) -> set[str]:
    """Forget the matches of all statements of documents (by key); ids of all statements that took part."""
    row = StatementMatchRow
    involved: set[str] = set()
    for own in chunks(_statements_of(session, documents)):
        for column in (row.statement_id, row.other_id):
            found = session.execute(select(row.statement_id, row.other_id).where(column.in_(own))).all()
            involved.update(key for pair in found for key in pair)
            if found:
                session.execute(delete(row).where(column.in_(own)))
    return involved


def _statements_of(session: Session, documents: Collection[str]) -> list[str]:
    """Ids of all statements of documents, live or not."""
    query = select(StatementRow.id)
    return [
        key
        for chunk in chunks(sorted(documents))
        for key in session.scalars(query.where(StatementRow.document_key.in_(chunk)))
    ]


def claims_of(session: Session, statements: Collection[str]) -> set[str]:
    """Ids of the claims that statements (by id) appear in."""
    row = ClaimAppearanceRow
    found: set[str] = set()
    for chunk in chunks(sorted(statements)):
        found.update(session.scalars(select(row.claim_id).where(row.statement_id.in_(chunk))))
    return found


def members_of_groups(session: Session, claims: Collection[str]) -> set[str]:
    """Ids of all claims that stand in one group with any of the given ones, or for which one of these stood."""
    row = ClaimRow
    found: set[str] = set()
    for chunk in chunks(sorted(claims)):
        roots = {*chunk, *session.scalars(select(row.root_id).where(row.id.in_(chunk)))}
        for some in chunks(sorted(roots)):
            found.update(session.scalars(select(row.id).where(row.root_id.in_(some))))
    return found


def matching_claims(session: Session, claims: Collection[str], least: float) -> set[tuple[str, str, float]]:
    """Pairs of claims (ids) that statements make which match as well, at least; one of each is among the given ones.

    Only statements that answer nothing count: "such claims" repeats nobody.
    """
    row, own, other = StatementMatchRow, aliased(ClaimAppearanceRow), aliased(ClaimAppearanceRow)
    query = (
        select(own.claim_id, other.claim_id, row.score)
        .select_from(row)
        .join(own, (own.statement_id == row.statement_id) & (own.ordinal == 0))
        .join(other, (other.statement_id == row.other_id) & (other.ordinal == 0))
        .where(row.score >= least, own.claim_id != other.claim_id)
        .where(~answers_something(row.statement_id), ~answers_something(row.other_id))
    )
    found: set[tuple[str, str, float]] = set()
    for chunk in chunks(sorted(claims)):
        for column in (own.claim_id, other.claim_id):
            found.update((each[0], each[1], each[2]) for each in session.execute(query.where(column.in_(chunk))))
    return found


def answers_something(statement: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """That a statement (by id) denies or confirms a live one."""
    answered = aliased(StatementRow)
    live = (AnswerRow.answer_id == statement) & answered.retired_by_run_id.is_(None)
    return select(AnswerRow.answer_id).join(answered, answered.id == AnswerRow.answered_id).where(live).exists()


def wordings_of(session: Session, claims: Collection[str]) -> dict[str, str]:
    """The words of claims by id; those that are not stored are left out."""
    row = ClaimRow
    found: dict[str, str] = {}
    for chunk in chunks(sorted(claims)):
        found.update(
            (each[0], each[1]) for each in session.execute(select(row.id, row.proposition).where(row.id.in_(chunk)))
        )
    return found


def set_claim_roots(session: Session, roots: Mapping[str, str]) -> None:
    """Write down which claim stands for each (ids)."""
    row = ClaimRow
    changed: dict[str, list[str]] = {}
    for chunk in chunks(sorted(roots)):
        for claim, root in session.execute(select(row.id, row.root_id).where(row.id.in_(chunk))):
            if root != roots[claim]:
                changed.setdefault(roots[claim], []).append(claim)
    for root, claims in sorted(changed.items()):
        for chunk in chunks(sorted(claims)):
            session.execute(update(row).where(row.id.in_(chunk)).values(root_id=root))
