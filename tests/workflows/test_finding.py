"""Statements found by what they mean, on both databases."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import StatementVectorRow
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.placed import Placed
from claimtrack.domain.vocabulary import Facet, Stance
from claimtrack.errors import ModelError, UsageError
from claimtrack.model.mixing import mixed_packed
from claimtrack.model.sentence import load_sentence_encoder
from claimtrack.workflows import finding, rereading
from claimtrack.workflows.embedding import reembed, refresh_vectors
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.facets import count_facets
from claimtrack.workflows.finding import find_about
from claimtrack.workflows.query import find_or_widen
from claimtrack.workflows.statements import count, find
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

WAR = document(
    "Kirby said Pyongyang had shipped missiles and artillery shells to Moscow.\n\nSeoul denied such claims.", "war"
)
SHELLS = attribution(WAR, "Kirby", "said", "Pyongyang had shipped missiles and artillery shells to Moscow")
DENIAL = attribution(WAR, "Seoul", "denied", "such claims", stance=Stance.DENIES, denies=(SHELLS.id,))
GAME = document("Keller said the striker would miss the final.\n\nHahn said that the pitch was too wet.", "game")
STRIKER = attribution(GAME, "Keller", "said", "the striker would miss the final")
PITCH = attribution(GAME, "Hahn", "said", "that the pitch was too wet")
NAMES = {SHELLS.id: "SHELLS", DENIAL.id: "DENIAL", STRIKER.id: "STRIKER", PITCH.id: "PITCH"}
SAYINGS = (Saying(WAR, (SHELLS, DENIAL)), Saying(GAME, (STRIKER, PITCH)))
ARMS = StatementFilters(about="weapons deliveries", meaning=True)


def _store(url: str, documents: Sequence[str] = ("war", "game")) -> None:
    by_name = {"war": WAR, "game": GAME}
    extract_documents(url, [by_name[name] for name in documents], Annotator(*SAYINGS), RUN)


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    _store(database_url)
    with session_scope(database_url) as session:
        yield session


def _found(session: Session, filters: StatementFilters) -> list[str]:
    return [NAMES[each.attribution.id] for each in find(session, filters)]


def test_what_is_about_a_subject_is_found_without_its_words(session: Session) -> None:
    assert _found(session, ARMS) == ["SHELLS", "DENIAL"]


def test_by_words_alone_it_is_not(session: Session) -> None:
    assert _found(session, StatementFilters(about="weapons deliveries")) == []


def test_what_was_found_is_counted(session: Session) -> None:
    assert count(session, ARMS) == 2


def test_each_has_a_score_between_nothing_and_sure(session: Session) -> None:
    assert all(each.score is not None and 0 < each.score <= 1 for each in find(session, ARMS))


def test_the_likeliest_come_first_where_that_is_wanted(session: Session) -> None:
    scores = [score for _, score in find_about(session, ARMS, best_first=True).statements]
    assert scores == sorted(scores, reverse=True)


def test_of_more_than_wanted_the_likeliest_are_kept(session: Session) -> None:
    wide = StatementFilters(about="weapons deliveries", meaning=True, least=0.0)
    best = max(find_about(session, wide).statements, key=lambda each: each[1])[0]
    limited = StatementFilters(about="weapons deliveries", meaning=True, least=0.0, limit=1)
    assert _found(session, limited) == [NAMES[best]]


def test_other_filters_narrow(session: Session) -> None:
    assert _found(session, replace(ARMS, stances=(Stance.DENIES,))) == ["DENIAL"]


def test_a_least_score_of_nothing_lets_everything_through(session: Session) -> None:
    assert len(_found(session, StatementFilters(about="weapons", meaning=True, least=0.0))) == len(NAMES)


def test_a_least_score_of_certainty_lets_nothing_through(session: Session) -> None:
    assert _found(session, StatementFilters(about="shells", meaning=True, least=1.0)) == []


def test_what_has_the_words_is_found_in_any_case(session: Session) -> None:
    assert "PITCH" in _found(session, StatementFilters(about="wet pitch", meaning=True))


def test_a_subject_without_a_word_is_refused(session: Session) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        find_about(session, StatementFilters(about="?!", meaning=True))


def test_an_answer_by_meaning_has_scores_and_is_not_widened(session: Session) -> None:
    answer = find_or_widen(session, ARMS)
    assert (answer.scored, answer.widened, answer.unread) == (True, False, 0)


class Reader:
    """Stands where the matcher stands, and says the same of all."""

    def __init__(self, says: float) -> None:
        self.says = says

    def about(self, subject: str, statements: Sequence[Placed]) -> list[float]:
        return [self.says] * len(statements)


def test_what_does_not_read_as_being_about_the_subject_is_not_found(session, monkeypatch) -> None:
    monkeypatch.setattr(rereading, "matcher_or_none", lambda: Reader(-20.0))
    assert _found(session, ARMS) == []


def test_what_reads_as_being_about_the_subject_is_found_though_it_was_not_likely_enough(session, monkeypatch) -> None:
    monkeypatch.setattr(finding, "least", lambda: 0.9)
    monkeypatch.setattr(rereading, "matcher_or_none", lambda: Reader(20.0))
    assert _found(session, ARMS) == ["SHELLS", "DENIAL"]
    monkeypatch.setattr(rereading, "matcher_or_none", lambda: None)
    assert _found(session, replace(ARMS, about="military cooperation")) == []


def test_what_has_all_words_is_found_whatever_reading_tells(session, monkeypatch) -> None:
    monkeypatch.setattr(rereading, "matcher_or_none", lambda: Reader(-20.0))
    assert _found(session, StatementFilters(about="wet pitch", meaning=True)) == ["PITCH"]


def test_facets_count_what_is_found_by_meaning(session: Session) -> None:
    facets = count_facets(session, ARMS)
    stances = {each.value: each.statements for each in facets.counts if each.facet is Facet.STANCE}
    assert (facets.statements, stances) == (2, {"asserts": 1, "denies": 1})


def test_statements_without_a_vector_are_counted_and_found_by_their_words(session: Session) -> None:
    session.execute(delete(StatementVectorRow))
    found = find_about(session, StatementFilters(about="artillery shells", meaning=True))
    assert ({NAMES[key] for key, _ in found.statements}, found.unread) == ({"SHELLS", "DENIAL"}, len(NAMES))


def test_vectors_of_another_encoder_are_not_compared(session: Session) -> None:
    session.execute(StatementVectorRow.__table__.update().values(encoder="another"))
    assert find_about(session, ARMS).unread == len(NAMES)


def test_what_has_not_changed_is_not_embedded_again(session: Session) -> None:
    assert refresh_vectors(session, list(NAMES)) == 0


def test_statements_that_are_gone_lose_their_vectors(database_url: str) -> None:
    _store(database_url)
    extract_documents(database_url, [WAR], Annotator(Saying(WAR, (SHELLS,))), RUN, force=True)
    with session_scope(database_url) as session:
        assert DENIAL.id not in session.scalars(select(StatementVectorRow.statement_id)).all()


def test_vectors_do_not_depend_on_the_order_of_arrival(make_database: MakeDatabase) -> None:
    stored = []
    for order in permutations(("war", "game")):
        with make_database("sqlite") as url:
            _store(url, order)
            with session_scope(url) as session:
                row = StatementVectorRow
                query = select(row.statement_id, row.vector, row.mixed)
                stored.append({key: (vector, mixed) for key, vector, mixed in session.execute(query)})
    assert stored[0] == stored[1]
    assert all(mixed for _, mixed in stored[0].values())


def test_what_stays_is_mixed_anew_when_another_statement_of_its_document_goes(database_url: str) -> None:
    _store(database_url)
    with session_scope(database_url) as session:
        [before] = session.execute(select(StatementVectorRow).where(StatementVectorRow.statement_id == SHELLS.id))
        told = before[0].vector, before[0].mixed
    extract_documents(database_url, [WAR], Annotator(Saying(WAR, (SHELLS,))), RUN, force=True)
    with session_scope(database_url) as session:
        after = session.get_one(StatementVectorRow, SHELLS.id)
        assert after.mixed == mixed_packed([after.vector])[0] != told[1]


def test_embedding_anew_makes_what_is_missing_and_tells_how_far_it_is(database_url: str) -> None:
    _store(database_url)
    with session_scope(database_url) as session:
        session.execute(delete(StatementVectorRow).where(StatementVectorRow.statement_id == SHELLS.id))
    told: list[tuple[int, int]] = []
    assert reembed(database_url, on_progress=lambda done, of: told.append((done, of))) == 1
    assert told == [(len(NAMES), len(NAMES))]
    with session_scope(database_url) as session:
        assert session.scalar(select(func.count()).select_from(StatementVectorRow)) == len(NAMES)


def test_embedding_by_force_makes_all_of_them_anew(database_url: str) -> None:
    _store(database_url)
    assert reembed(database_url) == 0
    assert reembed(database_url, force=True) == len(NAMES)


def test_the_encoder_is_stored_beside_each_vector(session: Session) -> None:
    assert set(session.scalars(select(StatementVectorRow.encoder))) == {load_sentence_encoder().name}


@pytest.fixture
def without_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where onnxruntime cannot be imported."""
    monkeypatch.setitem(sys.modules, "claimtrack.model.sentence", None)


