"""Which statement answers which, by a denial or a confirmation, and the words that bring documents together."""

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, Base

__all__ = ["AnswerRow", "DocumentTermRow"]


class AnswerRow(Base):
    """One link from a statement that denies or confirms to one that it denies or confirms; its stance says which."""

    __tablename__ = "answers"

    answer_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    answered_id: Mapped[str] = mapped_column(KEY, primary_key=True, index=True)
    """No foreign key: an answer may be stored before the document whose statement it answers."""
    across: Mapped[bool]
    """True where it was found by comparing stored documents, and is found anew as they change; False where the
    answer's own document, as it was extracted or imported, says so."""
    ordinal: Mapped[int]
    score: Mapped[float | None]

    __table_args__ = (CheckConstraint("score BETWEEN 0 AND 1", name="score"),)


class DocumentTermRow(Base):
    """A telling word of a document: those that share some may speak of the same affair."""

    __tablename__ = "document_terms"

    term: Mapped[str] = mapped_column(Text, primary_key=True)
    document_key: Mapped[str] = mapped_column(
        ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True, index=True
    )
