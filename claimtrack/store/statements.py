"""Statements: upserted by provenance key. New → inserted, known → refreshed in place, gone → retired."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from claimtrack.db.tables import StatementHedgeRow, StatementRow, StatementSpanRow, StatementSpeakerRow
from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span, cut
from claimtrack.domain.vocabulary import SpanRole
from claimtrack.domain.words import padded_words
from claimtrack.store.answers import save_answers
from claimtrack.store.bulk import Row, chunks
from claimtrack.store.topics import save_machine_topics

__all__ = ["StatementChanges", "StatementRecord", "save_statements"]


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """An attribution whose id is its provenance key, with the id of each of its speakers."""

    attribution: Attribution
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementChanges:
    """Ids of statements, by what storing a document did to them."""

    new: frozenset[str]
    refreshed: frozenset[str]
    retired: frozenset[str]
    released: frozenset[str] = frozenset()
    """What the refreshed ones answered until now and answer no more, in this document or another."""

    @property
    def touched(self) -> frozenset[str]:
        """All of them."""
        return self.new | self.refreshed | self.retired | self.released


def save_statements(
    session: Session, document: Document, records: Sequence[StatementRecord], run_id: int
) -> StatementChanges:
    """Make the live statements of a stored document those that the run found.

    Speakers are stored already. A statement that was retired and is found again is live again.
    """
    found = {record.attribution.id: record for record in records}
    retired = _stored(session, document.key)
    changes = StatementChanges(
        new=frozenset(found.keys() - retired.keys()),
        refreshed=frozenset(found.keys() & retired.keys()),
        retired=frozenset(key for key, by in retired.items() if by is None and key not in found),
    )
    released: set[str] = set()
    for chunk in chunks(found.values()):
        _insert(session, document, [each for each in chunk if each.attribution.id in changes.new], run_id)
        _refresh(session, document, [each for each in chunk if each.attribution.id in changes.refreshed], run_id)
        _save_speakers(session, chunk)
        save_machine_topics(session, {each.attribution.id: each.attribution.topics for each in chunk})
        _save_hedges(session, [each.attribution for each in chunk])
        released |= save_answers(
            session,
            {each.attribution.id: each.attribution.denies + each.attribution.confirms for each in chunk},
            {each.attribution.id: each.attribution.denial_score for each in chunk},
        )
    for gone in chunks(changes.retired):
        retired_now = update(StatementRow).where(StatementRow.id.in_(gone))
        session.execute(retired_now.values(retired_by_run_id=run_id))
    return replace(changes, released=frozenset(released))


def _stored(session: Session, document: str) -> dict[str, int | None]:
    """All statements ever found in a document, with the run that retired them."""
    row = StatementRow
    query = select(row.id, row.retired_by_run_id).where(row.document_key == document)
    return {each.id: each.retired_by_run_id for each in session.execute(query)}


def _insert(session: Session, document: Document, records: Sequence[StatementRecord], run_id: int) -> None:
    if not records:
        return
    rows = [
        {
            **_values(document, record.attribution, run_id),
            "document_key": document.key,
            "first_run_id": run_id,
        }
        for record in records
    ]
    session.execute(insert(StatementRow), rows)
    spans = [row for record in records for row in _span_rows(record.attribution)]
    if spans:
        session.execute(insert(StatementSpanRow), spans)


def _refresh(session: Session, document: Document, records: Sequence[StatementRecord], run_id: int) -> None:
    """Spans need no refreshing: they are part of the key."""
    if records:
        rows = [_values(document, record.attribution, run_id) for record in records]
        session.execute(update(StatementRow), rows)


def _values(document: Document, attribution: Attribution, run_id: int) -> dict[str, object]:
    said = attribution.date
    return {
        "id": attribution.id,
        "last_run_id": run_id,
        "retired_by_run_id": None,
        "position": min((span.start for _, span in _pieces(attribution)), default=0),
        "type": attribution.type,
        "kind": attribution.kind,
        "stance": attribution.stance,
        "anonymous": attribution.anonymous,
        "via": attribution.via,
        "said_first": said.first,
        "said_last": said.last,
        "granularity": said.granularity,
        "date_basis": said.basis,
        "confidence": attribution.confidence,
        "source": cut(document.text, attribution.source),
        "cue": cut(document.text, attribution.cue),
        "content": cut(document.text, attribution.content),
    }


def _pieces(attribution: Attribution) -> list[tuple[SpanRole, Span]]:
    roles = (
        (SpanRole.SOURCE, attribution.source),
        (SpanRole.CUE, attribution.cue),
        (SpanRole.CONTENT, attribution.content),
    )
    return [(role, span) for role, spans in roles for span in spans]


def _span_rows(attribution: Attribution) -> list[Row]:
    return [
        {
            "statement_id": attribution.id,
            "role": role,
            "ordinal": ordinal,
            "start_offset": span.start,
            "end_offset": span.end,
        }
        for ordinal, (role, span) in enumerate(_pieces(attribution))
    ]


def _save_speakers(session: Session, records: Sequence[StatementRecord]) -> None:
    keys = [record.attribution.id for record in records]
    session.execute(delete(StatementSpeakerRow).where(StatementSpeakerRow.statement_id.in_(keys)))
    rows = [
        {
            "statement_id": record.attribution.id,
            "ordinal": ordinal,
            "speaker_id": key,
            "name": speaker.name,
            "role": speaker.role,
            "role_words": padded_words(speaker.role) if speaker.role else None,
            "affiliation": speaker.affiliation,
            "affiliation_words": padded_words(speaker.affiliation) if speaker.affiliation else None,
            "anonymity": speaker.anonymity,
            "found_by": speaker.found_by,
            "score": speaker.score,
        }
        for record in records
        for ordinal, (key, speaker) in enumerate(zip(record.speakers, record.attribution.speakers, strict=True))
    ]
    if rows:
        session.execute(insert(StatementSpeakerRow), rows)


def _save_hedges(session: Session, attributions: Sequence[Attribution]) -> None:
    keys = [each.id for each in attributions]
    session.execute(delete(StatementHedgeRow).where(StatementHedgeRow.statement_id.in_(keys)))
    rows = [
        {
            "statement_id": each.id,
            "ordinal": ordinal,
            "hedger": hedge.by,
            "start_offset": hedge.span.start,
            "end_offset": hedge.span.end,
        }
        for each in attributions
        for ordinal, hedge in enumerate(each.hedges)
    ]
    if rows:
        session.execute(insert(StatementHedgeRow), rows)
