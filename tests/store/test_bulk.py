"""Many rows at once, the same on both databases."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import PublisherRow
from claimtrack.store.bulk import add_missing, add_or_refresh, chunks
from tests.conftest import MakeDatabase


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    with session_scope(database_url) as session:
        yield session


def row(key: str, name: str) -> dict[str, str]:
    return {"id": key, "name": name, "name_words": f" {name} "}


def names(session: Session) -> dict[str, str]:
    return {each.id: each.name for each in session.execute(select(PublisherRow.id, PublisherRow.name))}


def test_missing_rows_are_added_and_stored_ones_left(session: Session) -> None:
    add_missing(session, PublisherRow, [row("1", "BBC")])
    add_missing(session, PublisherRow, [row("1", "CNN"), row("2", "AFP")])
    assert names(session) == {"1": "BBC", "2": "AFP"}


def test_stored_rows_are_refreshed(session: Session) -> None:
    add_or_refresh(session, PublisherRow, [row("1", "BBC")], by=["id"])
    add_or_refresh(session, PublisherRow, [row("1", "CNN"), row("2", "AFP")], by=["id"])
    assert names(session) == {"1": "CNN", "2": "AFP"}


def test_values_given_once_are_not_refreshed(session: Session) -> None:
    for name, words in (("BBC", "first"), ("CNN", "second")):
        values = {"id": "1", "name": name, "name_words": words}
        add_or_refresh(session, PublisherRow, [values], by=["id"], once=["name_words"])
    stored = session.get_one(PublisherRow, "1")
    assert (stored.name, stored.name_words) == ("CNN", "first")


def test_no_rows_are_no_query(session: Session) -> None:
    add_missing(session, PublisherRow, [])
    add_or_refresh(session, PublisherRow, [], by=["id"])
    assert names(session) == {}


def test_rows_that_are_the_same_are_not_written(make_database: MakeDatabase) -> None:
    with make_database("sqlite") as url, session_scope(url) as session:
        add_or_refresh(session, PublisherRow, [row("1", "BBC")], by=["id"])
        before = session.execute(text("SELECT total_changes()")).scalar_one()
        add_or_refresh(session, PublisherRow, [row("1", "BBC")], by=["id"])
        assert session.execute(text("SELECT total_changes()")).scalar_one() == before


def test_chunks_hold_a_thousand_items_each() -> None:
    assert [len(chunk) for chunk in chunks(range(2_500))] == [1_000, 1_000, 500]
    assert list(chunks([])) == []
