"""Statements as listings, exports and reports want them: streamed in batches, a fixed number of queries
each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, null, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import DocumentRow, PublisherRow, StatementRow
from claimtrack.domain.attribution import Attribution, StatementDate
from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.vocabulary import SpanRole, Stance
from claimtrack.store.bulk import chunks
from claimtrack.store.documents import document_order, summary_columns, summary_from
from claimtrack.store.parts import Parts, read_parts

__all__ = ["listing_order", "read_by_id", "read_listed", "read_statements"]

BATCH = 500


def listing_order() -> tuple[ColumnElement[Any], ...]:
    """The one order of statements, the same on every database: documents by date and id, then the text's
    order."""
    return (*document_order(), StatementRow.position.asc(), StatementRow.id.asc())


def read_statements(session: Session, wanted: Select[str, float | None]) -> Iterator[StoredStatement]:
    """The live statements whose ids (and scores) the Select yields, in its order.

    They stream: no more than one batch of 500 is held at a time. The session must stay open meanwhile.
    """
    hits = session.execute(wanted, execution_options={"yield_per": BATCH})
    for batch in hits.partitions():
        yield from _read_batch(session, {row[0]: row[1] for row in batch})


def read_listed(session: Session, wanted: Sequence[tuple[str, float]]) -> Iterator[StoredStatement]:
    """The live statements of ids and scores in the order given, a batch of 500 at a time."""
    for start in range(0, len(wanted), BATCH):
        yield from _read_batch(session, dict(wanted[start : start + BATCH]))


def read_by_id(session: Session, wanted: Collection[str]) -> dict[str, StoredStatement]:
    """The live ones of the statements of these ids, by id."""
    row = StatementRow
    live = select(row.id, null().label("score")).where(row.retired_by_run_id.is_(None))
    found = (
        each for chunk in chunks(sorted(wanted)) for each in read_statements(session, live.where(row.id.in_(chunk)))
    )
    return {each.attribution.id: each for each in found}


def _read_batch(session: Session, scores: Mapping[str, float | None]) -> Iterator[StoredStatement]:
    query = (
        select(*StatementRow.__table__.columns, *summary_columns())
        .select_from(StatementRow)
        .join(DocumentRow, DocumentRow.key == StatementRow.document_key)
        .outerjoin(PublisherRow, PublisherRow.id == DocumentRow.publisher_id)
        .where(StatementRow.id.in_(scores))
    )
    rows = {row.id: row for row in session.execute(query)}
    parts = read_parts(session, scores.keys())
    for key, score in scores.items():
        yield _stored(rows[key], parts, score)


def _stored(row: Row[*tuple[Any, ...]], parts: Parts, score: float | None) -> StoredStatement:
    (claim, status), *further = parts.claims[row.id]
    replies = parts.replies.get(row.id, ())
    return StoredStatement(
        attribution=_attribution(row, parts),
        document=summary_from(row),
        source=row.source,
        cue=row.cue,
        content=row.content,
        claim=claim,
        denial_status=status,
        further_claims=tuple(other for other, _ in further),
        speaker_ids=tuple(root for _, root in parts.speakers.get(row.id, ())),
        denied_by=tuple(reply for stance, reply in replies if stance is not Stance.CONFIRMS),
        confirmed_by=tuple(reply for stance, reply in replies if stance is Stance.CONFIRMS),
        answers=tuple(parts.answers.get(row.id, ())),
        fits=tuple((name, fit) for name, fit in parts.topics.get(row.id, ()) if fit is not None),
        score=score,
    )


def _attribution(row: Row[*tuple[Any, ...]], parts: Parts) -> Attribution:
    spans = parts.spans.get(row.id, [])
    answers = parts.answers.get(row.id, ())
    answered = tuple(answer.answered for answer in answers)
    confirming = row.stance is Stance.CONFIRMS
    return Attribution(
        id=row.id,
        source=_role(spans, SpanRole.SOURCE),
        cue=_role(spans, SpanRole.CUE),
        content=_role(spans, SpanRole.CONTENT),
        type=row.type,
        kind=row.kind,
        speakers=tuple(speaker for speaker, _ in parts.speakers.get(row.id, ())),
        anonymous=row.anonymous,
        via=row.via,
        date=StatementDate(row.said_first, row.said_last, row.granularity, row.date_basis),
        stance=row.stance,
        denies=() if confirming else answered,
        denial_score=next((answer.score for answer in answers if not confirming), None),
        confirms=answered if confirming else (),
        hedges=tuple(parts.hedges.get(row.id, ())),
        topics=tuple(name for name, _ in parts.topics.get(row.id, ())),
        confidence=row.confidence,
    )


def _role(spans: Sequence[tuple[SpanRole, Span]], wanted: SpanRole) -> Spans:
    return tuple(span for role, span in spans if role is wanted)
