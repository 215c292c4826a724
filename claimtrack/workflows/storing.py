"""One document and its attributions, checked, identified and stored."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.keys import KEY_LENGTH, statement_key
from claimtrack.errors import DocumentError
from claimtrack.resolve.likeness import block
from claimtrack.resolve.speakers import speaker_id
from claimtrack.store.documents import is_known, save_document
from claimtrack.store.speakers import SpeakerRecord, save_speakers
from claimtrack.store.statements import StatementChanges, StatementRecord, save_statements

__all__ = ["StoredDocument", "store_document"]

_KEY = re.compile(rf"[0-9a-f]{{{KEY_LENGTH}}}")
_SURROGATE = re.compile("[\ud800-\udfff]")
# PostgreSQL indexes no value of more than 2,704 bytes.
_LONGEST_ID = 500


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What storing a document did."""

    new: bool
    changes: StatementChanges
    speakers: frozenset[str]
    """Ids of the named speakers that are new or that it describes in a new way."""


def store_document(
    session: Session, document: Document, attributions: Sequence[Attribution], run_id: int
) -> StoredDocument:
    """Store a document and make the given attributions its live statements; claims are left to ``relink``.

    Raises DocumentError, before anything is written, for what no database can hold.
    """
    _check(document, attributions)
    new = not is_known(session, document.key)
    save_document(session, document, run_id)
    found = _identified(document, attributions)
    news = save_speakers(session, [speaker for _, speakers in found for speaker in speakers])
    records = [
        StatementRecord(attribution, tuple(speaker.id for speaker in speakers)) for attribution, speakers in found
    ]
    return StoredDocument(new, save_statements(session, document, records, run_id), frozenset(news))


def _identified(
    document: Document, attributions: Sequence[Attribution]
) -> list[tuple[Attribution, list[SpeakerRecord]]]:
    """The attributions under their provenance keys, with speakers; of two with the same spans the first.

    What an attribution denies or confirms is one of the same document, by the id that it has there, or one of another
    document, by its provenance key; any other id says nothing to this database and is left out.
    """
    keys = {
        each.id: statement_key(document.key, each.source, each.cue, each.content) for each in reversed(attributions)
    }
    found: dict[str, tuple[Attribution, list[SpeakerRecord]]] = {}
    for each in attributions:
        if not (each.source or each.cue or each.content):
            continue  # it says nothing
        key = statement_key(document.key, each.source, each.cue, each.content)
        denies, confirms = _answered(each.denies, keys, key), _answered(each.confirms, keys, key)
        speakers = tuple(speaker for speaker in each.speakers if speaker.name.strip())
        kept = replace(each, id=key, denies=denies, confirms=confirms, speakers=speakers)
        found.setdefault(key, (kept, _speaker_records(document, kept)))
    return list(found.values())


def _answered(targets: Sequence[str], keys: Mapping[str, str], own: str) -> tuple[str, ...]:
    known = (keys.get(target, target) for target in targets)
    return tuple(target for target in known if _KEY.fullmatch(target) and target != own)


def _speaker_records(document: Document, attribution: Attribution) -> list[SpeakerRecord]:
    anonymous = attribution.anonymous
    return [
        SpeakerRecord(
            id=speaker_id(speaker, document.key, anonymous=anonymous),
            name=speaker.name,
            kind=speaker.kind,
            anonymous=anonymous,
            block="" if anonymous else block(speaker.name, speaker.kind),
            descriptions=tuple(filter(None, (speaker.role, speaker.affiliation))),
        )
        for speaker in attribution.speakers
    ]


def _check(document: Document, attributions: Sequence[Attribution]) -> None:
    origin = document.origin or document.id
    if len(document.id) > _LONGEST_ID:
        raise DocumentError(origin, f"its id is longer than {_LONGEST_ID} characters; give it a shorter one")
    for text in _texts(document, attributions):
        if "\0" in text:
            raise DocumentError(origin, "it holds NUL characters, which no database stores; remove them")
        if _SURROGATE.search(text):
            raise DocumentError(origin, "it holds halves of characters (surrogates); save it as UTF-8 again")
    for each in attributions:
        for start, end in (*each.source, *each.cue, *each.content):
            if not 0 <= start < end <= len(document.text):
                raise DocumentError(origin, f"statement {each.id} has a span {start}-{end} outside the text")


def _texts(document: Document, attributions: Sequence[Attribution]) -> Iterator[str]:
    fields = (document.title, document.publisher, document.url, document.author, document.origin)
    yield from (field for field in (document.id, document.text, document.media_type, *fields) if field)
    for each in attributions:
        yield from (text for text in (each.via, *each.topics) if text)
        for speaker in each.speakers:
            yield from (text for text in (speaker.name, speaker.role, speaker.affiliation) if text)
