"""Listing the speakers of stored statements, and deciding which of them are the same."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.tables import SpeakerAliasRow, SpeakerRow
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.keys import KEY_LENGTH
from claimtrack.domain.vocabulary import SpeakerAction
from claimtrack.domain.words import padded_words
from claimtrack.errors import NotFoundError, UsageError
from claimtrack.resolve.speakers import speaker_id
from claimtrack.search.selects import speaker_select
from claimtrack.store.registry import SpeakerDecision, decisions, find_speakers, join, part
from claimtrack.store.speakers import SpeakerRecord, save_speakers
from claimtrack.store.summaries import SpeakerSummary, speaker_summaries

__all__ = [
    "SpeakerDecision",
    "SpeakerSummary",
    "add_alias",
    "list_decisions",
    "list_speakers",
    "merge_speakers",
    "split_speaker",
]

_PREFIX = re.compile(rf"[0-9a-f]{{4,{KEY_LENGTH}}}")
_MOST_SHOWN = 6


def list_speakers(session: Session, name: str | None = None) -> list[SpeakerSummary]:
    """All speakers, or those named by every word of the given name, in code-point order; merged ones are one."""
    return speaker_summaries(session, speaker_select(name))


def merge_speakers(session: Session, speaker: str, into: str, reason: str | None = None) -> tuple[str, str]:
    """Decide that a speaker is another one (each by id, beginning of an id, or whole name); both names.

    Whoever was merged into the speaker goes along. Statements keep the name that their document gives. Raises
    NotFoundError for nobody or several, UsageError where they are one already.
    """
    one, other = _root(session, _find(session, speaker)), _root(session, _find(session, into))
    if one.id == other.id:
        raise UsageError(f"{one.name!r} and {into!r} are one speaker already")
    join(session, one.id, other.id, SpeakerAction.MERGE, reason)
    return one.name, other.name


def add_alias(session: Session, speaker: str, name: str, reason: str | None = None) -> str:
    """Decide that a name, stored or yet to come, is another of a speaker's; the speaker's name.

    Errors as of ``merge_speakers``; UsageError too for a name without a letter.
    """
    owner = _root(session, _find(session, speaker))
    if not any(map(str.isalnum, name)):
        raise UsageError(f"{name!r} is no name")
    key = speaker_id(Speaker(name, owner.kind), "", anonymous=False)
    save_speakers(session, [SpeakerRecord(key, name, owner.kind, anonymous=False)])
    known = session.get_one(SpeakerRow, key)
    if (bearer := _root(session, known)).id == owner.id:
        raise UsageError(f"{name!r} is a name of {owner.name!r} already")
    if known.merged_into_id:
        raise UsageError(f"{name!r} is {bearer.name!r} by an earlier decision; split it first, or merge the two")
    join(session, known.id, owner.id, SpeakerAction.ALIAS, reason)
    return owner.name


def split_speaker(session: Session, speaker: str, reason: str | None = None) -> tuple[str, str]:
    """Take back that a speaker was merged: the names of both. Who had been merged into it goes along.

    UsageError where it is merged into nobody.
    """
    found = _find(session, speaker)
    if found.merged_into_id is None:
        raise UsageError(f"{found.name!r} is merged into nobody; `claimtrack speakers log` lists decisions")
    root = _root(session, found)
    part(session, found.id, root.id, reason)
    return found.name, root.name


def list_decisions(session: Session) -> list[SpeakerDecision]:
    """All decisions, the oldest first."""
    return decisions(session)


def _find(session: Session, wanted: str) -> SpeakerRow:
    """The speaker with an id, the beginning of one that nobody shares, or a name that nobody shares."""
    prefix = wanted.strip().lower()
    found = list(find_speakers(session, prefix, _MOST_SHOWN)) if _PREFIX.fullmatch(prefix) else []
    if not found:
        named = select(SpeakerAliasRow.speaker_id).where(SpeakerAliasRow.name_words == padded_words(wanted))
        query = select(SpeakerRow).where(SpeakerRow.id.in_(named)).order_by(SpeakerRow.id).limit(_MOST_SHOWN)
        found = list(session.scalars(query))
    if not found:
        raise NotFoundError(f"no speaker is {wanted!r}; `claimtrack speakers list` has names and ids")
    if len(found) > 1:
        several = ", ".join(f"{each.id} ({each.name}, {each.kind})" for each in found)
        raise NotFoundError(f"several speakers are {wanted!r}: {several}; give the id of one")
    return found[0]


def _root(session: Session, speaker: SpeakerRow) -> SpeakerRow:
    return session.get_one(SpeakerRow, speaker.merged_into_id) if speaker.merged_into_id else speaker
