"""Copies of one text are one story, in whatever order they come."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, select, update
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import DocumentBandRow, DocumentRow, DocumentSignatureRow
from claimtrack.domain.document import Document
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import Stance
from claimtrack.workflows.documents import list_documents
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.linking import relink_all
from claimtrack.workflows.report import build_report
from claimtrack.workflows.statements import context, find
from claimtrack.workflows.stories import join_copies
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document
from tests.wire import CUT, EDITED, LONGER, OTHER_AFFAIR, OWN_WORDS, UPDATED, WIRE

COPIES = (
    document(WIRE, "wire", publisher="Sylvan Wire"),
    document(EDITED, "edited", publisher="The Planet", title="Klow stays shut"),
    document(CUT, "cut", publisher="The Moon"),
    document(LONGER, "longer", publisher="The Moon"),
    document(UPDATED, "updated"),
)
OTHERS = (
    document(OWN_WORDS, "own", publisher="The Sun"),
    document(OTHER_AFFAIR, "other", publisher="Sylvan Wire"),
    document("Rain.", "short"),
    document("Rain.", "short too"),
)
ALL = (*COPIES, *OTHERS)
STORY = min(each.key for each in COPIES)
DENIAL = (
    "The owner of the larger freighter, Borduria Lines,",
    "denied",
    "that its captain had been asleep when the ships met",
)


def extract(url: str, documents: Iterable[Document]) -> None:
    extract_documents(url, documents, Annotator(), RUN, force=True)


def stories(url: str) -> dict[str, str]:
    """The story of each document, by id."""
    with session_scope(url) as session:
        return {each.id: each.story for each in list_documents(session)}


EXPECTED = {each.id: STORY for each in COPIES} | {each.id: each.key for each in OTHERS}


def denials(documents: Iterable[Document]) -> list[Saying]:
    return [Saying(each, (attribution(each, *DENIAL, stance=Stance.DENIES),)) for each in documents]


@pytest.fixture
def copied(database_url: str) -> str:
    """A database with one denial in four copies of a text."""
    found = denials([COPIES[0], COPIES[1], COPIES[3], COPIES[4]])
    extract_documents(database_url, [each.document for each in found], Annotator(*found), RUN)
    return database_url


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(ALL), st.lists(st.integers(1, len(ALL) - 1), unique=True).map(sorted))
def test_the_order_of_arrival_makes_no_difference(
    make_database: MakeDatabase, kind: str, order: Sequence[Document], cuts: Sequence[int]
) -> None:
    """Documents come in any order, all at once or in several extractions."""
    with make_database(kind) as url:
        for start, end in pairwise([0, *cuts, len(order)]):
            extract(url, order[start:end])
        assert stories(url) == EXPECTED


def test_extracting_documents_anew_leaves_their_stories_as_they_are(database_url: str) -> None:
    extract(database_url, ALL)
    extract(database_url, ALL[2:4])
    assert stories(database_url) == EXPECTED


def test_relinking_finds_copies_that_an_older_version_did_not_look_for(database_url: str) -> None:
    extract(database_url, ALL)
    with session_scope(database_url) as session:
        session.execute(delete(DocumentBandRow))
        session.execute(delete(DocumentSignatureRow))
    assert stories(database_url)["wire"] != stories(database_url)["cut"]
    relink_all(database_url)
    assert stories(database_url) == EXPECTED


def test_relinking_parts_what_another_version_took_for_copies(database_url: str) -> None:
    extract(database_url, ALL)
    with session_scope(database_url) as session:
        session.execute(update(DocumentSignatureRow).values(story=STORY))
    relink_all(database_url)
    assert stories(database_url) == EXPECTED


def test_a_document_is_compared_by_look_up_alone_however_many_are_stored(database_url: str) -> None:
    """As many queries, that read as many rows, before and after others came."""
    extract(database_url, [COPIES[0]])
    few = _rows_read(database_url, COPIES[1])
    extract(database_url, (document(_invented(number), f"invented-{number}") for number in range(60)))
    assert _rows_read(database_url, COPIES[1]) == few


def _invented(number: int) -> str:
    return " ".join(f"word{number * 1000 + place}" for place in range(80))


def _rows_read(url: str, added: Document) -> list[tuple[str, int]]:
    """The queries that comparing a new document makes, each with how many rows it gave; nothing is kept."""
    with session_scope(url) as session:
        row = session.scalars(select(DocumentRow)).first()
        assert row is not None
        values = {column.name: getattr(row, column.name) for column in DocumentRow.__table__.columns}
        session.add(DocumentRow(**values | {"key": added.key, "id": added.id, "text": added.text}))
        session.flush()
        found = _watched(session, added.key)
        session.rollback()
    return found


def _watched(session: Session, key: str) -> list[tuple[str, int]]:
    read: list[tuple[str, int]] = []
    connection = session.connection()

    def note(*call: object) -> None:
        read.append((str(call[2]), int(getattr(call[1], "rowcount", -1))))

    event.listen(connection, "after_cursor_execute", note)
    join_copies(session, [key])
    event.remove(connection, "after_cursor_execute", note)
    return read


def test_of_copies_the_first_is_enough_where_that_is_asked_for(copied: str) -> None:
    with session_scope(copied) as session:
        assert len(list(find(session, StatementFilters()))) == 4
        for about in (None, "captain asleep"):
            [one] = find(session, StatementFilters(about=about, distinct=True))
            assert one.document.id == "edited"
        [moon] = find(session, StatementFilters(publishers=("Moon",), distinct=True))
        assert moon.document.id == "longer"


def test_statements_of_one_document_are_never_taken_for_copies_of_each_other(database_url: str) -> None:
    twice = document("Kirby denied it. Later Kirby denied it.", "twice")
    first = attribution(twice, "Kirby", "denied", "it")
    later = attribution(twice, "Kirby", "denied it. Later", "it")
    extract_documents(database_url, [twice], Annotator(Saying(twice, (first, later))), RUN)
    with session_scope(database_url) as session:
        assert len(list(find(session, StatementFilters(distinct=True)))) == 2


def test_a_statement_tells_which_other_documents_have_its_text(copied: str) -> None:
    with session_scope(copied) as session:
        found = next(find(session, StatementFilters(documents=("wire",))))
        copies = context(session, found.attribution.id).copies
    assert [each.id for each in copies] == ["edited", "longer", "updated"]


def test_reports_count_copies_as_one_story(copied: str) -> None:
    with session_scope(copied) as session:
        [speaker] = build_report(session, "sources", StatementFilters()).to_dict("records")
    assert (speaker["documents"], speaker["stories"], speaker["publishers"]) == (4, 1, 3)


def test_a_comparison_of_all_that_is_interrupted_leaves_the_stories_as_they_were(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract(database_url, ALL)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimtrack.workflows.stories.join_stories", interrupt)
    with pytest.raises(KeyboardInterrupt):
        relink_all(database_url)
    assert stories(database_url) == EXPECTED
