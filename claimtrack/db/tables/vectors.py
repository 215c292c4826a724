"""What statements mean, as vectors."""

from sqlalchemy import ForeignKey, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, Base

__all__ = ["DocumentSketchRow", "StatementVectorRow"]


class StatementVectorRow(Base):
    """A live statement's vector by one encoder."""

    __tablename__ = "statement_vectors"

    statement_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    encoder: Mapped[str] = mapped_column(Text)
    """Which encoder made it, and of which words: only vectors of the same can be compared."""
    digest: Mapped[str] = mapped_column(KEY)
    """Of the texts that it was made of: what has not changed is not computed again."""
    vector: Mapped[bytes] = mapped_column(LargeBinary)
    """``model.vectors`` packs and reads it."""
    mixed: Mapped[bytes | None] = mapped_column(LargeBinary)
    """The same, mixed with those of its document, by which it is found; None until all of that is done."""


class DocumentSketchRow(Base):
    """Sketches of the mixed vectors of a document's live statements: all documents' are read for a question.

    Where some of these have no vector there are none, by an encoder without a name.
    """

    __tablename__ = "document_sketches"

    document_key: Mapped[str] = mapped_column(ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True)
    encoder: Mapped[str] = mapped_column(Text, primary_key=True)
    sketches: Mapped[bytes] = mapped_column(LargeBinary)
    """``model.sketches`` packs and reads them."""
