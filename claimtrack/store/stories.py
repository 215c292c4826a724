"""Stories: which documents are copies of one text."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, delete, func, select, update
from sqlalchemy.orm import Session

from claimtrack.db.tables import DocumentBandRow, DocumentRow, DocumentSignatureRow
from claimtrack.domain.copies import Signature
from claimtrack.store.bulk import add_missing

__all__ = [
    "forget_stories",
    "join_stories",
    "members_of",
    "save_signatures",
    "signatures_sharing",
    "story_key",
    "unsigned_texts",
]


def story_key() -> ColumnElement[str]:
    """The story of a document, in a query that has documents."""
    row = DocumentSignatureRow
    known = select(row.story).where(row.document_key == DocumentRow.key).correlate(DocumentRow).scalar_subquery()
    return func.coalesce(known, DocumentRow.key)


def members_of(story: str) -> Select[str]:
    """Keys of all documents of a story that was found to have several."""
    row = DocumentSignatureRow
    return select(row.document_key).where(row.story == story)


def unsigned_texts(session: Session, documents: Collection[str]) -> dict[str, str]:
    """The texts of those of the documents (by key) that are not compared with others yet."""
    signature = DocumentSignatureRow.document_key
    signed = select(signature).where(signature.in_(documents))
    query = select(DocumentRow.key, DocumentRow.text)
    found = session.execute(query.where(DocumentRow.key.in_(documents), DocumentRow.key.not_in(signed)))
    return {row.key: row.text for row in found}


def save_signatures(session: Session, signatures: Mapping[str, Signature], bands: Mapping[str, Sequence[str]]) -> None:
    """Store by what documents (by key) are compared; each is a story of its own so far."""
    rows = [
        {"document_key": key, "story": key, "shingles": each.shingles, "minhash": each.minhash}
        for key, each in signatures.items()
    ]
    add_missing(session, DocumentSignatureRow, rows)
    pairs = [{"band": band, "document_key": key} for key, own in bands.items() for band in own]
    add_missing(session, DocumentBandRow, pairs)


def signatures_sharing(session: Session, bands: Collection[str], fewest: int) -> list[tuple[str, Signature]]:
    """Story and signature of each document that has at least so many of the bands."""
    band, row = DocumentBandRow, DocumentSignatureRow
    sharing = select(band.document_key).where(band.band.in_(bands)).group_by(band.document_key)
    wanted = sharing.having(func.count() >= fewest)
    query = select(row.story, row.minhash, row.shingles).where(row.document_key.in_(wanted))
    return [(story, Signature(minhash, shingles)) for story, minhash, shingles in session.execute(query)]


def join_stories(session: Session, stories: Collection[str]) -> None:
    """Make one story of several (by key); it has the smallest of their keys."""
    first, *others = sorted(stories)
    if others:
        row = DocumentSignatureRow
        session.execute(update(row).where(row.story.in_(others)).values(story=first))


def forget_stories(session: Session) -> None:
    """Make every document a story of its own, that is to be compared anew."""
    session.execute(delete(DocumentBandRow))
    session.execute(delete(DocumentSignatureRow))
