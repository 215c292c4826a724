"""Topics that an analyst may want."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.errors import NotFoundError
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.topic_suggestions import suggest_topics, suggested_words
from claimtrack.workflows.topics import add_topic
from tests.samples import RUN, Annotator, Saying, attribution, document

ARTICLE = document(
    "Kirby said shells came. Kim said missiles flew. Park said rice grew. Lee said mortars fell. He left."
)
SAID = (
    attribution(ARTICLE, "Kirby", "said", "shells came", topics=("arms transfers", "shells")),
    attribution(ARTICLE, "Kim", "said", "missiles flew", topics=("arms transfers",)),
    attribution(ARTICLE, "Park", "said", "rice grew", topics=("harvest",)),
    attribution(ARTICLE, "Lee", "said", "mortars fell", topics=("arms deals",)),
)


@pytest.fixture
def url(database_url: str) -> str:
    extract_documents(database_url, [ARTICLE], Annotator(Saying(ARTICLE, SAID)), RUN)
    return database_url


@pytest.fixture
def session(url: str) -> Iterator[Session]:
    with session_scope(url) as session:
        yield session


def test_topics_that_share_words_are_suggested_as_one_with_examples(session: Session) -> None:
    [found] = suggest_topics(session)
    assert (found.name, found.statements) == ("arms transfers", 3)
    assert found.words == ("arms transfers", "arms deals")
    assert found.examples == ("shells came", "missiles flew")


def test_what_an_analyst_has_is_not_suggested(session: Session) -> None:
    add_topic(session, "weapons", ["transfer"])
    assert suggest_topics(session) == []


def test_retired_statements_count_no_more(url: str) -> None:
    extract_documents(url, [ARTICLE], Annotator(Saying(ARTICLE, SAID[2:])), RUN, force=True)
    with session_scope(url) as session:
        assert suggest_topics(session) == []


def test_a_suggested_name_can_be_added_alone_or_with_its_phrases(session: Session) -> None:
    words = suggested_words(session, "Arms Transfers")
    assert add_topic(session, "arms transfers").words == ("arms transfers",)
    assert list(words) == ["arms transfers", "arms deals"]


def test_a_name_that_is_not_suggested_is_told(session: Session) -> None:
    with pytest.raises(NotFoundError, match="no topic 'harvest' is suggested; `claimtrack topics suggest` lists"):
        suggested_words(session, "harvest")


def test_those_with_most_statements_come_first_and_a_limit_leaves_these(url: str) -> None:
    other = document("Bo said wheat grew.", "other")
    wheat = attribution(other, "Bo", "said", "wheat grew", topics=("harvest",))
    extract_documents(url, [other], Annotator(Saying(other, (wheat,))), RUN)
    with session_scope(url) as session:
        assert [each.name for each in suggest_topics(session)] == ["arms transfers", "harvest"]
        assert [each.name for each in suggest_topics(session, 1)] == ["arms transfers"]
