"""The texts that vectors are made of, on both databases."""

import tracemalloc

from claimtrack.db.session import session_scope
from claimtrack.store.vectors import wordings
from claimtrack.workflows.extract import extract_documents
from tests.samples import RUN, Annotator, Saying, attribution, document

ARTICLE = document("Kirby said that arms went east.\nNothing else.\n\nSeoul warned that more would come.\n")
OTHER = document("Hahn said that the pitch was wet.", "other")
ARMS = attribution(ARTICLE, "Kirby", "said", "that arms went east")
MORE = attribution(ARTICLE, "Seoul", "warned", "that more would come")
PITCH = attribution(OTHER, "Hahn", "said", "that the pitch was wet")


def test_a_passage_is_the_lines_that_a_statement_stands_in(database_url: str) -> None:
    annotator = Annotator(Saying(ARTICLE, (ARMS, MORE)), Saying(OTHER, (PITCH,)))
    extract_documents(database_url, [ARTICLE, OTHER], annotator, RUN)
    with session_scope(database_url) as session:
        passages = {each.content: each.passage for each in wordings(session, [ARMS.id, MORE.id, PITCH.id])}
    assert passages == {
        "that arms went east": "Kirby said that arms went east.",
        "that more would come": "Seoul warned that more would come.",
        "that the pitch was wet": "Hahn said that the pitch was wet.",
    }


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
