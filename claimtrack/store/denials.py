"""Which statement answers which by a denial."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import DenialRow, StatementRow
from claimtrack.store.bulk import add_missing

__all__ = ["denials_of", "save_denials", "targets_of"]


def save_denials(
    session: Session, denials: Mapping[str, Sequence[str]], scores: Mapping[str, float | None]
) -> set[str]:
    """Store what each statement denies (ids of both) and how sure that is, in place of what was stored for it.

    A denied statement may be one that is not stored yet. Returns what none of them denies any more (ids).
    """
    before = targets_of(session, denials)
    session.execute(delete(DenialRow).where(DenialRow.denial_id.in_(denials)))
    rows = [
        {"denial_id": denial, "denied_id": denied, "ordinal": ordinal, "score": scores.get(denial)}
        for denial, targets in denials.items()
        for ordinal, denied in enumerate(dict.fromkeys(targets))
    ]
    add_missing(session, DenialRow, rows)
    return before.difference(*denials.values())


def targets_of(session: Session, denials: Collection[str]) -> set[str]:
    """Ids of what any of the given statements, live or not, denies; it need not be stored."""
    return set(session.scalars(select(DenialRow.denied_id).where(DenialRow.denial_id.in_(denials))))


def denials_of(session: Session, denied: Collection[str]) -> set[str]:
    """Ids of the live statements that deny any of the given ones."""
    query = (
        select(DenialRow.denial_id)
        .join(StatementRow, StatementRow.id == DenialRow.denial_id)
        .where(DenialRow.denied_id.in_(denied), StatementRow.retired_by_run_id.is_(None))
    )
    return set(session.scalars(query))
