"""Sketches of what statements mean, a row for each document that says something: all are read by one query.

A document of which some statement has no vector has an empty row by no encoder, so that two scans tell whether the
sketches are those of all statements.
"""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from claimtrack.db.engine import BYTES
from claimtrack.db.tables import DocumentSketchRow
from claimtrack.store.bulk import add_or_refresh

__all__ = ["NO_ENCODER", "all_sketches", "are_complete", "save_sketches"]

NO_ENCODER = ""
"""That of documents that lack sketches; no vector is by it."""

_AT_ONCE = 1_000


def all_sketches(session: Session, encoder: str) -> bytes:
    """The sketches of all statements that have a vector by an encoder, document by document."""
    query = select(DocumentSketchRow.sketches).where(DocumentSketchRow.encoder == encoder)
    rows = session.connection().scalars(query, execution_options={"yield_per": _AT_ONCE, **BYTES})
    return b"".join(
        b"".join(some) for some in rows.partitions()
    )  # no more rows are alive than garbage collection bears


def save_sketches(session: Session, sketches: Mapping[str, bytes | None], encoder: str) -> None:
    """Store the sketches of documents (by key) in place of those by any encoder.

    No bytes are those of a document that says nothing, None tells that sketches are lacking.
    """
    row = DocumentSketchRow
    others = (row.encoder != encoder) | row.document_key.not_in([key for key, own in sketches.items() if own])
    session.execute(delete(row).where(row.document_key.in_(sketches), others))
    rows = [
        {"document_key": key, "encoder": encoder if own else NO_ENCODER, "sketches": own or b""}
        for key, own in sketches.items()
        if own != b""
    ]
    add_or_refresh(session, row, rows, by=["document_key", "encoder"])


def are_complete(session: Session, encoder: str) -> bool:
    """Whether all documents that have live statements have sketches by an encoder."""
    row = DocumentSketchRow
    return session.scalar(select(row.document_key).where(row.encoder != encoder).limit(1)) is None
