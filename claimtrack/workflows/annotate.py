"""Files in, attribution JSONL out: no database, every attribution whatever its type."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject, attribution_to_json, document_to_json
from claimtrack.domain.vocabulary import FinderName
from claimtrack.errors import DocumentError
from claimtrack.extract.pipeline import Extractor
from claimtrack.ingest.options import ReadOptions
from claimtrack.ingest.readers import read_documents

__all__ = ["annotate_files"]


def annotate_files(
    paths: Sequence[str],
    options: ReadOptions,
    on_error: Callable[[DocumentError], None],
    finder: FinderName = FinderName.MODEL,
) -> Iterator[JsonObject]:
    """One interchange object per readable document, in order; the others go to ``on_error``.

    Documents stream through in batches, so that memory stays bounded. ModelError where a language model is missing.
    """
    readable = _readable(read_documents(paths, options), on_error)
    for document, attributions in Extractor(finder).annotate(readable):
        statements = [attribution_to_json(attribution) for attribution in attributions]
        yield {**document_to_json(document), "statements": statements}


def _readable(
    documents: Iterable[Document | DocumentError], on_error: Callable[[DocumentError], None]
) -> Iterator[Document]:
    for document in documents:
        if isinstance(document, DocumentError):
            on_error(document)
        else:
            yield document
