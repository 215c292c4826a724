"""The words by which statements are found.

The index itself differs by database and is kept up by it, not by this program: on SQLite the FTS5 table
``statement_search_words``, filled by triggers; on PostgreSQL the generated column
``statement_search.words``. Both are made by migration 0001 and are not part of the models.
"""

from sqlalchemy import Column, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from claimtrack.db.tables.base import Base

__all__ = ["StatementSearchRow", "is_managed"]

_INDEX = "statement_search_words"


class StatementSearchRow(Base):
    """A live statement's words, folded, by field; the index weighs them in this order."""

    __tablename__ = "statement_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    """Row number of the FTS5 index, which cannot be keyed by text."""
    statement_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), unique=True)
    content: Mapped[str] = mapped_column(Text)
    context: Mapped[str] = mapped_column(Text)
    """What the statement speaks of without repeating it: the content that a denial denies."""
    topics: Mapped[str] = mapped_column(Text)
    headline: Mapped[str] = mapped_column(Text)


def is_managed(item: SchemaItem, name: str | None, kind: str, reflected: bool, compared: SchemaItem | None) -> bool:
    """Whether Alembic compares a thing with the models: all but the full-text index and its shadow tables."""
    del reflected, compared
    if name is None:
        return True
    if isinstance(item, Column):
        return (item.table.name, name) != (StatementSearchRow.__tablename__, "words")
    return not (kind in {"table", "index"} and name.removeprefix("ix_").startswith(_INDEX))
