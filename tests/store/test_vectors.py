"""The texts that vectors are made of, on both databases."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import Stance
from claimtrack.store.vectors import wordings
from claimtrack.workflows.extract import extract_documents
from tests.samples import RUN, Annotator, Saying, attribution, document

ARTICLE = document(
    "Kirby said that arms went east.\nNothing else.\n\nSeoul warned that more would come.\n\n"
    "Moscow denied, and said it of all. Busan denied that a single rifle did."
)
OTHER = document("Hahn said that the pitch was wet.", "other")
ARMS = attribution(ARTICLE, "Kirby", "said", "that arms went east")
MORE = attribution(ARTICLE, "Seoul", "warned", "that more would come")
CLAIMS = attribution(ARTICLE, "Moscow", "denied", "", stance=Stance.DENIES, denies=(ARMS.id, MORE.id))
RIFLE = attribution(ARTICLE, "Busan", "denied that", "a single rifle did", stance=Stance.DENIES, denies=(ARMS.id,))
PITCH = attribution(OTHER, "Hahn", "said", "that the pitch was wet")


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    annotator = Annotator(Saying(ARTICLE, (ARMS, MORE, CLAIMS, RIFLE)), Saying(OTHER, (PITCH,)))
    extract_documents(database_url, [ARTICLE, OTHER], annotator, RUN)
    with session_scope(database_url) as session:
        yield session


def _own_words(session: Session, *statements: str) -> dict[str, list[str]]:
    found = {each.statement: each.placed for each in wordings(session, statements)}
    return {key: [text[start:end] for start, end in own] for key, (text, own, *_) in found.items()}


def test_the_own_words_of_a_statement_are_its_content(session: Session) -> None:
    found = _own_words(session, ARMS.id, MORE.id, PITCH.id)
    assert found == {
        ARMS.id: ["that arms went east"],
        MORE.id: ["that more would come"],
        PITCH.id: ["that the pitch was wet"],
    }


def test_those_of_a_statement_without_content_are_its_cue(session: Session) -> None:
    assert _own_words(session, CLAIMS.id) == {CLAIMS.id: ["denied"]}


def test_what_a_statement_answers_and_what_answers_it_belong_to_its_wording(session: Session) -> None:
    found = {each.statement: each.placed.contexts for each in wordings(session, [ARMS.id, CLAIMS.id])}
    assert found == {
        ARMS.id: ("a single rifle did",),
        CLAIMS.id: ("that arms went east", "that more would come"),
    }


def test_an_answer_without_words_adds_nothing(session: Session) -> None:
    (wording,) = wordings(session, [MORE.id])
    assert wording.placed.contexts == ()


def test_the_digest_tells_the_same_words_at_another_place(session: Session) -> None:
    (wording,) = wordings(session, [ARMS.id])
    moved = replace(wording, placed=wording.placed._replace(own=(Span(0, 5),)))
    assert moved.digest != wording.digest == replace(wording).digest


def test_the_digest_tells_another_headline(session: Session) -> None:
    (wording,) = wordings(session, [ARMS.id])
    assert replace(wording, placed=wording.placed._replace(lead="Arms")).digest != wording.digest


def test_what_a_text_begins_with_belongs_to_the_wording_of_what_stands_far_below(database_url: str) -> None:
    text = "Arms went east. " + "Nothing else. " * 30 + "\n\nHahn said that the pitch was wet."
    article = document(text, "far", title="A wet day")
    pitch = attribution(article, "Hahn", "said", "that the pitch was wet")
    extract_documents(database_url, [article], Annotator(Saying(article, (pitch,))), RUN)
    with session_scope(database_url) as session:
        (wording,) = wordings(session, [pitch.id])
    assert wording.placed.lead.startswith("A wet day\nArms went east.")


def test_a_long_text_is_not_held_once_for_each_of_its_statements(database_url: str) -> None:
    people = [f"Kirby{number}" for number in range(40)]
    text = "\n\n".join(f"{name} said that {name} went east." for name in people) + "\n\n" + "Nothing. " * 50_000
    long = document(text, "long")
    said = tuple(attribution(long, name, "said", f"that {name} went east") for name in people)
    extract_documents(database_url, [long], Annotator(Saying(long, said)), RUN)
    with session_scope(database_url) as session:
        tracemalloc.start()
        assert len(wordings(session, [each.id for each in said])) == len(people)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 10 * len(text)
