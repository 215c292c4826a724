"""Errors of the database and its drivers, told with what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError as DriverError
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, ProgrammingError

from claimtrack.db.urls import shown_url
from claimtrack.errors import DatabaseError

__all__ = ["explained", "told"]

_ADVICE = (
    ("file is not a database", "it is not a SQLite database; name another file"),
    ("malformed", "the file is damaged; restore it from a backup"),
    ("unable to open database file", "make sure that its folder exists and that you may write to it"),
    ("readonly database", "it is read-only; give yourself write permission for the file and its folder"),
    ("database is locked", "another program is writing to it; try again when that has finished"),
    ("disk is full", "free some space and try again"),
    ("no such module: fts5", "this Python's SQLite lacks FTS5; use another Python build or PostgreSQL"),
    ("password authentication", "check user and password in the URL"),
    ("permission denied", "have its owner grant what is missing, or name another user in the URL"),
    ("does not exist", "create the database and the user first, or correct the URL"),
    ("connection", "check that the server runs and that host and port in the URL are right"),
)


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Turn errors that the database's state or surroundings cause into DatabaseError.

    Errors that only a fault of this program causes (bad SQL, a broken constraint) pass unchanged.
    """
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise told(error, url) from error
    except DriverError as error:
        if type(error) is not DriverError and not _lacks_permission(error):
            raise
        raise told(error, url) from error


def _lacks_permission(error: DriverError) -> bool:
    """Whether PostgreSQL refuses it to this user; its driver counts that among faults of the program."""
    return isinstance(error, ProgrammingError) and getattr(error.orig, "sqlstate", None) == "42501"


def told(error: DBAPIError, url: str) -> DatabaseError:
    """The error in one line that names the database and says what to do."""
    lines = str(error.orig).strip().splitlines() or [type(error).__name__]
    reason = lines[0]
    advice = next((text for sign, text in _ADVICE if sign in str(error.orig)), "check the URL and the server")
    return DatabaseError(f"{shown_url(url)}: {reason}: {advice}")
