"""Sessions: a context manager is a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from claimtrack.db.engine import open_engine
from claimtrack.db.failures import explained
from claimtrack.db.migrate import ensure

__all__ = ["session_scope"]


@contextmanager
def session_scope(url: str) -> Iterator[Session]:
    """One unit of work: commits when the block ends, rolls back when it raises.

    A SQLite file is made and migrated first. Raises DatabaseError where the database cannot be reached, or
    where another one than SQLite lacks the tables of this version.
    """
    with explained(url):
        ensure(url)
        engine = open_engine(url)
        try:
            with Session(engine, expire_on_commit=False) as session, session.begin():
                yield session
        finally:
            engine.dispose()
