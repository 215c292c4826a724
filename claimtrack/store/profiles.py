"""Named speakers as finding out who of them are one wants them."""

from collections.abc import Collection, Mapping

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from claimtrack.db.tables import SpeakerDescriptionRow, SpeakerRow
from claimtrack.domain.profiles import Profile
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.store.bulk import chunks

__all__ = ["all_profiles", "profiles_near", "set_blocks", "set_roots", "without_block"]


def profiles_near(session: Session, speakers: Collection[str]) -> list[Profile]:
    """All who share a block with any of the speakers (by id), or are or were one with such a one."""
    found: set[str] = set()
    more = set(speakers)
    while more - found:
        found |= more
        more = _members(session, _blocks(session, found)) | _merged(session, found) | _known_as_one(session, found)
    return _profiles(session, found)


def all_profiles(session: Session) -> list[Profile]:
    """All named speakers."""
    return _profiles(session, set(session.scalars(select(SpeakerRow.id).where(SpeakerRow.block != ""))))


def without_block(session: Session) -> list[tuple[str, str, SpeakerKind]]:
    """Id, name and kind of the named speakers that are compared with nobody yet."""
    row = SpeakerRow
    query = select(row.id, row.name, row.kind).where(row.block == "", row.anonymous.is_(False))
    return [(key, name, kind) for key, name, kind in session.execute(query.order_by(row.id))]


def set_blocks(session: Session, blocks: Mapping[str, str]) -> None:
    """Write down among whom speakers (by id) are compared."""
    if blocks:
        session.execute(update(SpeakerRow), [{"id": key, "block": name} for key, name in blocks.items()])


def set_roots(session: Session, roots: Mapping[str, str]) -> None:
    """Write down who stands for each speaker (ids of both)."""
    stored: dict[str, str] = {}
    for chunk in chunks(sorted(roots)):
        query = select(SpeakerRow.id, SpeakerRow.root_id).where(SpeakerRow.id.in_(chunk))
        stored.update((key, root) for key, root in session.execute(query))
    changed = [{"id": key, "root_id": root} for key, root in roots.items() if stored.get(key) != root]
    if changed:
        session.execute(update(SpeakerRow), changed)


def _blocks(session: Session, speakers: Collection[str]) -> set[str]:
    row = SpeakerRow
    found: set[str] = set()
    for chunk in chunks(sorted(speakers)):
        found.update(session.scalars(select(row.block).distinct().where(row.id.in_(chunk), row.block != "")))
    return found


def _members(session: Session, blocks: Collection[str]) -> set[str]:
    return set(session.scalars(select(SpeakerRow.id).where(SpeakerRow.block.in_(sorted(blocks)))))


def _merged(session: Session, speakers: Collection[str]) -> set[str]:
    """Those whom an analyst merged into one of the speakers, or one of them into."""
    row = SpeakerRow
    found: set[str] = set()
    for chunk in chunks(sorted(speakers)):
        merged = row.merged_into_id.is_not(None) & or_(row.id.in_(chunk), row.merged_into_id.in_(chunk))
        found.update(key for pair in session.execute(select(row.id, row.merged_into_id).where(merged)) for key in pair)
    return found


def _known_as_one(session: Session, speakers: Collection[str]) -> set[str]:
    """Those who have been one with one of the speakers until now, or are the same item of Wikidata."""
    row = SpeakerRow
    found: set[str] = set()
    for chunk in chunks(sorted(speakers)):
        for column in (row.root_id, row.wikidata):
            theirs = select(column).where(row.id.in_(chunk), column.is_not(None))
            found.update(session.scalars(select(row.id).where(column.in_(theirs))))
    return found


def _profiles(session: Session, speakers: Collection[str]) -> list[Profile]:
    row, told = SpeakerRow, SpeakerDescriptionRow
    found: list[Profile] = []
    for chunk in chunks(sorted(speakers)):
        words: dict[str, list[str]] = {}
        described = select(told.speaker_id, told.words).where(told.speaker_id.in_(chunk)).order_by(told.id)
        for key, description in session.execute(described):
            words.setdefault(key, []).append(description)
        query = select(row.id, row.name, row.kind, row.wikidata, row.merged_into_id).where(row.id.in_(chunk))
        for key, name, kind, wikidata, merged in session.execute(query.order_by(row.id)):
            found.append(Profile(key, name, kind, tuple(words.get(key, ())), wikidata, merged))
    return found
