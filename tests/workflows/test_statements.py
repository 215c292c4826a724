"""Finding statements and showing one in its context."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.attribution import Attribution
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.spans import cut, shift
from claimtrack.errors import NotFoundError, UsageError
from claimtrack.store.reading import BATCH
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.statements import context, count, find, get
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

TEXT = "A headline\n\nKirby spoke.\r\n“We see this,” Kirby said, “and worry.”\nThe end."
ARTICLE = document(TEXT, "first")
SPLIT = attribution(ARTICLE, "Kirby", "said", "and worry")
ACROSS = attribution(ARTICLE, "Kirby", "spoke", "We see this")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    with make_database(request.param) as url:
        extract_documents(url, [ARTICLE], Annotator(Saying(ARTICLE, (SPLIT, ACROSS))), RUN)
        gone = document("Kirby said no.", "gone")
        annotate = Annotator(Saying(gone, (attribution(gone, "Kirby", "said", "no"),)))
        extract_documents(url, [gone], annotate, RUN)
        extract_documents(url, [gone], Annotator(), RUN, force=True)
        with session_scope(url) as session:
            yield session


def moved(attribution: Attribution, by: int) -> Attribution:
    return replace(
        attribution,
        id=str(by),
        source=shift(attribution.source, by),
        cue=shift(attribution.cue, by),
        content=shift(attribution.content, by),
    )


def gone_id() -> str:
    gone = document("Kirby said no.", "gone")
    return attribution(gone, "Kirby", "said", "no").id


def test_a_statement_is_got_by_its_id(session: Session) -> None:
    assert get(session, ACROSS.id).attribution == ACROSS


@pytest.mark.parametrize("length", [4, 8, 15])
def test_a_statement_is_got_by_the_beginning_of_its_id(session: Session, length: int) -> None:
    assert get(session, f" {ACROSS.id[:length].upper()} ").attribution.id == ACROSS.id


@pytest.mark.parametrize("wanted", ["", "abc", "no-id", "%%%%", "0123456789abcdef0", "____"])
def test_what_is_no_id_is_told(session: Session, wanted: str) -> None:
    with pytest.raises(NotFoundError, match="is no statement id"):
        get(session, wanted)


def test_an_id_that_nothing_has_is_told(session: Session) -> None:
    with pytest.raises(NotFoundError, match="no statement begins with 0000; `claimtrack query` lists ids"):
        get(session, "0000")


def test_a_retired_statement_is_not_got_but_told(session: Session) -> None:
    with pytest.raises(NotFoundError, match="no longer found in its document since run 3"):
        get(session, gone_id())


def test_the_context_is_the_paragraphs_that_the_statement_touches(session: Session) -> None:
    shown = context(session, ACROSS.id)
    assert shown.text == "Kirby spoke.\r\n“We see this,” Kirby said, “and worry.”"
    assert TEXT[shown.start :].startswith(shown.text)


def test_spans_in_context_cut_out_the_stored_words(session: Session) -> None:
    shown, statement = context(session, ACROSS.id), get(session, ACROSS.id)
    assert cut(shown.text, shown.source) == statement.source == "Kirby"
    assert cut(shown.text, shown.cue) == statement.cue == "spoke"
    assert cut(shown.text, shown.content) == statement.content == "We see this"


def test_a_text_without_line_breaks_is_shown_in_part(database_url: str) -> None:
    long = document("word " * 5_000 + "Kirby said so. " + "word " * 5_000, "long")
    found = attribution(long, "Kirby", "said", "so")
    extract_documents(database_url, [long], Annotator(Saying(long, (found,))), RUN)
    with session_scope(database_url) as session:
        shown = context(session, found.id)
    assert len(shown.text) < 5_000
    assert cut(shown.text, shown.content) == "so"


def test_words_that_cannot_be_searched_for_are_told(session: Session) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        find(session, StatementFilters(about="of the"))


def test_listings_have_one_order_whatever_the_collation(database_url: str) -> None:
    names = ["b", "A", "é", "a", "Z", "_", "10", "9", "ß", "中"]
    documents = [document("Kirby said yes and no.", name, published=None) for name in names]
    documents.append(document("Kirby said yes and no.", "dated", published=date(2024, 1, 1)))
    sayings = [
        Saying(each, (attribution(each, "Kirby", "said", "no"), attribution(each, "Kirby", "said", "yes and no")))
        for each in documents
    ]
    extract_documents(database_url, documents, Annotator(*sayings), RUN)
    with session_scope(database_url) as session:
        found = [each.document.id for each in find(session, StatementFilters())]
    assert found[::2] == found[1::2] == ["dated", *sorted(names)]


def ranked(name: str, content: str) -> Saying:
    """A document of no date in which Kirby says something and, far from it, something else."""
    source = document(f"Kirby said {content}. Kirby said no.", name, published=None)
    return Saying(source, (attribution(source, "Kirby", "said", content), attribution(source, "Kirby", "said", "no")))


RANKED = (
    ranked("a", "that a shell was once found among many other things of no importance to anybody in town"),
    ranked("b", "shells"),
    ranked("c", "shells, shells and shells"),
    ranked("d", "shells"),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shelled(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    with make_database(request.param) as url:
        extract_documents(url, [each.document for each in reversed(RANKED)], Annotator(*RANKED), RUN)
        with session_scope(url) as session:
            yield session


def found_in(session: Session, filters: StatementFilters, *, best_first: bool = False) -> str:
    return "".join(each.document.id for each in find(session, filters, best_first=best_first))


def test_the_best_come_first_if_wanted_and_equals_in_the_order_of_listings(shelled: Session) -> None:
    scores = [each.score for each in find(shelled, StatementFilters(about="shell"), best_first=True)]
    assert scores == sorted(scores, reverse=True)
    order = found_in(shelled, StatementFilters(about="shell"), best_first=True)
    assert order.replace("a", "").replace("c", "") == "bd"
    assert sorted(order) == list("abcd")
    assert order != "abcd"


def test_without_words_the_best_first_is_the_order_of_listings(shelled: Session) -> None:
    assert found_in(shelled, StatementFilters(), best_first=True) == "aabbccdd"


def test_a_limit_takes_the_best_and_keeps_the_order_of_the_listing(shelled: Session) -> None:
    best = found_in(shelled, StatementFilters(about="shell"), best_first=True)
    for limit in (1, 2, 3, 4):
        wanted = StatementFilters(about="shell", limit=limit)
        assert found_in(shelled, wanted, best_first=True) == best[:limit]
        assert found_in(shelled, wanted) == "".join(sorted(best[:limit]))
        assert count(shelled, wanted) == limit


def test_a_limit_without_words_takes_the_first(shelled: Session) -> None:
    assert found_in(shelled, StatementFilters(limit=3)) == "aab"


def test_the_number_of_queries_does_not_grow_with_the_statements(database_url: str) -> None:
    text = "Kirby said so. " * (BATCH * 2)
    long = document(text, "long")
    pattern = attribution(long, "Kirby", "said", "so")
    repeated = [moved(pattern, 15 * number) for number in range(BATCH * 2)]
    extract_documents(database_url, [long], Annotator(Saying(long, tuple(repeated))), RUN)
    queries: list[str] = []
    with session_scope(database_url) as session:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *call: queries.append(call[2]))
        assert len(list(find(session, StatementFilters()))) == BATCH * 2
    assert len(queries) <= 20
