"""Files in, statements in the database: reading, extraction and storage put together."""

from collections.abc import Callable, Sequence

from claimtrack import __version__
from claimtrack.domain.run import ExtractionCounts, RunSettings
from claimtrack.domain.vocabulary import FinderName
from claimtrack.extract.pipeline import Extractor
from claimtrack.ingest.options import ReadOptions
from claimtrack.ingest.readers import read_documents
from claimtrack.workflows.extract import ExtractionReport, extract_documents

__all__ = ["extract_files"]


def extract_files(
    url: str,
    paths: Sequence[str],
    options: ReadOptions,
    *,
    finder: FinderName = FinderName.MODEL,
    force: bool = False,
    on_progress: Callable[[ExtractionCounts], None] | None = None,
) -> ExtractionReport:
    """Read the files and folders, extract their statements, and store them in the database of the URL.

    ``force`` extracts again what is stored already. Bad documents are skipped and reported; DatabaseError and
    ModelError end the run.
    """
    extractor = Extractor(finder)
    run = RunSettings(__version__, extractor.name, extractor.version)
    documents = read_documents(paths, options)
    return extract_documents(url, documents, extractor.annotate, run, force=force, on_progress=on_progress)
