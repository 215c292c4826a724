"""From documents to stored statements: the main workflow. A crash loses at most the documents in hand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Engine
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from claimtrack.db.engine import WRITING, open_engine
from claimtrack.db.failures import explained
from claimtrack.db.migrate import ensure
from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.run import ExtractionCounts, RunSettings
from claimtrack.domain.vocabulary import RunStatus
from claimtrack.errors import DocumentError
from claimtrack.store.documents import is_unchanged
from claimtrack.store.runs import drop_run, finish_run, start_run
from claimtrack.workflows.identities import join_speakers
from claimtrack.workflows.linking import relink
from claimtrack.workflows.stories import join_copies
from claimtrack.workflows.storing import StoredDocument, store_document

__all__ = ["Annotate", "ExtractionCounts", "ExtractionReport", "Progress", "extract_documents"]

Annotated: TypeAlias = tuple[Document, Sequence[Attribution]]
Annotate: TypeAlias = Callable[[Iterable[Document]], Iterable[Annotated]]
"""A stream of documents → the same documents with their attributions."""
Progress: TypeAlias = Callable[[ExtractionCounts], None]

# Documents per transaction: few enough that little is lost, enough that commits cost nothing.
_BATCH = 16


@dataclass(frozen=True)
class ExtractionReport:
    """What a run did, and which documents it could not read or store."""

    run: int | None
    """None where every document was stored already: a run that had nothing to do leaves no record."""
    counts: ExtractionCounts
    failures: tuple[DocumentError, ...]


def extract_documents(
    url: str,
    documents: Iterable[Document | DocumentError],
    annotate: Annotate,
    run: RunSettings,
    *,
    force: bool = False,
    on_progress: Progress | None = None,
) -> ExtractionReport:
    """Annotate documents and store them in the database, recorded as one run.

    Documents stream through; bad ones are counted and reported, and the others go on. A document that is
    stored with the same metadata and was extracted by the same program, model and settings is not annotated
    again unless ``force`` is given. When the stream raises, Ctrl-C included, what was annotated until then
    is stored, the run is marked failed or interrupted, and the exception goes on. A run that finds every document
    stored already leaves no row behind. Raises DatabaseError where the database fails.
    """
    with explained(url):
        ensure(url)
        engine = open_engine(url)
        try:
            extraction = _Extraction(engine, run, force=force, on_progress=on_progress)
            return extraction.carry_out(documents, annotate)
        finally:
            engine.dispose()


class _Extraction:
    """One run: the counts so far, and the documents that wait for the next transaction."""

    def __init__(self, engine: Engine, run: RunSettings, *, force: bool, on_progress: Progress | None) -> None:
        self._reader = engine
        self._writer = engine.execution_options(**WRITING)
        self._fingerprint = run.fingerprint
        self._force = force
        self._on_progress = on_progress
        self._counts = ExtractionCounts()
        self._failures: list[DocumentError] = []
        self._waiting: list[Annotated] = []
        with Session(self._writer) as session, session.begin():
            self._run = start_run(session, run)

    def carry_out(self, documents: Iterable[Document | DocumentError], annotate: Annotate) -> ExtractionReport:
        """Work through the stream and write down how the run ended."""
        try:
            for annotated in annotate(self._wanted(documents)):
                self._waiting.append(annotated)
                if len(self._waiting) == _BATCH:
                    self._flush()
            recorded = self._end(RunStatus.FINISHED)
        except BaseException as error:
            status = RunStatus.INTERRUPTED if isinstance(error, KeyboardInterrupt) else RunStatus.FAILED
            with suppress(SQLAlchemyError):  # the first error is the one to tell
                self._end(status)
            raise
        return ExtractionReport(self._run if recorded else None, self._counts, tuple(self._failures))

    def _wanted(self, documents: Iterable[Document | DocumentError]) -> Iterator[Document]:
        """The documents to be annotated; the others are only counted."""
        for document in documents:
            if isinstance(document, DocumentError):
                self._failures.append(document)
                self._count(ExtractionCounts(documents_read=1, documents_failed=1))
            elif self._is_done(document):
                self._count(ExtractionCounts(documents_read=1, documents_unchanged=1))
            else:
                self._count(ExtractionCounts(documents_read=1))
                yield document

    def _is_done(self, document: Document) -> bool:
        if self._force:
            return False
        with Session(self._reader) as session:
            return is_unchanged(session, document, self._fingerprint)

    def _flush(self) -> None:
        """Store the waiting documents in one transaction, each in a savepoint of its own."""
        done = ExtractionCounts()
        failures: list[DocumentError] = []
        with Session(self._writer) as session, session.begin():
            touched: set[str] = set()
            speakers: set[str] = set()
            documents: set[str] = set()
            for document, attributions in self._waiting:
                stored = self._store(session, document, attributions)
                if isinstance(stored, DocumentError):
                    failures.append(stored)
                    done += ExtractionCounts(documents_failed=1)
                else:
                    touched |= stored.changes.touched
                    speakers |= stored.speakers
                    documents.add(document.key)
                    done += _counted(stored)
            relink(session, sorted(touched))
            join_speakers(session, speakers)
            join_copies(session, documents)
        self._waiting.clear()
        self._failures.extend(failures)
        self._count(done)

    def _store(
        self, session: Session, document: Document, attributions: Sequence[Attribution]
    ) -> StoredDocument | DocumentError:
        try:
            with session.begin_nested():
                return store_document(session, document, attributions, self._run)
        except DocumentError as error:
            return error
        except (DataError, IntegrityError) as error:
            reason = str(error.orig).partition("\n")[0]
            return DocumentError(document.origin or document.id, f"the database refuses it: {reason}")

    def _end(self, status: RunStatus) -> bool:
        """Store what waits and write down how the run ended; whether there was anything to write down."""
        self._flush()
        idle = status is RunStatus.FINISHED and self._counts.documents_read == self._counts.documents_unchanged
        with Session(self._writer) as session, session.begin():
            if idle:
                drop_run(session, self._run)
            else:
                finish_run(session, self._run, status, self._counts)
        return not idle

    def _count(self, more: ExtractionCounts) -> None:
        self._counts += more
        if self._on_progress is not None:
            self._on_progress(self._counts)


def _counted(stored: StoredDocument) -> ExtractionCounts:
    return ExtractionCounts(
        documents_new=int(stored.new),
        documents_refreshed=int(not stored.new),
        statements_new=len(stored.changes.new),
        statements_refreshed=len(stored.changes.refreshed),
        statements_retired=len(stored.changes.retired),
    )
