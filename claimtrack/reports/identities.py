"""Who speaks, the same person or body under one name in all documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.domain.attribution import Speaker
from claimtrack.domain.keys import hash_key
from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.words import preferred_spelling

__all__ = ["NOBODY_NAMED", "Identity", "identities", "names", "spellings"]

NOBODY_NAMED = "nobody named"
"""Stands for the missing speaker of "it was announced that"."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a speaker is, whatever a document calls them."""

    id: str
    name: str
    """In this statement, unless somebody is known by another."""
    kind: str


def identities(statement: StoredStatement) -> tuple[Identity, ...]:
    """The different speakers of a statement, in its order; without a database, those of one name and kind are one."""
    speakers = statement.attribution.speakers
    ids = statement.speaker_ids or tuple(_id(speaker, statement) for speaker in speakers)
    told = (Identity(key, _name(each), _kind(each)) for key, each in zip(ids, speakers, strict=True))
    return tuple({identity.id: identity for identity in told}.values())


def spellings(statements: Iterable[StoredStatement]) -> dict[str, str]:
    """By id, the preferred name of everybody who speaks in the statements."""
    found: dict[str, str] = {}
    for statement in statements:
        for who in identities(statement):
            found[who.id] = preferred_spelling(found.get(who.id, who.name), who.name)
    return found


def names(statements: Sequence[StoredStatement]) -> list[str]:
    """The names of all who speak in the statements, each once, in that order."""
    spelled = spellings(statements)
    found: dict[str, None] = {}
    for statement in statements:
        found.update(dict.fromkeys([spelled[who.id] for who in identities(statement)] or [NOBODY_NAMED]))
    return list(found)


def _name(speaker: Speaker) -> str:
    return speaker.known_as or speaker.name


def _kind(speaker: Speaker) -> str:
    return (speaker.known_kind or speaker.kind).value


def _id(speaker: Speaker, statement: StoredStatement) -> str:
    """An unnamed speaker is one of its document, unless somebody decided who that is."""
    unnamed = statement.attribution.anonymous and speaker.known_as is None
    return hash_key("identity", _kind(speaker), _name(speaker), statement.document.key if unnamed else "")
