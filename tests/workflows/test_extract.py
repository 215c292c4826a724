"""Extraction into a database: nothing twice, nothing half, nothing lost but the documents in hand."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from claimtrack.db.session import session_scope
from claimtrack.db.tables import Base, DocumentRow, RunRow, StatementRow, StatementSearchRow
from claimtrack.domain.attribution import Attribution, Speaker
from claimtrack.domain.document import Document
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.run import ExtractionCounts, RunSettings
from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.vocabulary import DenialStatus, RunStatus, SpeakerKind, Stance
from claimtrack.errors import DatabaseError, DocumentError
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.speakers import list_speakers
from claimtrack.workflows.statements import find
from tests.conftest import MakeDatabase
from tests.samples import KIRBY, RUN, Annotator, Saying, attribution, document

ARTICLE = document("Kirby said arms were shipped to Russia in May. Russia denied such claims.", "first")
ARMS = attribution(ARTICLE, "Kirby", "said", "arms were shipped to Russia in May")
MOSCOW = Speaker("Russia", SpeakerKind.GOVERNMENT)
DENIAL = attribution(
    ARTICLE, "Russia", "denied", "such claims", speakers=(MOSCOW,), stance=Stance.DENIES, denies=(ARMS.id,)
)
LATER = date(2024, 6, 19)  # a denial answers nothing that is published after it
OTHER = document("JOHN KIRBY repeated that arms were shipped to Russia in May.", "second", published=LATER)
AGAIN = attribution(
    OTHER,
    "JOHN KIRBY",
    "repeated",
    "that arms were shipped to Russia in May",
    speakers=(replace(KIRBY, name="JOHN KIRBY"),),
)
BOTH = (Saying(ARTICLE, (ARMS, DENIAL)), Saying(OTHER, (AGAIN,)))


def stored(url: str) -> list[StoredStatement]:
    with session_scope(url) as session:
        return list(find(session, StatementFilters(types=())))


def contexts(url: str) -> dict[str, str]:
    """What each statement is found by beside its own words."""
    row = StatementSearchRow
    with session_scope(url) as session:
        return {each.statement_id: each.context for each in session.execute(select(row.statement_id, row.context))}


def rows(url: str) -> dict[str, int]:
    """How many rows each table has."""
    with session_scope(url) as session:
        return {
            name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in Base.metadata.tables.items()
        }


def run_status(url: str) -> list[RunStatus]:
    with session_scope(url) as session:
        return list(session.scalars(select(RunRow.status).order_by(RunRow.id)))


def extract(url: str, *sayings: Saying, run: RunSettings = RUN, force: bool = False) -> ExtractionCounts:
    documents = [saying.document for saying in sayings]
    return extract_documents(url, documents, Annotator(*sayings), run, force=force).counts


def test_what_was_extracted_is_given_back_whole(database_url: str) -> None:
    extract(database_url, *BOTH)
    assert [each.attribution for each in stored(database_url)] == [ARMS, DENIAL, AGAIN]
    assert [each.content for each in stored(database_url)] == [
        "arms were shipped to Russia in May",
        "such claims",
        "that arms were shipped to Russia in May",
    ]


def test_the_counts_say_what_was_done(database_url: str) -> None:
    assert extract(database_url, *BOTH) == ExtractionCounts(documents_read=2, documents_new=2, statements_new=3)


def test_a_second_run_annotates_nothing_and_adds_no_row(database_url: str) -> None:
    extract(database_url, *BOTH)
    before, annotate = rows(database_url), Annotator(*BOTH)
    report = extract_documents(database_url, [ARTICLE, OTHER], annotate, RUN)
    assert annotate.asked == []
    assert report.counts == ExtractionCounts(documents_read=2, documents_unchanged=2)
    assert report.run is None
    assert rows(database_url) == before


def test_a_forced_run_annotates_again_and_adds_no_row_but_its_own_record(database_url: str) -> None:
    extract(database_url, *BOTH)
    before, shown = rows(database_url), stored(database_url)
    counts = extract(database_url, *BOTH, force=True)
    assert counts == ExtractionCounts(documents_read=2, documents_refreshed=2, statements_refreshed=3)
    assert rows(database_url) == {**before, "extraction_runs": before["extraction_runs"] + 1}
    assert stored(database_url) == shown


def test_another_model_version_annotates_again(database_url: str) -> None:
    extract(database_url, *BOTH)
    counts = extract(database_url, *BOTH, run=replace(RUN, model_version="2"))
    assert counts.documents_refreshed == 2


def test_changed_metadata_are_stored_and_the_document_annotated_again(database_url: str) -> None:
    extract(database_url, *BOTH)
    changed = replace(ARTICLE, publisher="BBC News", published=date(2024, 6, 19))
    extract(database_url, Saying(changed, (ARMS, DENIAL)))
    [first, *_] = [each.document for each in stored(database_url) if each.document.id == "first"]
    assert (first.publisher, first.published) == ("BBC News", date(2024, 6, 19))


def test_a_changed_field_of_a_statement_is_refreshed_in_place(database_url: str) -> None:
    extract(database_url, *BOTH)
    changed = replace(ARMS, stance=Stance.CONFIRMS, speakers=(MOSCOW,), topics=("arms",), denies=())
    extract(database_url, Saying(ARTICLE, (changed, DENIAL)), force=True)
    assert stored(database_url)[0].attribution == changed


def test_a_statement_no_longer_found_is_retired_and_not_deleted(database_url: str) -> None:
    extract(database_url, *BOTH)
    counts = extract(database_url, Saying(ARTICLE, (ARMS,)), force=True)
    assert counts.statements_retired == 1
    assert [each.attribution.id for each in stored(database_url)] == [ARMS.id, AGAIN.id]
    with session_scope(database_url) as session:
        assert session.get_one(StatementRow, DENIAL.id).retired_by_run_id == 2


def test_a_retired_denial_denies_nothing(database_url: str) -> None:
    extract(database_url, *BOTH)
    extract(database_url, Saying(ARTICLE, (ARMS,)), force=True)
    first = stored(database_url)[0]
    assert (first.denied_by, first.denial_status) == ((), DenialStatus.UNDISPUTED)


def test_a_retired_statement_that_is_found_again_lives_again(database_url: str) -> None:
    extract(database_url, *BOTH)
    shown = stored(database_url)
    extract(database_url, Saying(ARTICLE, ()), force=True)
    extract(database_url, Saying(ARTICLE, (ARMS, DENIAL)), force=True)
    assert stored(database_url) == shown


def test_statements_with_the_same_words_make_one_claim_that_a_denial_denies(database_url: str) -> None:
    extract(database_url, *BOTH)
    found = stored(database_url)
    assert len({each.claim for each in found}) == 1
    assert {each.denial_status for each in found} == {DenialStatus.DENIED}
    assert [[denial.speakers for denial in each.denied_by] for each in found] == [[("Russia",)], [], []]


SHIPPED = "arms were shipped to russia in may"


def test_a_denial_is_found_by_what_it_denies_and_that_by_the_denial(database_url: str) -> None:
    extract(database_url, *BOTH)
    assert contexts(database_url) == {ARMS.id: "such claims", DENIAL.id: SHIPPED, AGAIN.id: ""}


def test_a_denial_is_found_by_no_other_denial_and_equal_words_count_once(database_url: str) -> None:
    extract(database_url, *BOTH)
    for name in ("third", "fourth"):
        more = document(f"Reported {name}: Peskov rejected it all, it all.", name)
        rejection = attribution(more, "Peskov", "rejected", "it all", stance=Stance.DENIES, denies=(ARMS.id,))
        extract(database_url, Saying(more, (rejection,)))
        assert contexts(database_url)[rejection.id] == SHIPPED
    assert contexts(database_url)[DENIAL.id] == SHIPPED
    assert sorted(contexts(database_url)[ARMS.id].split()) == ["all", "claims", "it", "such"]


def test_a_denial_that_turns_to_another_statement_takes_its_words_along(database_url: str) -> None:
    wire = document("Peskov rejected that account.", "wire")
    rejection = attribution(wire, "Peskov", "rejected", "that account", stance=Stance.DENIES, denies=(AGAIN.id,))
    extract(database_url, *BOTH, Saying(wire, (rejection,)))
    assert contexts(database_url)[AGAIN.id] == "that account"
    extract(database_url, Saying(wire, (replace(rejection, denies=(ARMS.id,)),)), force=True)
    assert contexts(database_url)[AGAIN.id] == ""
    assert "that account" in contexts(database_url)[ARMS.id]
    assert contexts(database_url)[rejection.id] == SHIPPED


def test_a_retired_denial_takes_its_words_along_and_brings_them_back(database_url: str) -> None:
    extract(database_url, *BOTH)
    before = contexts(database_url)
    extract(database_url, Saying(ARTICLE, (ARMS,)), force=True)
    assert contexts(database_url) == {ARMS.id: "", AGAIN.id: ""}
    extract(database_url, BOTH[0], force=True)
    assert contexts(database_url) == before


def test_a_denial_waits_for_the_statement_that_it_denies(database_url: str) -> None:
    early = document("Peskov rejected that account.", "early")
    rejection = attribution(early, "Peskov", "rejected", "that account", stance=Stance.DENIES, denies=(AGAIN.id,))
    extract(database_url, Saying(early, (rejection,)))
    assert contexts(database_url) == {rejection.id: ""}
    extract(database_url, BOTH[1])
    assert contexts(database_url) == {rejection.id: f"that {SHIPPED}", AGAIN.id: "that account"}


def test_one_speaker_has_all_spellings_and_is_shown_by_the_preferred_one(database_url: str) -> None:
    extract(database_url, *reversed(BOTH))
    with session_scope(database_url) as session:
        [kirby] = list_speakers(session, "kirby")
    assert (kirby.name, kirby.aliases, kirby.statements, kirby.documents) == ("John Kirby", ("JOHN KIRBY",), 2, 2)


def test_a_bad_document_is_reported_and_the_others_go_on(database_url: str) -> None:
    bad = DocumentError("bad.txt", "it is empty")
    report = extract_documents(database_url, [bad, ARTICLE], Annotator(*BOTH), RUN)
    assert report.failures == (bad,)
    assert (report.counts.documents_failed, report.counts.documents_new) == (1, 1)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "NUL \0"},
        {"author": "half \ud83d"},
        {"name": "x" * 501},
        {"publisher": "\0"},
    ],
)
def test_a_document_that_no_database_holds_is_reported_and_leaves_nothing(
    database_url: str, fields: dict[str, str]
) -> None:
    bad = document("Kirby said so.", **{"name": "bad", **fields})
    saying = Saying(bad, (attribution(bad, "Kirby", "said", "so"),))
    report = extract_documents(database_url, [bad, OTHER], Annotator(saying, BOTH[1]), RUN)
    assert [failure.origin for failure in report.failures] == [bad.id]
    assert rows(database_url)["documents"] == 1


@pytest.mark.parametrize("confidence", [-1.0, 2.0])
def test_a_value_that_the_database_refuses_fails_its_document_alone(database_url: str, confidence: float) -> None:
    broken = Saying(ARTICLE, (ARMS, replace(DENIAL, confidence=confidence)))
    report = extract_documents(database_url, [ARTICLE, OTHER], Annotator(broken, BOTH[1]), RUN)
    assert "the database refuses it" in report.failures[0].reason
    assert [each.document.id for each in stored(database_url)] == ["second"]


def test_spans_outside_the_text_fail_the_document(database_url: str) -> None:
    longer = document(ARTICLE.text + " And so on and on.", "first")
    outside = replace(attribution(longer, "", "", "so on and on"), id="s9")
    report = extract_documents(database_url, [ARTICLE], lambda _: [(ARTICLE, [outside])], RUN)
    assert "statement s9 has a span" in report.failures[0].reason


def test_an_attribution_without_spans_says_nothing_and_is_left_out(database_url: str) -> None:
    bare = replace(ARMS, id="s9", source=(), cue=(), content=())
    assert extract(database_url, Saying(ARTICLE, (bare, DENIAL))).statements_new == 1


def test_ids_of_another_making_are_replaced_and_followed(database_url: str) -> None:
    renamed = (replace(ARMS, id="s1"), replace(DENIAL, id="s2", denies=("s1", "s2", "elsewhere")))
    extract(database_url, Saying(ARTICLE, renamed))
    assert [each.attribution for each in stored(database_url)] == [ARMS, DENIAL]


def test_the_same_spans_twice_are_one_statement(database_url: str) -> None:
    extract(database_url, Saying(ARTICLE, (ARMS, replace(ARMS, stance=Stance.DECLINES))))
    assert [each.attribution.stance for each in stored(database_url)] == [Stance.ASSERTS]


def stopping(error: BaseException) -> Callable[[Iterable[Document]], Iterator[tuple[Document, Sequence[Attribution]]]]:
    """An annotator that raises after the first document."""

    def annotate(documents: Iterable[Document]) -> Iterator[tuple[Document, Sequence[Attribution]]]:
        for each in documents:
            yield each, (ARMS, DENIAL) if each is ARTICLE else ()
            raise error

    return annotate


@pytest.mark.parametrize(
    ("error", "status"),
    [(KeyboardInterrupt(), RunStatus.INTERRUPTED), (RuntimeError("a bug"), RunStatus.FAILED)],
)
def test_a_run_cut_short_keeps_what_it_has_and_says_how_it_ended(
    database_url: str, error: BaseException, status: RunStatus
) -> None:
    with pytest.raises(type(error)):
        extract_documents(database_url, [ARTICLE, OTHER], stopping(error), RUN)
    assert run_status(database_url) == [status]
    assert [each.attribution for each in stored(database_url)] == [ARMS, DENIAL]


def test_the_next_run_goes_on_where_one_was_cut_short(database_url: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        extract_documents(database_url, [ARTICLE, OTHER], stopping(KeyboardInterrupt()), RUN)
    counts = extract(database_url, *BOTH)
    assert (counts.documents_unchanged, counts.documents_new) == (1, 1)


def test_progress_is_told_up_to_the_final_counts(database_url: str) -> None:
    told: list[ExtractionCounts] = []
    report = extract_documents(database_url, [ARTICLE, OTHER], Annotator(*BOTH), RUN, on_progress=told.append)
    assert told[0].documents_read == 1
    assert told[-1] == report.counts


def test_the_run_is_recorded_with_its_settings_and_counts(database_url: str) -> None:
    report = extract_documents(database_url, [ARTICLE], Annotator(*BOTH), RUN)
    with session_scope(database_url) as session:
        run = session.get_one(RunRow, report.run)
        assert (run.program_version, run.model_name, run.model_version) == ("1.0", "test-model", "1")
        assert run.settings == {"extractor": "words"}
        assert run.finished_at is not None
        assert run.started_at <= run.finished_at
        assert (run.documents_new, run.statements_new) == (1, 2)


def test_documents_stream_through(database_url: str) -> None:
    waiting = 0

    def endless() -> Iterator[Document]:
        nonlocal waiting
        for number in range(100):
            waiting += 1
            assert waiting <= 20
            yield document(f"Text {number}.", str(number))

    def told(counts: ExtractionCounts) -> None:
        nonlocal waiting
        waiting = counts.documents_read - counts.documents_new

    extract_documents(database_url, endless(), Annotator(), RUN, on_progress=told)
    with session_scope(database_url) as session:
        assert session.execute(select(func.count()).select_from(DocumentRow)).scalar_one() == 100


def test_a_database_that_cannot_be_reached_is_told(tmp_path: object) -> None:
    with pytest.raises(DatabaseError, match="make sure that its folder exists"):
        extract_documents(f"sqlite:///{tmp_path}/missing/news.db", [ARTICLE], Annotator(*BOTH), RUN)


WIRE = document("Peskov rejected that account. Kirby confirmed arms were shipped to Russia in May.", "third")
WIRED = (
    attribution(WIRE, "Peskov", "rejected", "that account", stance=Stance.DENIES, denies=(ARMS.id, AGAIN.id)),
    attribution(WIRE, "Kirby", "confirmed", "arms were shipped to Russia in May", stance=Stance.CONFIRMS),
)
ALL = (*BOTH, Saying(WIRE, WIRED))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(ALL), st.integers(min_value=0))
def test_the_order_of_arrival_makes_no_difference(
    make_database: MakeDatabase, sayings: Sequence[Saying], seed: int
) -> None:
    with make_database("sqlite") as url:
        extract(url, *ALL)
        expected, words = stored(url), contexts(url)
    with make_database("sqlite") as url:
        for saying in sayings:
            extract(url, saying)
        again = random.Random(seed).choice(sayings)
        extract(url, again, force=True)
        assert stored(url) == expected
        assert contexts(url) == words
    assert {each.denial_status for each in expected} == {DenialStatus.CONTESTED}


EVERY = [each.id for saying in ALL for each in saying.attributions]


@st.composite
def versions(draw: st.DrawFn) -> Saying:
    """A document with some of its attributions, which deny any of all."""
    saying = draw(st.sampled_from(ALL))
    kept = [each for each in saying.attributions if draw(st.booleans())]
    targets = st.lists(st.sampled_from(EVERY), max_size=2, unique=True)
    denying = [replace(each, denies=tuple(key for key in draw(targets) if key != each.id)) for each in kept]
    return Saying(saying.document, tuple(denying))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(versions(), max_size=5))
def test_what_was_found_earlier_makes_no_difference(make_database: MakeDatabase, history: Sequence[Saying]) -> None:
    last = {saying.document.key: saying for saying in history}
    with make_database("sqlite") as url:
        for saying in last.values():
            extract(url, saying)
        expected, words = stored(url), contexts(url)
    with make_database("sqlite") as url:
        for saying in history:
            extract(url, saying, force=True)
        assert stored(url) == expected
        assert contexts(url) == words
