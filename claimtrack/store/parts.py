"""What belongs to statements and lies in other tables, read for a batch of them by one query each."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from claimtrack.db.tables import (
    ClaimAppearanceRow,
    ClaimRow,
    DenialRow,
    DocumentRow,
    SpeakerRow,
    StatementHedgeRow,
    StatementRow,
    StatementSpanRow,
    StatementSpeakerRow,
    StatementTopicRow,
    TopicRow,
)
from claimtrack.domain.attribution import Hedge, Speaker
from claimtrack.domain.spans import Span
from claimtrack.domain.stored import Denial
from claimtrack.domain.vocabulary import DenialStatus, SpanRole
from claimtrack.store.documents import document_order

__all__ = ["Parts", "read_parts"]

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Parts:
    """Parts of statements by statement id; a statement without any is left out."""

    spans: dict[str, list[tuple[SpanRole, Span]]]
    speakers: dict[str, list[Speaker]]
    topics: dict[str, list[str]]
    hedges: dict[str, list[Hedge]]
    denies: dict[str, list[tuple[str, float | None]]]
    """Ids of what it denies, with how sure that is."""
    denied_by: dict[str, list[Denial]]
    claims: dict[str, tuple[str, DenialStatus]]


def read_parts(session: Session, statements: Collection[str]) -> Parts:
    """All parts of the statements, each in its own order."""
    return Parts(
        spans=_spans(session, statements),
        speakers=_speakers(session, statements),
        topics=_topics(session, statements),
        hedges=_hedges(session, statements),
        denies=_denies(session, statements),
        denied_by=_denied_by(session, statements),
        claims=_claims(session, statements),
    )


def _spans(session: Session, statements: Collection[str]) -> dict[str, list[tuple[SpanRole, Span]]]:
    row = StatementSpanRow
    query = select(row.statement_id, row.role, row.start_offset, row.end_offset)
    query = query.where(row.statement_id.in_(statements)).order_by(row.statement_id, row.ordinal)
    found = session.execute(query)
    return _grouped([(each[0], (each[1], Span(each[2], each[3]))) for each in found])


def _speakers(session: Session, statements: Collection[str]) -> dict[str, list[Speaker]]:
    row = StatementSpeakerRow
    root = aliased(SpeakerRow)
    query = (
        select(
            row.statement_id,
            row.name,
            SpeakerRow.kind,
            row.role,
            row.affiliation,
            row.anonymity,
            row.found_by,
            row.score,
            root.name,
            root.kind,
        )
        .join(SpeakerRow, SpeakerRow.id == row.speaker_id)
        .outerjoin(root, root.id == SpeakerRow.merged_into_id)
        .where(row.statement_id.in_(statements))
        .order_by(row.statement_id, row.ordinal)
    )
    found = session.execute(query)
    return _grouped([(each[0], Speaker(*each[1:8], known_as=each[8], known_kind=each[9])) for each in found])


def _topics(session: Session, statements: Collection[str]) -> dict[str, list[str]]:
    row = StatementTopicRow
    query = (
        select(row.statement_id, TopicRow.name)
        .distinct()
        .join(TopicRow, TopicRow.id == row.topic_id)
        .where(row.statement_id.in_(statements))
        .order_by(row.statement_id, TopicRow.name)
    )
    return _pairs(session, query)


def _hedges(session: Session, statements: Collection[str]) -> dict[str, list[Hedge]]:
    row = StatementHedgeRow
    query = select(row.statement_id, row.hedger, row.start_offset, row.end_offset)
    query = query.where(row.statement_id.in_(statements)).order_by(row.statement_id, row.ordinal)
    return _grouped([(each[0], Hedge(each[1], Span(each[2], each[3]))) for each in session.execute(query)])


def _denies(session: Session, statements: Collection[str]) -> dict[str, list[tuple[str, float | None]]]:
    query = (
        select(DenialRow.denial_id, DenialRow.denied_id, DenialRow.score)
        .join(StatementRow, StatementRow.id == DenialRow.denied_id)
        .where(DenialRow.denial_id.in_(statements), StatementRow.retired_by_run_id.is_(None))
        .order_by(DenialRow.denial_id, DenialRow.ordinal)
    )
    return _grouped([(each[0], (each[1], each[2])) for each in session.execute(query)])


def _denied_by(session: Session, statements: Collection[str]) -> dict[str, list[Denial]]:
    """The live denials of each statement, in the order of listings."""
    query = (
        select(DenialRow.denied_id, DenialRow.denial_id)
        .join(StatementRow, StatementRow.id == DenialRow.denial_id)
        .join(DocumentRow, DocumentRow.key == StatementRow.document_key)
        .where(DenialRow.denied_id.in_(statements), StatementRow.retired_by_run_id.is_(None))
        .order_by(DenialRow.denied_id, *document_order(), StatementRow.position, StatementRow.id)
    )
    pairs = [(each[0], each[1]) for each in session.execute(query)]
    row = StatementSpeakerRow
    named = select(row.statement_id, row.name).where(row.statement_id.in_({denial for _, denial in pairs}))
    names = _pairs(session, named.order_by(row.statement_id, row.ordinal))
    return _grouped([(denied, Denial(denial, tuple(names.get(denial, ())))) for denied, denial in pairs])


def _claims(session: Session, statements: Collection[str]) -> dict[str, tuple[str, DenialStatus]]:
    row = ClaimAppearanceRow
    query = (
        select(row.statement_id, ClaimRow.id, ClaimRow.denial_status)
        .join(ClaimRow, ClaimRow.id == row.claim_id)
        .where(row.statement_id.in_(statements), row.ordinal == 0)
    )
    return {each[0]: (each[1], each[2]) for each in session.execute(query)}


def _pairs(session: Session, query: Select[*tuple[Any, ...]]) -> dict[str, list[str]]:
    return _grouped([(each[0], each[1]) for each in session.execute(query)])


def _grouped(pairs: Collection[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    grouped: dict[str, list[_Value]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return grouped
