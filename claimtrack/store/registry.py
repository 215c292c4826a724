"""Who is the same speaker by an analyst's decision; extraction neither makes nor changes one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session, aliased

from claimtrack.db.tables import SpeakerDecisionRow, SpeakerRow
from claimtrack.domain.vocabulary import SpeakerAction

__all__ = [
    "SpeakerDecision",
    "decisions",
    "find_speakers",
    "group_of",
    "identify",
    "join",
    "part",
    "set_apart",
    "told_apart",
]


@dataclass(frozen=True, slots=True)
class SpeakerDecision:
    """One line of the log."""

    made_at: str
    """The moment in ISO format, UTC, to the second."""
    action: SpeakerAction
    speaker: str
    into: str
    """Names of both; ids beside them."""
    speaker_id: str
    into_id: str
    reason: str | None


def group_of(wanted: Select[str]) -> Select[str]:
    """Ids of all speakers who are the same as any of the wanted ones (a Select of ids), these included."""
    member = aliased(SpeakerRow)
    roots = select(member.root_id).where(member.id.in_(wanted))
    return select(SpeakerRow.id).where(SpeakerRow.root_id.in_(roots))


def find_speakers(session: Session, prefix: str, most: int) -> Sequence[SpeakerRow]:
    """The speakers whose id begins with a prefix, at most so many."""
    query = select(SpeakerRow).where(SpeakerRow.id.startswith(prefix, autoescape=True)).order_by(SpeakerRow.id)
    return session.scalars(query.limit(most)).all()


def join(session: Session, speaker: str, into: str, action: SpeakerAction, reason: str | None) -> None:
    """Make a speaker, and all who are merged into it, part of another one that is merged into nobody."""
    members = update(SpeakerRow).where((SpeakerRow.id == speaker) | (SpeakerRow.merged_into_id == speaker))
    session.execute(members.values(merged_into_id=into))
    _log(session, action, speaker, into, reason)


def part(session: Session, speaker: str, from_: str, reason: str | None) -> None:
    """Make a merged speaker one of its own again; who had been merged into it goes along."""
    members = update(SpeakerRow).where(SpeakerRow.id.in_(_merged_before(session, speaker)))
    session.execute(members.values(merged_into_id=speaker))
    session.execute(update(SpeakerRow).where(SpeakerRow.id == speaker).values(merged_into_id=None))
    _log(session, SpeakerAction.SPLIT, speaker, from_, reason)


def _merged_before(session: Session, speaker: str) -> set[str]:
    """Who was merged into a speaker, or into one of those, by the decisions that nobody took back."""
    row = SpeakerDecisionRow
    direct: dict[str, str] = {}
    for action, one, into in session.execute(select(row.action, row.speaker_id, row.into_id).order_by(row.id)):
        if action is SpeakerAction.SPLIT:
            direct.pop(one, None)
        elif action is not SpeakerAction.IDENTIFY:
            direct[one] = into
    found: set[str] = set()
    while more := {one for one, into in direct.items() if into in {speaker, *found}} - found:
        found |= more
    return found


def decisions(session: Session) -> list[SpeakerDecision]:
    """The log, the oldest first."""
    row, into = SpeakerDecisionRow, aliased(SpeakerRow)
    query = (
        select(row.made_at, row.action, SpeakerRow.name, into.name, row.speaker_id, row.into_id, row.reason)
        .join(SpeakerRow, SpeakerRow.id == row.speaker_id)
        .join(into, into.id == row.into_id)
        .order_by(row.id)
    )
    return [SpeakerDecision(each[0].isoformat(timespec="seconds"), *each[1:]) for each in session.execute(query)]


def identify(session: Session, speaker: str, wikidata: str | None, reason: str | None) -> None:
    """Say which item of Wikidata a speaker is; None for no item any more."""
    session.execute(update(SpeakerRow).where(SpeakerRow.id == speaker).values(wikidata=wikidata))
    told = ": ".join(filter(None, (wikidata or "no item", reason)))
    _log(session, SpeakerAction.IDENTIFY, speaker, speaker, told)


def told_apart(session: Session) -> set[frozenset[str]]:
    """Pairs of speakers (ids) that were split and not merged again since."""
    row = SpeakerDecisionRow
    apart: set[frozenset[str]] = set()
    for action, one, into in session.execute(select(row.action, row.speaker_id, row.into_id).order_by(row.id)):
        pair = frozenset({one, into})
        if action is SpeakerAction.SPLIT:
            apart.add(pair)
        elif action is not SpeakerAction.IDENTIFY:
            apart.discard(pair)
    return apart


def set_apart(session: Session, speaker: str, from_: str, reason: str | None) -> None:
    """Decide that a speaker is not who stands for it, where nobody merged them."""
    _log(session, SpeakerAction.SPLIT, speaker, from_, reason)


def _log(session: Session, action: SpeakerAction, speaker: str, into: str, reason: str | None) -> None:
    row = SpeakerDecisionRow(made_at=datetime.now(UTC), action=action, speaker_id=speaker, into_id=into, reason=reason)
    session.add(row)
    session.flush()
