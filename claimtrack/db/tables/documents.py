"""Publishers and their documents."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, SORTED_TEXT, Base

__all__ = ["DocumentRow", "PublisherRow"]


class PublisherRow(Base):
    """An outlet; one row per folded name."""

    __tablename__ = "publishers"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    name: Mapped[str] = mapped_column(SORTED_TEXT)
    name_words: Mapped[str] = mapped_column(Text)
    """Folded words between single spaces, for search."""


class DocumentRow(Base):
    """A document as it was read; all offsets count the characters of ``text``."""

    __tablename__ = "documents"

    key: Mapped[str] = mapped_column(KEY, primary_key=True)
    id: Mapped[str] = mapped_column(SORTED_TEXT, index=True)
    """The caller's own id; two versions of a text share it."""
    title: Mapped[str | None] = mapped_column(Text)
    publisher_id: Mapped[str | None] = mapped_column(ForeignKey("publishers.id"), index=True)
    published: Mapped[date | None]
    url: Mapped[str | None] = mapped_column(Text)
    author: Mapped[str | None] = mapped_column(Text)
    origin: Mapped[str | None] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    raw_sha256: Mapped[str | None] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    first_run_id: Mapped[int] = mapped_column(ForeignKey("extraction_runs.id"))
    last_run_id: Mapped[int] = mapped_column(ForeignKey("extraction_runs.id"))
    """The last run that looked for statements in it."""

    __table_args__ = (Index(None, "published", "id", "key"),)
