"""Questions that no statement answers with all of its words are answered with some of them."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.errors import UsageError
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.query import find_or_widen
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

KIM = Speaker("Kim", SpeakerKind.PERSON)
ARTICLE = document("Kirby said grain ships sailed. Kim noted that grain rots. Park added rice, rice and rice.")
SHIPS = attribution(ARTICLE, "Kirby", "said", "grain ships sailed")
ROTS = attribution(ARTICLE, "Kim", "noted", "that grain rots", speakers=(KIM,))
RICE = attribution(ARTICLE, "Park", "added", "rice, rice and rice")
NAMES = {SHIPS.id: "SHIPS", ROTS.id: "ROTS", RICE.id: "RICE"}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    with make_database(request.param) as url:
        extract_documents(url, [ARTICLE], Annotator(Saying(ARTICLE, (SHIPS, ROTS, RICE))), RUN)
        with session_scope(url) as session:
            yield session


def answer(session: Session, **filters: object) -> tuple[str, bool]:
    found = find_or_widen(session, StatementFilters(**filters))
    return " ".join(NAMES[each.attribution.id] for each in found.statements), found.widened


def test_what_has_all_words_is_the_answer(session: Session) -> None:
    assert answer(session, about="grain ship") == ("SHIPS", False)


def test_where_nothing_has_all_words_one_is_enough_and_the_best_come_first(session: Session) -> None:
    found, widened = answer(session, about="grain rice")
    assert (sorted(found.split()), widened) == (["RICE", "ROTS", "SHIPS"], True)
    assert found.startswith("RICE")


def test_only_statements_that_pass_the_other_filters_count(session: Session) -> None:
    assert answer(session, about="grain ships", speakers=("Kim",)) == ("ROTS", True)


def test_all_words_can_be_insisted_on(session: Session) -> None:
    assert answer(session, about="grain rice", any_word=False) == ("", False)


def test_any_word_can_be_asked_for_from_the_start(session: Session) -> None:
    found, widened = answer(session, about="ships rice", any_word=True)
    assert (found, widened) == ("RICE SHIPS", False)


def test_a_limit_takes_the_best_of_the_wider_answer(session: Session) -> None:
    assert answer(session, about="grain rice", limit=1) == ("RICE", True)


@pytest.mark.parametrize("words", ["wheat", "the wheat", "wheat maize"])
def test_nothing_found_is_no_wider_answer(session: Session, words: str) -> None:
    assert answer(session, about=words) == ("", False)


def test_without_words_there_is_nothing_to_widen(session: Session) -> None:
    assert answer(session, speakers=("Macron",)) == ("", False)
    assert answer(session) == ("SHIPS ROTS RICE", False)


def test_words_that_cannot_be_searched_for_are_told(session: Session) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        find_or_widen(session, StatementFilters(about="of the"))
