"""Speakers, the names that documents give them, and who speaks in which statement."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, SORTED_TEXT, Base, UtcDateTime, vocabulary
from claimtrack.domain.vocabulary import Anonymity, Resolution, SpeakerAction, SpeakerKind

__all__ = ["SpeakerAliasRow", "SpeakerDecisionRow", "SpeakerDescriptionRow", "SpeakerRow", "StatementSpeakerRow"]


class SpeakerRow(Base):
    """Who or what speaks; its id hashes kind and folded name (and the document, where unnamed)."""

    __tablename__ = "speakers"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    name: Mapped[str] = mapped_column(SORTED_TEXT)
    """The preferred one of its aliases."""
    kind: Mapped[SpeakerKind] = mapped_column(vocabulary(SpeakerKind))
    anonymous: Mapped[bool]
    """A description ("senior official") of one document, never joined with another's."""
    merged_into_id: Mapped[str | None] = mapped_column(ForeignKey("speakers.id"), index=True)
    """Who an analyst says it is: never one that is merged itself, and never set by extraction."""
    root_id: Mapped[str] = mapped_column(KEY, index=True)
    """Who stands for all who are one with it, itself as a rule: follows from what analysts decided and from names and
    descriptions, and is found anew as these change."""
    block: Mapped[str] = mapped_column(Text, index=True)
    """Only speakers of one block are compared with each other; empty where nobody is to be compared."""
    wikidata: Mapped[str | None] = mapped_column(Text, index=True)
    """The item of Wikidata that an analyst says it is, such as ``Q82156``."""


class SpeakerAliasRow(Base):
    """A spelling under which documents know a speaker, the preferred one included."""

    __tablename__ = "speaker_aliases"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    """Hashes speaker and name: a name may be too long for a database's index."""
    speaker_id: Mapped[str] = mapped_column(ForeignKey("speakers.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(SORTED_TEXT)
    name_words: Mapped[str] = mapped_column(Text)
    """Folded words between single spaces, for search."""


class SpeakerDescriptionRow(Base):
    """A role or an affiliation that some document gives a speaker; kept even where no statement has it any more."""

    __tablename__ = "speaker_descriptions"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    """Hashes speaker and words: they may be too long for a database's index."""
    speaker_id: Mapped[str] = mapped_column(ForeignKey("speakers.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(Text)


class StatementSpeakerRow(Base):
    """One speaker of a statement, as its document describes them there."""

    __tablename__ = "statement_speakers"

    statement_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    speaker_id: Mapped[str] = mapped_column(ForeignKey("speakers.id"), index=True)
    name: Mapped[str] = mapped_column(SORTED_TEXT)
    role: Mapped[str | None] = mapped_column(Text)
    role_words: Mapped[str | None] = mapped_column(Text)
    """Folded words between single spaces, for search."""
    affiliation: Mapped[str | None] = mapped_column(SORTED_TEXT)
    affiliation_words: Mapped[str | None] = mapped_column(Text)
    """Folded words between single spaces, for search."""
    anonymity: Mapped[Anonymity] = mapped_column(vocabulary(Anonymity))
    found_by: Mapped[Resolution | None] = mapped_column(vocabulary(Resolution))
    score: Mapped[float | None]

    __table_args__ = (CheckConstraint("score BETWEEN 0 AND 1", name="score"),)


class SpeakerDecisionRow(Base):
    """One decision of an analyst on who is the same speaker; the log only grows."""

    __tablename__ = "speaker_decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    action: Mapped[SpeakerAction] = mapped_column(vocabulary(SpeakerAction))
    speaker_id: Mapped[str] = mapped_column(ForeignKey("speakers.id"))
    into_id: Mapped[str] = mapped_column(ForeignKey("speakers.id"))
    """Who it was merged into, or split from."""
    reason: Mapped[str | None] = mapped_column(Text)
