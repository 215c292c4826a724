"""Analysts' topics: given at once, reapplied later, removed without a trace."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import Maker, Stance
from claimtrack.errors import NotFoundError, UsageError
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.statements import find
from claimtrack.workflows.topics import add_topic, list_topics, remove_topic
from tests.samples import RUN, Annotator, Saying, attribution, document

ARTICLE = document("Kirby said shells were shipped. Peskov denied such claims. Kim praised rice.", "first")
SHELLS = attribution(ARTICLE, "Kirby", "said", "shells were shipped")
DENIAL = attribution(ARTICLE, "Peskov", "denied", "such claims", stance=Stance.DENIES, denies=(SHELLS.id,))
RICE = attribution(ARTICLE, "Kim", "praised", "rice", topics=("Harvest",))
LATER = document("Austin said missiles arrived.", "later")
MISSILES = attribution(LATER, "Austin", "said", "missiles arrived")


def extract(url: str, *sayings: Saying, force: bool = False) -> None:
    extract_documents(url, [each.document for each in sayings], Annotator(*sayings), RUN, force=force)


@pytest.fixture
def url(database_url: str) -> str:
    extract(database_url, Saying(ARTICLE, (SHELLS, DENIAL, RICE)))
    return database_url


@pytest.fixture
def session(url: str) -> Iterator[Session]:
    with session_scope(url) as session:
        yield session


def about(session: Session, topic: str) -> list[str]:
    return [each.attribution.id for each in find(session, StatementFilters(topics=(topic,)))]


def test_a_topic_is_given_to_stored_statements_by_any_of_its_phrases(session: Session) -> None:
    topic = add_topic(session, "arms  transfers", ["shipping shells", "missile"], "Who arms whom")
    assert (topic.name, topic.made_by, topic.statements) == ("arms transfers", Maker.ANALYST, 2)
    assert about(session, "Arms transfers") == [SHELLS.id, DENIAL.id]


def test_a_topic_without_phrases_is_found_by_its_name(session: Session) -> None:
    add_topic(session, "shells")
    assert about(session, "shells") == [SHELLS.id, DENIAL.id]


def test_a_topic_shows_on_its_statements_and_finds_them(session: Session) -> None:
    add_topic(session, "arms transfers", ["shells"])
    found = list(find(session, StatementFilters(about="arms transfers")))
    assert [each.attribution.id for each in found] == [SHELLS.id, DENIAL.id]
    assert found[0].attribution.topics == ("arms transfers",)


def test_a_topic_is_given_to_statements_that_come_later(url: str) -> None:
    with session_scope(url) as session:
        add_topic(session, "arms", ["missile", "shell"])
    extract(url, Saying(LATER, (MISSILES,)))
    with session_scope(url) as session:
        assert MISSILES.id in about(session, "arms")


def test_extracting_again_leaves_an_analysts_topic(url: str) -> None:
    with session_scope(url) as session:
        add_topic(session, "arms", ["shell"])
    extract(url, Saying(ARTICLE, (SHELLS, DENIAL, RICE)), force=True)
    with session_scope(url) as session:
        assert about(session, "arms") == [SHELLS.id, DENIAL.id]
        assert about(session, "harvest") == [RICE.id]


def test_a_topic_is_given_by_what_denies_a_statement_as_long_as_it_does(url: str) -> None:
    with session_scope(url) as session:
        add_topic(session, "disputes", ["claims"])
        assert about(session, "disputes") == [SHELLS.id, DENIAL.id]
    extract(url, Saying(ARTICLE, (SHELLS, replace(DENIAL, denies=()))), force=True)
    with session_scope(url) as session:
        assert about(session, "disputes") == [DENIAL.id]


def test_a_topic_is_taken_from_statements_that_it_fits_no_more(url: str) -> None:
    with session_scope(url) as session:
        add_topic(session, "arms", ["shell"])
    extract(url, Saying(ARTICLE, (DENIAL,)), force=True)
    with session_scope(url) as session:
        assert about(session, "arms") == []


def test_topics_are_listed_by_name_with_their_statements(session: Session) -> None:
    add_topic(session, "Weather", ["storm"])
    assert [(each.name, each.made_by, each.statements) for each in list_topics(session)] == [
        ("Harvest", Maker.MACHINE, 1),
        ("Weather", Maker.ANALYST, 0),
    ]


def test_a_removed_topic_leaves_no_trace(session: Session) -> None:
    before = list(find(session, StatementFilters()))
    add_topic(session, "arms transfers", ["shells"])
    remove_topic(session, "ARMS transfers")
    assert list(find(session, StatementFilters())) == before
    assert list(find(session, StatementFilters(about="arms transfers"))) == []


def test_removing_a_topic_leaves_what_the_extractor_found(session: Session) -> None:
    add_topic(session, "harvest", ["shells"], "Not the extractor's")
    assert about(session, "harvest") == [SHELLS.id, DENIAL.id, RICE.id]
    remove_topic(session, "harvest")
    assert about(session, "harvest") == [RICE.id]
    assert [each.made_by for each in list_topics(session)] == [Maker.MACHINE]


def test_a_topic_that_exists_is_not_made_again(session: Session) -> None:
    add_topic(session, "arms", ["shells"])
    with pytest.raises(UsageError, match="exists; remove it first"):
        add_topic(session, "Arms", ["missile"])


@pytest.mark.parametrize(("name", "words"), [(" ", ()), ("the", ()), ("arms", ("of the",))])
def test_a_topic_without_a_word_to_search_for_is_refused(session: Session, name: str, words: tuple[str]) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        add_topic(session, name, words)


def test_removing_an_unknown_topic_is_told(session: Session) -> None:
    with pytest.raises(NotFoundError, match="`claimtrack topics` lists them"):
        remove_topic(session, "harvest")
