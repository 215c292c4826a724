"""Analysts' topics are changed, and tell how well statements fit them."""

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import StatementTopicRow
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import Maker, Stance
from claimtrack.errors import NotFoundError, UsageError
from claimtrack.store.topics import topic_id
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.statements import find, get
from claimtrack.workflows.topics import add_topic, edit_topic, list_topics
from tests.samples import RUN, Annotator, Saying, attribution, document

ARTICLE = document(
    "Kirby said shells were shipped. Peskov denied such claims. Kim praised rice.", "first", title="Missiles on a train"
)
SHELLS = attribution(ARTICLE, "Kirby", "said", "shells were shipped")
DENIAL = attribution(ARTICLE, "Peskov", "denied", "such claims", stance=Stance.DENIES, denies=(SHELLS.id,))
RICE = attribution(ARTICLE, "Kim", "praised", "rice", topics=("Harvest",))
SAYINGS = [Saying(ARTICLE, (SHELLS, DENIAL, RICE))]
for number in range(4):
    other = document(f"Austin said that shells number {number} had been shipped by train.", f"more{number}")
    SAYINGS.append(
        Saying(other, (attribution(other, "Austin", "said", f"that shells number {number} had been shipped by train"),))
    )


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    extract_documents(database_url, [ARTICLE], Annotator(*SAYINGS), RUN)
    with session_scope(database_url) as session:
        yield session


def about(session: Session, topic: str) -> list[str]:
    return [each.attribution.id for each in find(session, StatementFilters(topics=(topic,)))]


def scores(session: Session, topic: str) -> dict[str, float | None]:
    row = StatementTopicRow
    query = select(row.statement_id, row.score).where(row.topic_id == topic_id(topic), row.made_by == Maker.ANALYST)
    return {each.statement_id: each.score for each in session.execute(query)}


def test_new_phrases_take_the_place_of_the_old_ones(session: Session) -> None:
    add_topic(session, "food", ["shells"], "What is eaten")
    topic = edit_topic(session, "FOOD", words=["rice"])
    assert (topic.name, topic.words, topic.description, topic.statements) == ("food", ("rice",), "What is eaten", 1)
    assert about(session, "food") == [RICE.id]


def test_a_new_name_keeps_the_phrases_and_finds_the_statements_by_words(session: Session) -> None:
    add_topic(session, "arms", ["shells"])
    assert edit_topic(session, "arms", "heavy  weapons").words == ("shells",)
    assert about(session, "heavy weapons") == [SHELLS.id, DENIAL.id]
    assert about(session, "arms") == []
    found = [each.attribution.id for each in find(session, StatementFilters(about="heavy weapons"))]
    assert found == [SHELLS.id, DENIAL.id]
    assert list(find(session, StatementFilters(about="arms"))) == []


def test_a_topics_spelling_can_be_changed(session: Session) -> None:
    add_topic(session, "arms", ["shells"])
    assert edit_topic(session, "arms", "ARMS").name == "ARMS"
    assert [each.name for each in list_topics(session)] == ["ARMS", "Harvest"]


def test_a_description_is_changed_and_taken_away(session: Session) -> None:
    add_topic(session, "arms", ["shells"], "One")
    assert edit_topic(session, "arms", description="Two").description == "Two"
    assert edit_topic(session, "arms", description="").description is None


def test_what_the_extractor_found_stays(session: Session) -> None:
    add_topic(session, "harvest", ["shells"])
    edit_topic(session, "harvest", "arms")
    assert about(session, "harvest") == [RICE.id]
    edit_topic(session, "arms", "harvest", ["claims"])
    assert about(session, "harvest") == [SHELLS.id, DENIAL.id, RICE.id]


def test_the_name_of_another_topic_is_refused_with_what_to_do(session: Session) -> None:
    add_topic(session, "arms", ["shells"])
    add_topic(session, "food", ["rice"])
    with pytest.raises(UsageError, match=r"'Food' exists; take another name, or join the two: .* remove 'arms'"):
        edit_topic(session, "arms", "Food")
    assert about(session, "arms") == [SHELLS.id, DENIAL.id]


def test_only_an_analysts_topic_is_changed(session: Session) -> None:
    for name in ("Harvest", "nothing"):
        with pytest.raises(NotFoundError, match="`claimtrack topics` lists them"):
            edit_topic(session, name, words=["rice"])


def test_a_change_of_nothing_is_refused(session: Session) -> None:
    add_topic(session, "arms", ["shells"])
    with pytest.raises(UsageError, match="give --name, --words or --description"):
        edit_topic(session, "arms")


@pytest.mark.parametrize(("name", "words"), [("arms", ["of the"]), ("", ["x"]), ("a\ud800", ["x"]), ("a", ["x\0"])])
def test_values_that_make_no_topic_are_refused(session: Session, name: str, words: list[str]) -> None:
    add_topic(session, "food", ["rice"])
    with pytest.raises(UsageError):
        edit_topic(session, "food", name, words)
    with pytest.raises(UsageError):
        add_topic(session, name, words)
    assert about(session, "food") == [RICE.id]


def test_a_statement_fits_better_what_its_own_content_says(session: Session) -> None:
    add_topic(session, "arms", ["shells missiles", "ship"])
    assert scores(session, "arms") == {SHELLS.id: 1.0, DENIAL.id: 0.5}
    edit_topic(session, "arms", words=["missile shell"])
    assert scores(session, "arms") == {SHELLS.id: 0.625, DENIAL.id: 0.375}
    assert get(session, DENIAL.id).fits == (("arms", 0.375),)


def test_the_extractors_topics_have_no_fit(session: Session) -> None:
    assert get(session, RICE.id).fits == ()
    add_topic(session, "harvest", ["rice"])
    assert (get(session, RICE.id).attribution.topics, get(session, RICE.id).fits) == (("harvest",), (("harvest", 1.0),))


def test_fits_do_not_depend_on_the_order_in_which_documents_and_topics_come(database_url: str) -> None:
    outcomes = []
    for seed in range(3):
        sayings = list(SAYINGS)
        random.Random(seed).shuffle(sayings)
        first = seed % len(sayings)
        with session_scope(database_url) as session:
            add_topic(session, f"arms{seed}", ["shipped shells", "missile shell"]) if seed == 0 else None
        for some in (sayings[:first], sayings[first:]):
            extract_documents(database_url, [s.document for s in some], Annotator(*some), RUN, force=True)
        with session_scope(database_url) as session:
            add_topic(session, f"arms{seed}", ["shipped shells", "missile shell"]) if seed else None
            outcomes.append(scores(session, f"arms{seed}"))
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert len(outcomes[0]) == 6
