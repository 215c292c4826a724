"""Speakers with every spelling of their names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.tables import SpeakerAliasRow, SpeakerRow
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


def save_speakers(session: Session, records: Iterable[SpeakerRecord]) -> None:
    """Store speakers and spellings that are not stored yet; the preferred spelling names the speaker."""
    distinct = list(dict.fromkeys(records))
    names = _stored_names(session, {record.id for record in distinct})
    rows = {}
    for record in distinct:
        name = preferred_spelling(record.name, names.get(record.id, record.name))
        names[record.id] = name
        rows[record.id] = {
            "id": record.id,
            "name": name,
            "kind": record.kind,
            "anonymous": record.anonymous,
        }
    add_or_refresh(session, SpeakerRow, list(rows.values()), by=["id"])
    add_missing(session, SpeakerAliasRow, _aliases(distinct))


def _stored_names(session: Session, ids: set[str]) -> dict[str, str]:
    query = select(SpeakerRow.id, SpeakerRow.name)
    return {row.id: row.name for chunk in chunks(ids) for row in session.execute(query.where(SpeakerRow.id.in_(chunk)))}


def _aliases(records: Sequence[SpeakerRecord]) -> list[dict[str, object]]:
    aliases = {hash_key("alias", record.id, record.name): record for record in records}
    return [
        {"id": key, "speaker_id": record.id, "name": record.name, "name_words": padded_words(record.name)}
        for key, record in aliases.items()
    ]
