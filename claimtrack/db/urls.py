"""Database URLs: which ones are understood, and how they are shown."""

import re
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from claimtrack.errors import DatabaseError

__all__ = ["DEFAULT_URL", "parse_url", "shown_url", "sqlite_file"]

DEFAULT_URL = "sqlite:///claimtrack.db"
"""A file in the working folder."""

_DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}
# As libpq has it too; taken for the name of a file it would be shown with its password.
_KEYWORDS = re.compile(r"\b(?:host|dbname|user|password)\s*=")
_FORMS = "use sqlite:///FILE or postgresql://USER@HOST/NAME"


def parse_url(text: str) -> URL:
    """The URL with the driver that claimtrack uses; a text without ``://`` is the path of a SQLite file.

    Raises DatabaseError for a URL of another database, one that cannot be parsed, and SQLite in memory.
    """
    if _KEYWORDS.search(text) and "://" not in text:
        raise DatabaseError(f"the database is given by keywords, not as a URL; {_FORMS}")
    if "://" not in text:
        return _named(URL.create(_DRIVERS["sqlite"], database=text))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise DatabaseError(f"the database URL cannot be understood; {_FORMS}") from None
    backend = url.drivername.partition("+")[0]
    if backend not in _DRIVERS:
        raise DatabaseError(f"claimtrack does not work with {backend} databases; {_FORMS}")
    return _named(url.set(drivername=_DRIVERS[backend]))


def shown_url(text: str) -> str:
    """The URL as messages may show it: without its password."""
    try:
        url = parse_url(text)
    except DatabaseError:
        return "the database"
    file = sqlite_file(url)
    if file is not None:
        return str(file)
    # Options may hold a password too.
    place = {name: value for name, value in url.query.items() if name in {"host", "port"}}
    return url.set(drivername="postgresql", query=place).render_as_string(hide_password=True)


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite URL; None for another database."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database)


def _named(url: URL) -> URL:
    if url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}:
        raise DatabaseError("a SQLite database in memory is gone when the command ends; use sqlite:///FILE")
    return url
