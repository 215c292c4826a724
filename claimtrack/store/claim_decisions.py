"""What analysts decided about which claims are the same; extraction neither makes nor changes a decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.tables import ClaimDecisionRow
from claimtrack.domain.vocabulary import ClaimAction

__all__ = ["ClaimDecision", "claim_decisions", "decide", "standing_decisions"]


@dataclass(frozen=True, slots=True)
class ClaimDecision:
    """One line of the log."""

    made_at: str
    """The moment in ISO format, UTC, to the second."""
    action: ClaimAction
    claim: str
    into: str
    """The words of both when it was decided; ids beside them."""
    claim_id: str
    into_id: str
    reason: str | None


def decide(
    session: Session,
    action: ClaimAction,
    pairs: Iterable[tuple[tuple[str, str], tuple[str, str]]],
    reason: str | None,
) -> None:
    """Decide on pairs of claims, each with its id and its words."""
    moment = datetime.now(UTC)
    for (claim_id, claim), (into_id, into) in pairs:
        row = ClaimDecisionRow(made_at=moment, action=action, claim_id=claim_id, into_id=into_id, reason=reason)
        row.claim, row.into = claim, into
        session.add(row)
    session.flush()


def claim_decisions(session: Session) -> list[ClaimDecision]:
    """The log, the oldest first."""
    row = ClaimDecisionRow
    query = select(row.made_at, row.action, row.claim, row.into, row.claim_id, row.into_id, row.reason).order_by(row.id)
    return [ClaimDecision(each[0].isoformat(timespec="seconds"), *each[1:]) for each in session.execute(query)]


def standing_decisions(session: Session) -> tuple[set[tuple[str, str]], set[frozenset[str]]]:
    """Claims (ids) that are one by the last decision on them, each with what it was merged into; and those apart."""
    row = ClaimDecisionRow
    last: dict[frozenset[str], tuple[ClaimAction, str, str]] = {}
    for action, one, into in session.execute(select(row.action, row.claim_id, row.into_id).order_by(row.id)):
        last[frozenset({one, into})] = (action, one, into)
    merged = {(one, into) for action, one, into in last.values() if action is ClaimAction.MERGE}
    return merged, {pair for pair, (action, *_) in last.items() if action is ClaimAction.SPLIT}
