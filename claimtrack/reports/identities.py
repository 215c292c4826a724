"""Who speaks, the same person or body under one name in all documents."""

from collections.abc import Iterable
from itertools import chain

from claimtrack.domain.attribution import Speaker
from claimtrack.domain.keys import hash_key
from claimtrack.domain.stored import Identity, StoredStatement

__all__ = ["NOBODY_NAMED", "identities", "names"]

NOBODY_NAMED = "nobody named"
"""Stands for the missing speaker of "it was announced that"."""


def identities(statement: StoredStatement) -> tuple[Identity, ...]:
    """The different speakers of a statement, in its order; without a database, those of one name and kind are one."""
    told = statement.identities or (_of(speaker, statement) for speaker in statement.attribution.speakers)
    return tuple({identity.id: identity for identity in told}.values())


def names(statements: Iterable[StoredStatement]) -> list[str]:
    """The names of all who speak in the statements, each once, in that order."""
    told = ([identity.name for identity in identities(statement)] or [NOBODY_NAMED] for statement in statements)
    return list(dict.fromkeys(chain.from_iterable(told)))


def _of(speaker: Speaker, statement: StoredStatement) -> Identity:
    """An unnamed speaker is one of its document, unless somebody decided who that is."""
    name, kind = speaker.known_as or speaker.name, speaker.known_kind or speaker.kind
    unnamed = statement.attribution.anonymous and speaker.known_as is None
    return Identity(hash_key("identity", kind, name, statement.document.key if unnamed else ""), name, kind)
