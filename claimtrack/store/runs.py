"""Extraction runs, from their start to their end."""

from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from claimtrack.db.tables import RunRow
from claimtrack.domain.run import ExtractionCounts, RunSettings
from claimtrack.domain.vocabulary import RunStatus

__all__ = ["drop_run", "finish_run", "start_run"]


def start_run(session: Session, settings: RunSettings) -> int:
    """Record that a run begins now; its id."""
    run = RunRow(
        program_version=settings.program_version,
        model_name=settings.model_name,
        model_version=settings.model_version,
        settings=dict(settings.settings),
        fingerprint=settings.fingerprint,
        status=RunStatus.RUNNING,
        started_at=datetime.now(UTC),
    )
    session.add(run)
    session.flush()
    return run.id


def finish_run(session: Session, run_id: int, status: RunStatus, counts: ExtractionCounts) -> None:
    """Record how a run ended, now, and what it did."""
    values = {"status": status, "finished_at": datetime.now(UTC), **asdict(counts)}
    session.execute(update(RunRow).where(RunRow.id == run_id).values(values))


def drop_run(session: Session, run_id: int) -> None:
    """Forget a run that nothing stored refers to."""
    session.execute(delete(RunRow).where(RunRow.id == run_id))
