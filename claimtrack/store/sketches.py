"""Sketches of what statements mean, a row for each document: all of them are read by one query."""

from collections.abc import Collection, Mapping

from sqlalchemy import and_, delete, select
from sqlalchemy.orm import Session

from claimtrack.db.engine import BYTES
from claimtrack.db.tables import DocumentRow, DocumentSketchRow, StatementRow, StatementVectorRow
from claimtrack.store.bulk import add_or_refresh

__all__ = ["all_sketches", "are_complete", "drop_sketches", "save_sketches", "sketchable"]

_AT_ONCE = 1_000


def all_sketches(session: Session, encoder: str) -> bytes:
    """The sketches of all statements that have a vector by an encoder, document by document."""
    query = select(DocumentSketchRow.sketches).where(DocumentSketchRow.encoder == encoder)
    rows = session.connection().scalars(query, execution_options={"yield_per": _AT_ONCE, **BYTES})
    return b"".join(
        b"".join(some) for some in rows.partitions()
    )  # no more rows are alive than garbage collection bears


def sketchable(session: Session, documents: Collection[str], encoder: str) -> dict[str, list[tuple[str, bytes]]]:
    """The live statements of documents (by key, no more than a thousand) with their vectors by an encoder.

    None of a document that has one without: its sketches would tell only some of it.
    """
    row, vector = StatementRow, StatementVectorRow
    own = and_(vector.statement_id == row.id, vector.encoder == encoder)
    query = select(row.document_key, row.id, vector.vector).outerjoin(vector, own)
    live = query.where(row.document_key.in_(documents), row.retired_by_run_id.is_(None))
    found: dict[str, list[tuple[str, bytes]]] = {key: [] for key in documents}
    partly: set[str] = set()
    for document, statement, packed in session.execute(live.order_by(row.document_key, row.id)):
        if packed:
            found[document].append((statement, packed))
        else:
            partly.add(document)
    return {key: [] if key in partly else vectors for key, vectors in found.items()}


def save_sketches(session: Session, sketches: Mapping[str, bytes], encoder: str) -> None:
    """Store the sketches of documents (by key) in place of those by any encoder; no bytes for none."""
    row = DocumentSketchRow
    others = (row.encoder != encoder) | row.document_key.in_([key for key, own in sketches.items() if not own])
    session.execute(delete(row).where(row.document_key.in_(sketches), others))
    rows = [{"document_key": key, "encoder": encoder, "sketches": own} for key, own in sketches.items() if own]
    add_or_refresh(session, row, rows, by=["document_key", "encoder"])


def drop_sketches(session: Session, documents: Collection[str]) -> None:
    """Forget the sketches of documents (by key, no more than a thousand)."""
    session.execute(delete(DocumentSketchRow).where(DocumentSketchRow.document_key.in_(documents)))


def are_complete(session: Session, encoder: str) -> bool:
    """Whether all documents that have live statements have sketches by an encoder."""
    sketched, row = DocumentSketchRow, StatementRow
    own = select(sketched.document_key).where(sketched.document_key == DocumentRow.key, sketched.encoder == encoder)
    live = select(row.id).where(row.document_key == DocumentRow.key, row.retired_by_run_id.is_(None))
    lacking = select(DocumentRow.key).where(~own.exists(), live.exists())  # in this order: few documents lack them
    return session.scalar(lacking.limit(1)) is None
