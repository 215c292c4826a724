"""Report ``claims``: what is claimed, how each side stands to it, and how many tell it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from claimtrack.domain.stored import StoredClaim, StoredStatement
from claimtrack.domain.vocabulary import Stance
from claimtrack.reports.columns import joined
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from claimtrack.reports.frames import COUNT, TEXT, table
from claimtrack.reports.identities import names
from claimtrack.reports.order import by_day
from claimtrack.reports.tally import Tally, publisher_count
from claimtrack.reports.wording import wording

__all__ = ["COLUMNS", "claims"]

COLUMNS = {
    "claim": TEXT,
    "asserted_by": TEXT,
    "denied_by": TEXT,
    "confirmed_by": TEXT,
    "declined_by": TEXT,
    "first": TEXT,
    "last": TEXT,
    "statements": COUNT,
    "documents": COUNT,
    "stories": COUNT,
    "publishers": COUNT,
    "denial_status": TEXT,
    "claim_id": TEXT,
}

_STANCES = (Stance.ASSERTS, Stance.DENIES, Stance.CONFIRMS, Stance.DECLINES)


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with its statements in the order of days."""

    claim: StoredClaim
    statements: Sequence[StoredStatement]
    publishers: int


def claims(statements: Iterable[StoredStatement], context: ReportContext = NO_CONTEXT) -> pd.DataFrame:
    """One row per claim, the one that most publishers tell first, then the one with most statements.

    A claim of which any statement is selected is told whole, as ``context.claims`` has it, its statements from
    ``context.appearing`` or the selected ones; without claims there, as far as the selected statements tell. A denial
    that answers several claims counts for each.
    """
    selected = {statement.attribution.id: statement for statement in statements}
    known = {**context.appearing, **selected}
    told = [_told(claim, known) for claim in context.claims or _made_by(selected.values())]
    return table(COLUMNS, map(_row, sorted(told, key=_rank)))


def _told(claim: StoredClaim, known: Mapping[str, StoredStatement]) -> _Told:
    statements = sorted((known[key] for key in claim.stances), key=by_day)
    return _Told(claim, statements, publisher_count(statements))


def _rank(told: _Told) -> tuple[object, ...]:
    return (-told.publishers, -len(told.statements), told.claim.wording, told.claim.id)


def _row(told: _Told) -> tuple[object, ...]:
    tally = Tally()
    for statement in told.statements:
        tally.add(statement)
    return (
        told.claim.wording,
        *(_speaking(told, stance) for stance in _STANCES),
        tally.first,
        tally.last,
        tally.statements,
        len(tally.documents),
        len(tally.stories),
        told.publishers,
        told.claim.denial_status.value,
        told.claim.id,
    )


def _speaking(told: _Told, stance: Stance) -> str:
    """Who takes a stance towards the claim, in the order of days."""
    return joined(names([each for each in told.statements if told.claim.stances[each.attribution.id] is stance]))


def _made_by(statements: Iterable[StoredStatement]) -> list[StoredClaim]:
    """The claims that the statements make by themselves."""
    groups: dict[str, list[StoredStatement]] = {}
    for statement in statements:
        groups.setdefault(statement.claim, []).append(statement)
    return [
        StoredClaim(
            claim,
            wording(members),
            members[0].denial_status,
            {each.attribution.id: each.attribution.stance for each in members},
        )
        for claim, members in groups.items()
    ]
