"""By what copies of one text are found, and which story each document belongs to."""

from sqlalchemy import ForeignKey, Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, Base

__all__ = ["DocumentBandRow", "DocumentSignatureRow"]


class DocumentSignatureRow(Base):
    """A document's MinHash and its story; a document that has none is a story of its own."""

    __tablename__ = "document_signatures"

    document_key: Mapped[str] = mapped_column(ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True)
    story: Mapped[str] = mapped_column(KEY, index=True)
    """The smallest key of all documents that are copies of one text."""
    shingles: Mapped[int] = mapped_column(Integer)
    """How many different runs of five words the text has."""
    minhash: Mapped[bytes] = mapped_column(LargeBinary)


class DocumentBandRow(Base):
    """A band of a document's MinHash: documents that share some are compared."""

    __tablename__ = "document_bands"

    band: Mapped[str] = mapped_column(KEY, primary_key=True)
    document_key: Mapped[str] = mapped_column(
        ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True, index=True
    )
