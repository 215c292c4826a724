"""Speakers with every spelling of their names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.tables import SpeakerAliasRow, SpeakerDescriptionRow, SpeakerRow
from claimtrack.domain.keys import hash_key
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.domain.words import padded_words, preferred_spelling
from claimtrack.store.bulk import add_missing, add_or_refresh, chunks

__all__ = ["SpeakerRecord", "save_speakers"]


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """A speaker as one statement shows them, with the id that resolution gave."""

    id: str
    name: str
    kind: SpeakerKind
    anonymous: bool
    block: str = ""
    """Among whom others who are the same are looked for; empty for an unnamed one."""
    descriptions: tuple[str, ...] = ()
    """The role and affiliation that the statement's document gives."""


def save_speakers(session: Session, records: Iterable[SpeakerRecord]) -> set[str]:
    """Store speakers, spellings and descriptions that are not stored yet; the preferred spelling names the speaker.

    Returns the ids of the named ones that are new or have something new: they may turn out to be somebody known.
    """
    distinct = list(dict.fromkeys(records))
    names = _stored_names(session, {record.id for record in distinct})
    described = _new_descriptions(session, distinct)
    news = {record.id for record in distinct if record.id not in names} | {row["speaker_id"] for row in described}
    rows = {}
    for record in distinct:
        name = preferred_spelling(record.name, names.get(record.id, record.name))
        names[record.id] = name
        rows[record.id] = {
            "id": record.id,
            "name": name,
            "kind": record.kind,
            "anonymous": record.anonymous,
            "block": record.block,
            "root_id": record.id,
        }
    add_or_refresh(session, SpeakerRow, list(rows.values()), by=["id"], once=["root_id"])
    add_missing(session, SpeakerAliasRow, _aliases(distinct))
    add_missing(session, SpeakerDescriptionRow, described)
    return {record.id for record in distinct if record.id in news and record.block}


def _stored_names(session: Session, ids: set[str]) -> dict[str, str]:
    query = select(SpeakerRow.id, SpeakerRow.name)
    return {row.id: row.name for chunk in chunks(ids) for row in session.execute(query.where(SpeakerRow.id.in_(chunk)))}


def _new_descriptions(session: Session, records: Sequence[SpeakerRecord]) -> list[dict[str, str]]:
    row = SpeakerDescriptionRow
    found = {
        hash_key("description", record.id, words): {"speaker_id": record.id, "words": words}
        for record in records
        if record.block
        for words in record.descriptions
    }
    known = {key for chunk in chunks(sorted(found)) for key in session.scalars(select(row.id).where(row.id.in_(chunk)))}
    return [{"id": key, **values} for key, values in found.items() if key not in known]


def _aliases(records: Sequence[SpeakerRecord]) -> list[dict[str, object]]:
    aliases = {hash_key("alias", record.id, record.name): record for record in records}
    return [
        {"id": key, "speaker_id": record.id, "name": record.name, "name_words": padded_words(record.name)}
        for key, record in aliases.items()
    ]
