"""The schema's version: what a database has, what this program needs, and the way from one to the other.

Alembic makes every table. Its scripts lie in ``migrations/`` beside the package in a checkout and inside it,
as ``_migrations``, when installed. A SQLite file is made and upgraded on first use; any other database is
changed only by ``claimtrack db upgrade``, because others may work with it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

import claimtrack
from claimtrack.db.engine import open_engine
from claimtrack.db.failures import explained
from claimtrack.db.urls import parse_url, shown_url, sqlite_file
from claimtrack.errors import DatabaseError

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = ["HEAD", "check", "current", "downgrade", "ensure", "head", "upgrade"]

HEAD = "0012"
"""The newest revision, known without loading Alembic; a test compares it with the scripts."""

_PACKAGE = Path(claimtrack.__file__).parent


def head() -> str:
    """The revision that this version of the program needs."""
    return HEAD


def upgrade(url: str) -> None:
    """Bring the database to the newest revision; a SQLite file is made where there is none."""
    from alembic import command  # noqa: PLC0415 -- takes longer to import than most commands run

    _refuse_unknown(url)
    with explained(url):
        command.upgrade(_config(url), "head")


def downgrade(url: str, revision: str = "base") -> None:
    """Take the database back to a revision; ``base`` removes all tables and all they hold."""
    from alembic import command  # noqa: PLC0415 -- as above

    with explained(url):
        command.downgrade(_config(url), revision)


def current(url: str) -> str | None:
    """The database's revision; None where it holds no tables of claimtrack, or the file does not exist."""
    return _state(url)[0]


def check(url: str) -> None:
    """Raise DatabaseError unless the database has the revision that this version of the program needs."""
    _judge(url, current(url))


def ensure(url: str) -> None:
    """Make or upgrade a SQLite file; ``check`` any other database, and one with a newer schema."""
    revision = current(url)
    if sqlite_file(parse_url(url)) is not None and (revision is None or revision < HEAD):
        upgrade(url)
    else:
        _judge(url, revision)


def _judge(url: str, revision: str | None) -> None:
    if revision is None:
        raise DatabaseError(f"{shown_url(url)} has no claimtrack tables yet; run: claimtrack db upgrade")
    _refuse_newer(url, revision)
    if revision < HEAD:
        raise DatabaseError(
            f"{shown_url(url)} has schema {revision}, this version needs {HEAD}; run: claimtrack db upgrade"
        )


def _refuse_unknown(url: str) -> None:
    revision, tables = _state(url)
    if revision is not None:
        _refuse_newer(url, revision)
    elif sqlite_file(parse_url(url)) is not None and tables - {"alembic_version"}:
        raise _foreign(url)


def _refuse_newer(url: str, revision: str) -> None:
    if revision > HEAD:
        raise DatabaseError(
            f"{shown_url(url)} has schema {revision} of a newer claimtrack, this one knows {HEAD}; "
            "run: pip install --upgrade claimtrack"
        )


def _state(url: str) -> tuple[str | None, set[str]]:
    """Revision and names of the tables; nothing is made on the way."""
    file = sqlite_file(parse_url(url))
    if file is not None and not file.exists():
        return None, set()
    engine = open_engine(url)
    try:
        with explained(url), engine.connect() as connection:
            tables = set(inspect(connection).get_table_names())
            revision = _revision(connection) if "alembic_version" in tables else None
    finally:
        engine.dispose()
    if revision is not None and "statement_spans" not in tables:
        raise _foreign(url)  # Alembic keeps the revision of every program under the same name
    return revision, tables


def _foreign(url: str) -> DatabaseError:
    return DatabaseError(f"{shown_url(url)} holds another program's tables; name another database")


def _revision(connection: Connection) -> str | None:
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _config(url: str) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 -- as above

    installed = _PACKAGE / "_migrations"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["url"] = url
    return config
