"""Finding statements by words, the same on both databases."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.vocabulary import Stance
from claimtrack.errors import UsageError
from claimtrack.search.fulltext import STOP_WORDS, hits, search_words
from claimtrack.workflows.extract import extract_documents
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

TEXT = (
    "Kirby said Pyongyang shipped artillery shells. Peskov denied such claims. "
    "Macron praised the café owners in Besançon. Kim thanked the people. Officials noted the agreement."
)
ARTICLE = document(TEXT, title="Summit overshadowed by weapons")
SHELLS = attribution(ARTICLE, "Kirby", "said", "Pyongyang shipped artillery shells")
DENIAL = attribution(ARTICLE, "Peskov", "denied", "such claims", stance=Stance.DENIES, denies=(SHELLS.id,))
CAFE = attribution(ARTICLE, "Macron", "praised", "the café owners in Besançon")
PEOPLE = attribution(ARTICLE, "Kim", "thanked", "the people")
TOPIC = attribution(ARTICLE, "Officials", "noted", "the agreement", topics=("arms control",))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    found = (SHELLS, DENIAL, CAFE, PEOPLE, TOPIC)
    with make_database(request.param) as url:
        extract_documents(url, [ARTICLE], Annotator(Saying(ARTICLE, found)), RUN)
        with session_scope(url) as session:
            yield session


def find(session: Session, *phrases: str, assigned: bool = True) -> set[str]:
    words = [search_words(phrase) for phrase in phrases]
    query = hits(session.get_bind().dialect.name, words, assigned=assigned)
    return {row.statement_id for row in session.execute(query)}


def test_words_are_found_in_other_forms(session: Session) -> None:
    assert find(session, "shipping shell") == {SHELLS.id, DENIAL.id}


def test_a_denial_is_found_by_what_it_denies(session: Session) -> None:
    assert DENIAL.id in find(session, "artillery")


def test_a_statement_is_found_by_what_denies_it(session: Session) -> None:
    assert find(session, "claims") == {SHELLS.id, DENIAL.id}


def test_all_words_are_wanted(session: Session) -> None:
    assert find(session, "artillery people") == set()


def test_any_of_several_phrases_is_enough(session: Session) -> None:
    assert find(session, "artillery people", "cafe owner", "people") == {CAFE.id, PEOPLE.id}


def test_case_and_accents_make_no_difference(session: Session) -> None:
    assert find(session, "CAFE besancon") == find(session, "Café Besançon") == {CAFE.id}


def test_the_headline_alone_is_not_enough(session: Session) -> None:
    assert find(session, "weapons summit") == set()


def test_the_headline_completes_the_words_of_a_statement(session: Session) -> None:
    assert find(session, "weapons shells") == {SHELLS.id, DENIAL.id}


def test_a_statement_is_found_by_its_topic(session: Session) -> None:
    assert find(session, "arms control") == {TOPIC.id}


def test_topics_can_be_left_out(session: Session) -> None:
    assert find(session, "arms control", assigned=False) == set()


def test_a_better_hit_has_a_higher_score(session: Session) -> None:
    query = hits(session.get_bind().dialect.name, [["shell"]])
    scores = {row.statement_id: row.score for row in session.execute(query)}
    assert scores[SHELLS.id] > scores[DENIAL.id] > 0


@pytest.mark.parametrize(
    "hostile",
    [
        'shells" OR "people',
        "shells*",
        "content:shells",
        "NEAR(shells people)",
        "shells & !people | kim:*",
        "'; DROP TABLE statements; --",
        "shells') OR 1=1 --",
        "{content} : shells ^",
        "shells\\",
        "%shells_ <-> (",
    ],
)
def test_query_syntax_of_a_database_is_taken_as_words(session: Session, hostile: str) -> None:
    assert find(session, hostile) in ({SHELLS.id, DENIAL.id}, set())
    assert find(session, "people") == {PEOPLE.id}


@pytest.mark.parametrize("operator", ["and", "or"])
def test_a_text_of_many_words_can_be_looked_for(session: Session, operator: str) -> None:
    words = ["people", *(f"word{number}" for number in range(600))]
    query = hits(session.get_bind().dialect.name, [words] if operator == "and" else [[word] for word in words])
    assert [row.statement_id for row in session.execute(query)] == ([] if operator == "and" else [PEOPLE.id])


@pytest.mark.parametrize("nothing", ["", "the of", "?!", "  ", "it's"])
def test_nothing_to_search_for_is_told(nothing: str) -> None:
    with pytest.raises(UsageError, match="has no word to search for"):
        search_words(nothing)


def test_stop_words_are_dropped_on_both_databases(session: Session) -> None:
    assert find(session, "what did they say of the artillery") == set()
    assert find(session, "all of the artillery") == find(session, "artillery")


def test_postgresql_drops_the_stop_words_too(make_database: MakeDatabase) -> None:
    with make_database("postgresql") as url, session_scope(url) as session:
        dropped = select(text("to_tsvector('english', :word) = ''::tsvector"))
        kept = {word for word in STOP_WORDS if not session.execute(dropped, {"word": word}).scalar_one()}
    assert kept <= {"d", "ll", "m", "re", "ve"}
