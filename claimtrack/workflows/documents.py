"""Listing stored documents."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.stored import DocumentSummary
from claimtrack.search.selects import document_select
from claimtrack.store.documents import document_summaries

__all__ = ["list_documents"]


def list_documents(session: Session, filters: StatementFilters | None = None) -> Iterator[DocumentSummary]:
    """The documents that pass the filters on documents and publishers, with statements or without, streamed.

    They come by publication date, unknown ones last, then by id. The session must stay open meanwhile.
    """
    return document_summaries(session, document_select(filters or StatementFilters()))
