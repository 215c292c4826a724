"""Attributed statements and their spans."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, Base, vocabulary
from claimtrack.domain.vocabulary import (
    AttributionType,
    DateBasis,
    Granularity,
    Hedger,
    SpanRole,
    SpeechKind,
    Stance,
)

__all__ = ["StatementHedgeRow", "StatementRow", "StatementSpanRow"]


class StatementRow(Base):
    """One attribution of one document; its id hashes the document and the spans."""

    __tablename__ = "statements"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    document_key: Mapped[str] = mapped_column(ForeignKey("documents.key", ondelete="CASCADE"))
    first_run_id: Mapped[int] = mapped_column(ForeignKey("extraction_runs.id"))
    last_run_id: Mapped[int] = mapped_column(ForeignKey("extraction_runs.id"))
    retired_by_run_id: Mapped[int | None] = mapped_column(ForeignKey("extraction_runs.id"))
    """The run that no longer found it; such a statement is kept but shown nowhere."""
    position: Mapped[int]
    """Offset of its first character."""
    type: Mapped[AttributionType] = mapped_column(vocabulary(AttributionType))
    kind: Mapped[SpeechKind] = mapped_column(vocabulary(SpeechKind))
    stance: Mapped[Stance] = mapped_column(vocabulary(Stance))
    anonymous: Mapped[bool]
    via: Mapped[str | None] = mapped_column(Text)
    said_first: Mapped[date | None] = mapped_column(index=True)
    said_last: Mapped[date | None]
    granularity: Mapped[Granularity] = mapped_column(vocabulary(Granularity))
    date_basis: Mapped[DateBasis] = mapped_column(vocabulary(DateBasis))
    confidence: Mapped[float | None]
    source: Mapped[str] = mapped_column(Text)
    """The words of the spans, pieces joined by an ellipsis; so too cue and content."""
    cue: Mapped[str] = mapped_column(Text)
    content: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        Index(None, "document_key", "position", "id"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        CheckConstraint("said_first <= said_last", name="said"),
    )


class StatementSpanRow(Base):
    """One piece of a source, cue or content: ``[start_offset, end_offset)`` of the document's text."""

    __tablename__ = "statement_spans"

    statement_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[SpanRole] = mapped_column(vocabulary(SpanRole), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    start_offset: Mapped[int]
    end_offset: Mapped[int]

    __table_args__ = (CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="offsets"),)


class StatementHedgeRow(Base):
    """Words that limit how certain a statement is: ``[start_offset, end_offset)`` of the document's text."""

    __tablename__ = "statement_hedges"

    statement_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    hedger: Mapped[Hedger] = mapped_column(vocabulary(Hedger))
    start_offset: Mapped[int]
    end_offset: Mapped[int]

    __table_args__ = (CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="offsets"),)
