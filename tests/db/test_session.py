"""A session scope is a transaction, and tells what is wrong with a database."""

import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from claimtrack.db import migrate
from claimtrack.db.session import session_scope
from claimtrack.db.tables import PublisherRow
from claimtrack.errors import DatabaseError


def add(session: Session, name: str = "BBC") -> None:
    session.add(PublisherRow(id=name, name=name, name_words=name))
    session.flush()


def stored(url: str) -> int:
    with session_scope(url) as session:
        return session.execute(select(func.count()).select_from(PublisherRow)).scalar_one()


def test_a_scope_commits_when_it_ends(database_url: str) -> None:
    with session_scope(database_url) as session:
        add(session)
    assert stored(database_url) == 1


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_scope_that_raises_leaves_nothing(database_url: str, error: type[BaseException]) -> None:
    with pytest.raises(error), session_scope(database_url) as session:
        add(session)
        raise error
    assert stored(database_url) == 0


def test_a_sqlite_file_is_made_on_first_use(tmp_path: Path) -> None:
    assert stored(f"sqlite:///{tmp_path / 'new.db'}") == 0


def test_nothing_but_the_file_is_left_beside_it(tmp_path: Path) -> None:
    stored(str(tmp_path / "new.db"))
    assert [file.name for file in tmp_path.iterdir()] == ["new.db"]


def test_a_broken_constraint_is_a_fault_of_the_program(database_url: str) -> None:
    with pytest.raises(IntegrityError), session_scope(database_url) as session:
        add(session)
        session.expunge_all()
        add(session)


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear reader, this is a text and not a database.\n" * 100)
    with pytest.raises(DatabaseError, match=r"letter\.txt.*not a SQLite database; name another file"):
        stored(str(file))


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="make sure that its folder exists"):
        stored(str(tmp_path / "missing" / "news.db"))


def test_a_locked_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.db.engine._BUSY_MILLISECONDS", 10)
    file = tmp_path / "news.db"
    migrate.upgrade(str(file))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseError, match="try again when that has finished"), session_scope(str(file)) as session:
        add(session)
    other.close()


def test_a_server_that_cannot_be_reached_is_told_without_the_password() -> None:
    with pytest.raises(DatabaseError, match="check that the server runs") as caught:
        stored("postgresql://me:secret@127.0.0.1:1/news")
    assert "secret" not in str(caught.value)


def test_a_database_that_does_not_exist_is_told(postgresql_server: str) -> None:
    place, _, options = postgresql_server.partition("?")
    with pytest.raises(DatabaseError, match="create the database and the user first"):
        stored(f"{place.rpartition('/')[0]}/missing?{options}")


def test_a_user_without_permission_is_told_what_to_do(postgresql_server: str, request: pytest.FixtureRequest) -> None:
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute("CREATE ROLE stranger LOGIN")
        connection.execute("CREATE DATABASE closed")
        request.addfinalizer(lambda: _drop_closed(postgresql_server))
    url = postgresql_server.replace("postgres:@/postgres", "stranger@/closed")
    with pytest.raises(DatabaseError, match=r"permission denied.*have its owner grant what is missing"):
        migrate.upgrade(url)


def _drop_closed(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE closed WITH (FORCE)")
        connection.execute("DROP ROLE stranger")
