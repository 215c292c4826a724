"""Which database URLs are understood, and how they are shown."""

from pathlib import Path

import pytest

from claimtrack.db.urls import parse_url, shown_url, sqlite_file
from claimtrack.errors import DatabaseError


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg", "postgresql+psycopg2"])
def test_every_form_of_a_postgresql_url_uses_psycopg(scheme: str) -> None:
    assert parse_url(f"{scheme}://me@host/news").drivername == "postgresql+psycopg"


def test_a_plain_path_is_a_sqlite_file() -> None:
    assert sqlite_file(parse_url("data/news.db")) == Path("data/news.db")


def test_a_postgresql_url_has_no_file() -> None:
    assert sqlite_file(parse_url("postgresql://host/news")) is None


@pytest.mark.parametrize("url", ["mysql://host/news", "http://example.org/", "sqlite3:///news.db"])
def test_another_database_is_refused_with_the_forms_that_work(url: str) -> None:
    with pytest.raises(DatabaseError, match="use sqlite:///FILE or postgresql://USER@HOST/NAME"):
        parse_url(url)


@pytest.mark.parametrize("url", ["postgre sql://host", "postgresql://host:port/news"])
def test_nonsense_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(DatabaseError, match="cannot be understood") as caught:
        parse_url(url)
    assert url not in str(caught.value)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", ":memory:"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    with pytest.raises(DatabaseError, match="gone when the command ends"):
        parse_url(url)


def test_a_shown_url_hides_the_password() -> None:
    assert shown_url("postgres://me:secret@host/news") == "postgresql://me:***@host/news"


def test_a_shown_url_hides_a_password_among_the_options() -> None:
    shown = shown_url("postgresql://me@/news?host=/run/pg&password=secret")
    assert "secret" not in shown
    assert "host" in shown


def test_a_shown_sqlite_url_is_its_file() -> None:
    assert shown_url("sqlite:///data/news.db") == str(Path("data/news.db"))


def test_a_url_that_makes_no_sense_is_not_shown() -> None:
    assert shown_url("postgresql://me:secret@host:port/news") == "the database"


def test_keywords_are_no_file_name_and_not_repeated() -> None:
    text = "host=localhost dbname=claims password=secret"
    with pytest.raises(DatabaseError, match="use sqlite:///FILE or postgresql://") as caught:
        parse_url(text)
    assert "secret" not in str(caught.value)
    assert shown_url(text) == "the database"
