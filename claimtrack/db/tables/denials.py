"""Which statement answers which by a denial."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, Base

__all__ = ["DenialRow"]


class DenialRow(Base):
    """One denial link."""

    __tablename__ = "denials"

    denial_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    denied_id: Mapped[str] = mapped_column(KEY, primary_key=True, index=True)
    """No foreign key: a denial may be stored before the document whose statement it answers."""
    ordinal: Mapped[int]
    score: Mapped[float | None]

    __table_args__ = (CheckConstraint("score BETWEEN 0 AND 1", name="score"),)
