"""Keeping up to date which stored documents are copies of one text, and so one story."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.tables import DocumentRow
from claimtrack.resolve.copies import FEWEST_BANDS, are_copies, bands, signature
from claimtrack.store.bulk import chunks
from claimtrack.store.stories import (
    forget_stories,
    join_stories,
    save_signatures,
    signatures_sharing,
    unsigned_texts,
)

__all__ = ["join_all_copies", "join_copies"]


def join_copies(session: Session, documents: Collection[str]) -> None:
    """Compare documents (by key) that came with those that may be their copies, and make one story of all that are.

    Copies of copies are copies. A key stands for one text, so what was compared once is not compared again.
    """
    for chunk in chunks(sorted(documents)):
        signed = {key: signature(text) for key, text in unsigned_texts(session, chunk).items()}
        signatures = {key: own for key, own in signed.items() if own is not None}
        places = {key: bands(own) for key, own in signatures.items()}
        save_signatures(session, signatures, places)
        for key, own in signatures.items():
            near = signatures_sharing(session, places[key], FEWEST_BANDS)
            join_stories(session, {story for story, other in near if are_copies(own, other)})


def join_all_copies(session: Session) -> None:
    """Compare all documents of a database anew."""
    forget_stories(session)
    join_copies(session, session.scalars(select(DocumentRow.key)).all())