def test_without_an_encoder_statements_are_stored_and_found_by_words(database_url: str, without_encoder: None) -> None:
    _store(database_url)
    with session_scope(database_url) as session:
        assert _found(session, StatementFilters(about="artillery shells")) == ["SHELLS", "DENIAL"]
        assert session.scalars(select(StatementVectorRow.statement_id)).all() == []


def test_without_an_encoder_a_subject_is_refused_with_what_to_do(session: Session, without_encoder: None) -> None:
    with pytest.raises(ModelError, match="ask with --exact"):
        find_about(session, ARMS)


def test_without_an_encoder_nothing_is_embedded(database_url: str, without_encoder: None) -> None:
    with pytest.raises(ModelError, match="cannot run here"):
        reembed(database_url)


def _headlined(name: str, title: str) -> Saying:
    """The same text, under a headline of its own."""
    rest = "The old one burnt down a year ago, and nobody has been able to say so far who is going to pay for another."
    article = document(f"Keller said the hall would be rebuilt by May. {rest}", name, title=title)
    return Saying(article, (attribution(article, "Keller", "said", "the hall would be rebuilt by May"),))


def test_of_copies_the_likeliest_counts_though_it_is_not_the_first(database_url: str) -> None:
    copies = [_headlined("a", "Notes"), _headlined("b", "Concerts in the old mill")]
    extract_documents(database_url, [each.document for each in copies], Annotator(*copies), RUN)
    with session_scope(database_url) as session:
        asked = StatementFilters(about="hall for concerts", meaning=True, least=0.0)
        scores = {each.document.id: each.score or 0.0 for each in find(session, asked)}
        found = list(find(session, replace(asked, distinct=True)))
    assert scores["a"] < scores["b"]
    assert [each.document.id for each in found] == ["b"]


def test_of_copies_that_are_as_likely_the_first_counts(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = [_headlined(name, "Notes") for name in "ab"]
    extract_documents(database_url, [each.document for each in copies], Annotator(*copies), RUN)
    monkeypatch.setattr(finding, "products", lambda _, packed: [0.5 + 1e-9 * place for place in range(len(packed))])
    asked = StatementFilters(about="hall", meaning=True, distinct=True)
    with session_scope(database_url) as session:
        assert [each.document.id for each in find(session, asked)] == ["a"]


def test_without_an_encoder_what_says_something_else_than_before_has_no_vector(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _store(database_url)
    monkeypatch.setitem(sys.modules, "claimtrack.model.sentence", None)
    extract_documents(database_url, [WAR], Annotator(Saying(WAR, (SHELLS,))), RUN, force=True)
    with session_scope(database_url) as session:
        embedded = {NAMES[key] for key in session.scalars(select(StatementVectorRow.statement_id))}
    assert embedded == {"STRIKER", "PITCH"}
