"""Listing the speakers of stored statements, and deciding which of them are the same."""

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.tables import SpeakerAliasRow, SpeakerRow
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.keys import KEY_LENGTH
from claimtrack.domain.vocabulary import SpeakerAction
from claimtrack.domain.words import padded_words
from claimtrack.errors import NotFoundError, UsageError
from claimtrack.resolve.identities import suggestions
from claimtrack.resolve.likeness import block
from claimtrack.resolve.speakers import speaker_id
from claimtrack.search.selects import speaker_select
from claimtrack.store.profiles import all_profiles
from claimtrack.store.registry import (
    SpeakerDecision,
    decisions,
    find_speakers,
    identify,
    join,
    part,
    set_apart,
    told_apart,
)
from claimtrack.store.speakers import SpeakerRecord, save_speakers
from claimtrack.store.summaries import SpeakerSummary, speaker_summaries
from claimtrack.workflows.identities import join_speakers

__all__ = [
    "SpeakerDecision",
    "SpeakerSuggestion",
    "SpeakerSummary",
    "add_alias",
    "identify_speaker",
    "list_decisions",
    "list_speakers",
    "merge_speakers",
    "split_speaker",
    "suggest_speakers",
]

_ITEM = re.compile(r"Q[1-9]\d{0,11}")
_PREFIX = re.compile(rf"[0-9a-f]{{4,{KEY_LENGTH}}}")
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class SpeakerSuggestion:
    """Two speakers who may be one."""

    speaker: str
    into: str
    """Names of both; ids below."""
    score: float
    speaker_id: str
    into_id: str


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
    join_speakers(session, {one.id, other.id})
    return one.name, other.name


def add_alias(session: Session, speaker: str, name: str, reason: str | None = None) -> str:
    """Decide that a name, stored or yet to come, is another of a speaker's; the speaker's name.

    Errors as of ``merge_speakers``; UsageError too for a name without a letter.
    """
    owner = _root(session, _find(session, speaker))
    if not any(map(str.isalnum, name)):
        raise UsageError(f"{name!r} is no name")
    key = speaker_id(Speaker(name, owner.kind), "", anonymous=False)
    save_speakers(session, [SpeakerRecord(key, name, owner.kind, False, block(name, owner.kind))])
    known = session.get_one(SpeakerRow, key)
    if (bearer := _root(session, known)).id == owner.id:
        raise UsageError(f"{name!r} is a name of {owner.name!r} already")
    if known.merged_into_id:
        raise UsageError(f"{name!r} is {bearer.name!r} by an earlier decision; split it first, or merge the two")
    join(session, known.id, owner.id, SpeakerAction.ALIAS, reason)
    join_speakers(session, {known.id, owner.id})
    return owner.name


def split_speaker(session: Session, speaker: str, reason: str | None = None) -> tuple[str, str]:
    """Decide that a speaker is not who stands for it, by a merge or by likeness: the names of both.

    Who had been merged into it goes along. UsageError where nobody stands for it.
    """
    found = _find(session, speaker)
    root = _root(session, found)
    if found.id == root.id:
        raise UsageError(f"{found.name!r} is merged into nobody; `claimtrack speakers log` lists decisions")
    if found.merged_into_id is None:
        set_apart(session, found.id, root.id, reason)
    else:
        part(session, found.id, found.merged_into_id, reason)
    join_speakers(session, {found.id, root.id})
    return found.name, root.name


def identify_speaker(session: Session, speaker: str, wikidata: str | None, reason: str | None = None) -> str:
    """Say which item of Wikidata (``Q82156``) a speaker is, None for none any more; its name.

    Speakers of one item are one, those of two items two. UsageError for what is no item.
    """
    if wikidata is not None and not _ITEM.fullmatch(wikidata):
        raise UsageError(f"{wikidata!r} is no item of Wikidata; give its number, such as Q82156")
    found = _find(session, speaker)
    identify(session, found.id, wikidata, reason)
    join_speakers(session, {found.id})
    return found.name


def suggest_speakers(session: Session) -> list[SpeakerSuggestion]:
    """Pairs of speakers who may be one and are not joined, the likeliest first."""
    known = {profile.id: profile for profile in all_profiles(session)}
    found = suggestions(list(known.values()), told_apart(session))
    return [SpeakerSuggestion(known[one].name, known[other].name, score, one, other) for one, other, score in found]


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
    session.refresh(speaker)  # who stands for it is written past the objects of the session
    return session.get_one(SpeakerRow, speaker.root_id)
