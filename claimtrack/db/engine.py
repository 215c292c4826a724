"""Engines: one place that knows how SQLite and PostgreSQL have to be opened."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from claimtrack.db.urls import parse_url
from claimtrack.errors import DatabaseError

__all__ = ["BYTES", "WRITING", "open_engine"]

_BUSY_MILLISECONDS = 30_000
_CACHE_KIB = 64 * 1024
_MAPPED_BYTES = 1 << 30
_BINARY = 1
"""Of libpq's formats of results."""

WRITING = {"sqlite_begin": "BEGIN IMMEDIATE"}
"""Execution options of a connection that will write: on SQLite it waits for its turn at once, rather than
failing when it first writes after another program has written."""
BYTES = {"postgresql_bytes": True}
"""Execution options of a query for texts and bytes alone: PostgreSQL sends bytes as they are, in half the time."""


def open_engine(url: str) -> Engine:
    """An engine for the URL; the caller disposes of it. No connection is made yet.

    Raises DatabaseError where the URL makes no sense or the driver is not installed.
    """
    parsed = parse_url(url)
    try:
        engine = create_engine(parsed)
    except ModuleNotFoundError as error:
        raise DatabaseError(
            "PostgreSQL needs the psycopg driver; install it with: pip install 'claimtrack[postgresql]'"
        ) from error
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "before_cursor_execute", _ask_for_bytes)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    """Give transactions into SQLAlchemy's hands, and set what SQLite leaves off.

    Left to itself the driver begins a transaction only before the first write, so that savepoints set before
    it are released by the next commit of nothing.
    """
    del entry
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "foreign_keys = ON",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        f"cache_size = -{_CACHE_KIB}",
        f"mmap_size = {_MAPPED_BYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql(options.get("sqlite_begin", "BEGIN"))


def _ask_for_bytes(*told: Any) -> None:
    _, cursor, _, _, context, _ = told
    if context is not None and context.execution_options.get("postgresql_bytes"):
        cursor.format = _BINARY
