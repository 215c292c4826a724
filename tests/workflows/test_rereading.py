"""Statements read together with a subject, on both databases."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import StatementRow
from claimtrack.domain.placed import Placed
from claimtrack.search.meaning import worth_reading
from claimtrack.workflows import rereading
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.rereading import reread
from tests.samples import RUN, Annotator, Saying, attribution, document

GAME = document("Keller said the striker would miss the final.\n\nHahn said that the pitch was too wet.", "game")
STRIKER = attribution(GAME, "Keller", "said", "the striker would miss the final")
PITCH = attribution(GAME, "Hahn", "said", "that the pitch was too wet")


class Reader:
    """Stands where the matcher stands: takes what speaks of the pitch for what is asked, and remembers what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def about(self, subject: str, statements: Sequence[Placed]) -> list[float]:
        told = [each.text[each.own[0].start : each.own[0].end] for each in statements]
        self.read += [f"{subject}: {each}" for each in told]
        return [6.0 if "pitch" in each else -6.0 for each in told]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(rereading, "matcher_or_none", lambda: made)
    return made


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    extract_documents(database_url, [GAME], Annotator(Saying(GAME, (STRIKER, PITCH))), RUN)
    with session_scope(database_url) as session:
        yield session


def test_what_reads_as_being_about_a_subject_is_likelier_than_before(session: Session, reader: Reader) -> None:
    (one, striker), (other, pitch) = reread(session, "lawns", [(STRIKER.id, 0.3), (PITCH.id, 0.3)])
    assert (one, other) == (STRIKER.id, PITCH.id)
    assert pitch > 0.3 > striker


def test_statements_are_read_with_the_subject_in_their_own_words(session: Session, reader: Reader) -> None:
    reread(session, "lawns", [(PITCH.id, 0.3)])
    assert reader.read == ["lawns: that the pitch was too wet"]


def test_what_is_too_unlikely_is_not_read_and_stays_as_it_is(session: Session, reader: Reader) -> None:
    found = [(STRIKER.id, worth_reading() - 0.01), (PITCH.id, 0.0)]
    assert (reread(session, "lawns", found), reader.read) == (found, [])


def test_of_many_the_likeliest_are_read(session: Session, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "READ", 1)
    found = reread(session, "lawns", [(STRIKER.id, 0.2), (PITCH.id, 0.3)])
    assert found[0] == (STRIKER.id, 0.2)
    assert reader.read == ["lawns: that the pitch was too wet"]


def test_what_is_as_likely_as_the_last_that_is_read_is_read_too(
    session: Session, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "READ", 1)
    reread(session, "lawns", [(STRIKER.id, 0.3), (PITCH.id, 0.3)])
    assert len(reader.read) == 2


def test_what_copies_say_in_the_same_words_is_read_once(database_url: str, reader: Reader) -> None:
    copy = replace(GAME, id="copy", publisher="AFP")
    extract_documents(database_url, [GAME, copy], Annotator(Saying(GAME, (PITCH,)), Saying(copy, (PITCH,))), RUN)
    with session_scope(database_url) as session:
        ids = [each.id for each in session.scalars(select(StatementRow))]
        found = reread(session, "lawns", [(key, 0.3) for key in ids])
    assert len(ids) == 2
    assert len({likely for _, likely in found}) == 1
    assert reader.read == ["lawns: that the pitch was too wet"]


def test_what_is_no_longer_stored_stays_as_it_is(session: Session, reader: Reader) -> None:
    assert reread(session, "lawns", [("0" * 16, 0.3)]) == [("0" * 16, 0.3)]


def test_nothing_found_is_nothing_read(session: Session, reader: Reader) -> None:
    assert (reread(session, "lawns", []), reader.read) == ([], [])


def test_where_no_matcher_can_run_all_stay_as_they_are(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "matcher_or_none", lambda: None)
    assert reread(session, "lawns", [(PITCH.id, 0.3)]) == [(PITCH.id, 0.3)]
