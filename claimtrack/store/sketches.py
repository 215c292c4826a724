"""Sketches of what statements mean, a row for each document: all of them are read by one query."""

from collections.abc import Collection, Mapping

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import DocumentSketchRow, StatementRow, StatementSearchRow, StatementVectorRow
from claimtrack.store.bulk import add_or_refresh

__all__ = ["all_sketches", "count_sketchable", "save_sketches", "sketchable", "statements_found_by_words"]

_AT_ONCE = 500


def all_sketches(session: Session, encoder: str) -> bytes:
    """The sketches of all statements that have a vector by an encoder, document by document."""
    query = select(DocumentSketchRow.sketches).where(DocumentSketchRow.encoder == encoder)
    rows = session.connection().scalars(query, execution_options={"yield_per": _AT_ONCE})
    return b"".join(
        b"".join(some) for some in rows.partitions()
    )  # no more rows are alive than garbage collection bears


def sketchable(session: Session, documents: Collection[str], encoder: str) -> dict[str, list[tuple[str, bytes]]]:
    """The live statements of documents (by key, no more than a thousand) with their vectors by an encoder."""
    row, vector = StatementRow, StatementVectorRow
    query = select(row.document_key, row.id, vector.vector).join(vector, vector.statement_id == row.id)
    live = query.where(row.document_key.in_(documents), row.retired_by_run_id.is_(None), vector.encoder == encoder)
    found: dict[str, list[tuple[str, bytes]]] = {key: [] for key in documents}
    for document, statement, packed in session.execute(live.order_by(row.document_key, row.id)):
        found[document].append((statement, packed))
    return found


def save_sketches(session: Session, sketches: Mapping[str, bytes], encoder: str) -> None:
    """Store the sketches of documents (by key) in place of those by any encoder; no bytes for none."""
    row = DocumentSketchRow
    others = (row.encoder != encoder) | row.document_key.in_([key for key, own in sketches.items() if not own])
    session.execute(delete(row).where(row.document_key.in_(sketches), others))
    rows = [{"document_key": key, "encoder": encoder, "sketches": own} for key, own in sketches.items() if own]
    add_or_refresh(session, row, rows, by=["document_key", "encoder"])


def statements_found_by_words(session: Session) -> int:
    """How many live statements there are: each is found by its words at least."""
    return session.scalar(select(func.count(StatementSearchRow.statement_id))) or 0


def count_sketchable(session: Session, encoder: str) -> int:
    """How many statements have a vector by an encoder."""
    row = StatementVectorRow
    return session.scalar(select(func.count()).select_from(row).where(row.encoder == encoder)) or 0
