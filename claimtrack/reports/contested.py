"""Report ``contested``: claims that somebody confirms and somebody denies, with who, and when."""

from collections.abc import Iterable, Sequence
from itertools import chain

import pandas as pd

from claimtrack.domain.stored import Reply, StoredStatement
from claimtrack.domain.vocabulary import DenialStatus, Stance
from claimtrack.reports.columns import day, joined
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from claimtrack.reports.frames import COUNT, TEXT, table
from claimtrack.reports.identities import NOBODY_NAMED
from claimtrack.reports.order import by_day
from claimtrack.reports.wording import wording

__all__ = ["COLUMNS", "contested"]

COLUMNS = {
    "claim": TEXT,
    "asserted_by": TEXT,
    "confirmed_by": TEXT,
    "confirmed_on": TEXT,
    "denied_by": TEXT,
    "denied_on": TEXT,
    "stories": COUNT,
    "claim_id": TEXT,
    "statement_ids": TEXT,
}


def contested(statements: Iterable[StoredStatement], context: ReportContext = NO_CONTEXT) -> pd.DataFrame:
    """One row per claim that the selected statements make and that is both confirmed and denied, in the order of days.

    Who confirms and denies it is named whether selected or not. Days stand in the order of the names; ``claim`` is the
    shortest wording of those who put it forward. What the same speakers answer in copies of one text is told once, and
    ``stories`` counts the documents of the selected statements so.
    """
    del context
    claims: dict[str, list[StoredStatement]] = {}
    for statement in sorted(statements, key=by_day):
        if statement.denial_status is DenialStatus.CONTESTED:
            claims.setdefault(statement.claim, []).append(statement)
    return table(COLUMNS, [_row(claim, members) for claim, members in claims.items()])


def _row(claim: str, members: Sequence[StoredStatement]) -> tuple[object, ...]:
    confirming = _replies(members, Stance.CONFIRMS, chain.from_iterable(each.confirmed_by for each in members))
    denying = _replies(members, Stance.DENIES, chain.from_iterable(each.denied_by for each in members))
    asserting = [_reply(each) for each in members if each.attribution.stance is Stance.ASSERTS]
    return (
        wording(members),
        joined(dict.fromkeys(_names(asserting))),
        joined(_names(confirming)),
        joined(_days(confirming)),
        joined(_names(denying)),
        joined(_days(denying)),
        len({each.document.story for each in members}),
        claim,
        joined(sorted(each.attribution.id for each in members)),
    )


def _replies(members: Sequence[StoredStatement], stance: Stance, known: Iterable[Reply]) -> list[Reply]:
    """The statements of one stance, selected or known to answer a selected one, each once, in the order of days.

    What the same speakers answer in one story is one answer, made on the earliest of its days.
    """
    own = [_reply(each) for each in members if each.attribution.stance is stance]
    found = {reply.statement: reply for reply in (*own, *known)}
    in_order = sorted(found.values(), key=_when)
    once: dict[tuple[object, ...], Reply] = {}
    for reply in in_order:
        once.setdefault((reply.story or reply.statement, reply.speakers), reply)
    return list(once.values())


def _when(reply: Reply) -> tuple[object, ...]:
    """Those of no day come last: a copy that tells none does not hide when it was said."""
    return reply.first is None, day(reply.first), day(reply.last), reply.statement


def _reply(statement: StoredStatement) -> Reply:
    said = statement.attribution
    names = tuple(speaker.name for speaker in said.speakers)
    return Reply(said.id, names, said.date.first, said.date.last, statement.document.story)


def _names(replies: Sequence[Reply]) -> list[str]:
    return [" and ".join(reply.speakers) or NOBODY_NAMED for reply in replies]


def _days(replies: Sequence[Reply]) -> list[str]:
    return [_span(reply) for reply in replies]


def _span(reply: Reply) -> str:
    if reply.first == reply.last:
        return day(reply.first)
    return f"{day(reply.first)}/{day(reply.last)}"
