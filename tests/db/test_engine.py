"""Transactions and savepoints as every part of the program relies on them."""

import builtins
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from claimtrack.db.engine import WRITING, open_engine
from claimtrack.db.tables import PublisherRow
from claimtrack.errors import DatabaseError


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


def publisher(name: str) -> PublisherRow:
    return PublisherRow(id=name, name=name, name_words=f" {name} ")


def names(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return sorted(session.scalars(select(PublisherRow.name)))


def test_a_savepoint_rolled_back_leaves_the_rest_of_the_transaction(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        session.add(publisher("first"))
        session.flush()
        with pytest.raises(RuntimeError), session.begin_nested():
            session.add(publisher("second"))
            session.flush()
            raise RuntimeError
        session.add(publisher("third"))
    assert names(engine) == ["first", "third"]


def test_a_transaction_rolled_back_takes_its_released_savepoints_along(engine: Engine) -> None:
    with pytest.raises(RuntimeError), Session(engine) as session, session.begin():
        with session.begin_nested():
            session.add(publisher("first"))
        raise RuntimeError
    assert names(engine) == []


def test_foreign_keys_are_enforced(engine: Engine) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"), engine.begin() as connection:
        connection.execute(text("INSERT INTO speaker_aliases VALUES ('a', 'nobody', 'A', ' a ')"))


def test_a_writer_waits_for_another_that_began_before(engine: Engine) -> None:
    writer = engine.execution_options(**WRITING)

    def read_and_write() -> None:
        with Session(writer) as session, session.begin():
            session.scalars(select(PublisherRow.name)).all()
            session.add(publisher("second"))

    with ThreadPoolExecutor(1) as pool:
        with Session(writer) as session, session.begin():
            session.add(publisher("first"))
            session.flush()
            waiting = pool.submit(read_and_write)
            time.sleep(0.1)
        waiting.result(timeout=10)
    assert names(engine) == ["first", "second"]


def test_a_reader_is_not_kept_waiting_by_a_writer(engine: Engine) -> None:
    with Session(engine.execution_options(**WRITING)) as session, session.begin():
        session.add(publisher("unseen"))
        session.flush()
        assert names(engine) == []


def test_a_missing_driver_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "psycopg"]:
        monkeypatch.delitem(sys.modules, name)
    importing = builtins.__import__

    def without_psycopg(name: str, *rest: object) -> object:
        if name.partition(".")[0] == "psycopg":
            raise ModuleNotFoundError(name)
        return importing(name, *rest)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(builtins, "__import__", without_psycopg)
    with pytest.raises(DatabaseError, match=r"pip install 'claimtrack\[postgresql\]'"):
        open_engine("postgresql://host/news")
