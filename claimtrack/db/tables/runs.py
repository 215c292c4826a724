"""Extraction runs: by which program and model the stored statements were found."""

from datetime import datetime

from sqlalchemy import JSON, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, Base, UtcDateTime, vocabulary
from claimtrack.domain.run import SettingValue
from claimtrack.domain.vocabulary import RunStatus

__all__ = ["RunRow"]


class RunRow(Base):
    """One call of the extraction over a batch of documents."""

    __tablename__ = "extraction_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    program_version: Mapped[str] = mapped_column(Text)
    model_name: Mapped[str] = mapped_column(Text)
    model_version: Mapped[str] = mapped_column(Text)
    settings: Mapped[dict[str, SettingValue]] = mapped_column(JSON)
    fingerprint: Mapped[str] = mapped_column(KEY)
    """Equal for runs that find the same statements in the same text."""
    status: Mapped[RunStatus] = mapped_column(vocabulary(RunStatus))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    documents_read: Mapped[int] = mapped_column(default=0)
    documents_new: Mapped[int] = mapped_column(default=0)
    documents_unchanged: Mapped[int] = mapped_column(default=0)
    documents_refreshed: Mapped[int] = mapped_column(default=0)
    documents_failed: Mapped[int] = mapped_column(default=0)
    statements_new: Mapped[int] = mapped_column(default=0)
    statements_refreshed: Mapped[int] = mapped_column(default=0)
    statements_retired: Mapped[int] = mapped_column(default=0)
