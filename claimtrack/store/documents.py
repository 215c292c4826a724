"""Documents: stored once per id and text; metadata follow the last reading."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import DocumentRow, PublisherRow, RunRow
from claimtrack.domain.document import Document
from claimtrack.domain.stored import DocumentSummary
from claimtrack.store.bulk import add_or_refresh
from claimtrack.store.publishers import publisher_id, save_publisher
from claimtrack.store.stories import story_key

__all__ = [
    "document_order",
    "document_summaries",
    "document_text",
    "is_known",
    "is_unchanged",
    "save_document",
    "summary_columns",
    "summary_from",
]


def is_known(session: Session, key: str) -> bool:
    """Whether a document with this key is stored."""
    return session.scalar(select(DocumentRow.key).where(DocumentRow.key == key)) is not None


def is_unchanged(session: Session, document: Document, fingerprint: str) -> bool:
    """Whether a document is stored with these metadata, extracted last by runs of this fingerprint.

    Then extracting it again would find what is stored.
    """
    row = DocumentRow
    stored = session.execute(
        select(row.title, row.publisher_id, row.published, row.url, row.author)
        .join(RunRow, RunRow.id == row.last_run_id)
        .where(row.key == document.key, RunRow.fingerprint == fingerprint)
    ).one_or_none()
    publisher = publisher_id(document.publisher) if document.publisher else None
    read = (document.title, publisher, document.published, document.url, document.author)
    return stored is not None and tuple(stored) == read


def save_document(session: Session, document: Document, run_id: int) -> None:
    """Insert a document, or refresh the metadata and last run of the stored one."""
    values: dict[str, object] = {
        "key": document.key,
        "id": document.id,
        "title": document.title,
        "publisher_id": save_publisher(session, document.publisher),
        "published": document.published,
        "url": document.url,
        "author": document.author,
        "origin": document.origin,
        "media_type": document.media_type,
        "raw_sha256": document.raw_sha256,
        "text": document.text,
        "first_run_id": run_id,
        "last_run_id": run_id,
    }
    add_or_refresh(session, DocumentRow, [values], by=["key"], once=["first_run_id"])


def document_text(session: Session, key: str) -> str:
    """A document's text; NoResultFound for an unknown key."""
    return session.execute(select(DocumentRow.text).where(DocumentRow.key == key)).scalar_one()


def document_order() -> tuple[ColumnElement[Any], ...]:
    """The order of listings: by publication date, unknown ones last, then by id in code-point order."""
    return DocumentRow.published.asc().nulls_last(), DocumentRow.id.asc(), DocumentRow.key.asc()


def summary_columns() -> tuple[ColumnElement[Any], ...]:
    """What ``summary_from`` reads; documents are to be joined with publishers, on the left."""
    row = DocumentRow
    named = (row.key, row.id, row.title, row.published, row.url, row.author)
    return (
        *(column.label(f"document_{column.key}") for column in named),
        PublisherRow.name.label("publisher"),
        story_key().label("story"),
    )


def summary_from(row: Row[*tuple[Any, ...]]) -> DocumentSummary:
    """The summary in a row that has the ``summary_columns``."""
    return DocumentSummary(
        key=row.document_key,
        id=row.document_id,
        title=row.document_title,
        publisher=row.publisher,
        published=row.document_published,
        url=row.document_url,
        author=row.document_author,
        story=row.story,
    )


def document_summaries(session: Session, wanted: Select[str]) -> Iterator[DocumentSummary]:
    """The documents whose keys the Select yields, in the order of listings, streamed."""
    query = (
        select(*summary_columns())
        .select_from(DocumentRow)
        .outerjoin(PublisherRow)
        .where(DocumentRow.key.in_(wanted))
        .order_by(*document_order())
    )
    for row in session.execute(query, execution_options={"yield_per": 500}):
        yield summary_from(row)
