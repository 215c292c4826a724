"""Reports over stored statements; each report's own rows are tested in ``tests/reports``."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import AttributionType, DenialStatus, SpeakerKind, Stance
from claimtrack.errors import NotFoundError
from claimtrack.reports.registry import REPORTS
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.report import build_report
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

CLAIMING = document("Kirby said that pumps work.", "claiming", publisher="The Planet")
DENYING = document("Moscow denied that pumps work.", "denying", publisher="The Moon")
SILENT = document("It rained.", "silent", publisher="The Moon")
CLAIM = attribution(CLAIMING, "Kirby", "said", "that pumps work", topics=("pumps",))
DENIAL = attribution(
    DENYING,
    "Moscow",
    "denied",
    "that pumps work",
    stance=Stance.DENIES,
    denies=(CLAIM.id,),
    speakers=(Speaker("Moscow", SpeakerKind.GOVERNMENT),),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    with make_database(request.param) as url:
        annotate = Annotator(Saying(CLAIMING, (CLAIM,)), Saying(DENYING, (DENIAL,)), Saying(SILENT, ()))
        extract_documents(url, [CLAIMING, DENYING, SILENT], annotate, RUN)
        with session_scope(url) as session:
            yield session


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_can_be_built_from_nothing(session, name):
    frame = build_report(session, name, StatementFilters(speakers=("Nobody",), publishers=("Nobody",)))
    assert len(frame) == 0
    assert len(frame.columns) > 3


def test_a_denial_names_the_statement_of_another_document_that_it_answers(session):
    frame = build_report(session, "denials", StatementFilters(documents=("denying",)))
    assert list(frame["answers_id"]) == [CLAIM.id]
    assert list(frame["answers"]) == ["that pumps work"]


def test_a_claim_is_told_whole_whichever_of_its_statements_passes(session):
    [row] = build_report(session, "claims", StatementFilters(documents=("denying",))).to_dict("records")
    assert (row["claim"], row["asserted_by"], row["denied_by"]) == ("that pumps work", "John Kirby", "Moscow")
    assert (row["statements"], row["documents"], row["publishers"], row["denial_status"]) == (2, 2, 2, "denied")


@pytest.mark.parametrize(
    "filters",
    [
        StatementFilters(about="pumps"),
        StatementFilters(speakers=("Kirby",)),
        StatementFilters(publishers=("The Planet",)),
        StatementFilters(stances=(Stance.DENIES,)),
        StatementFilters(topics=("pumps",)),
        StatementFilters(since=date(2024, 6, 18), until=date(2024, 6, 18)),
        StatementFilters(statuses=(DenialStatus.DENIED,)),
        StatementFilters(denied=True),
        StatementFilters(limit=1),
    ],
    ids=str,
)
def test_a_claim_is_told_whole_whatever_finds_it(session, filters):
    assert list(build_report(session, "claims", filters)["statements"]) == [2]


@pytest.mark.parametrize(
    "filters",
    [
        StatementFilters(speakers=("Nobody",)),
        StatementFilters(since=date(2024, 6, 19)),
        StatementFilters(statuses=(DenialStatus.CONFIRMED,)),
        StatementFilters(types=(AttributionType.BELIEF,)),
    ],
    ids=str,
)
def test_a_claim_of_which_no_statement_passes_is_left_out(session, filters):
    assert len(build_report(session, "claims", filters)) == 0


def test_changes_follow_a_speaker_through_documents(session):
    frame = build_report(session, "changes", StatementFilters(speakers=("Kirby",)))
    assert [(row.subject, row.change) for row in frame.itertuples()] == [("pumps", "")]


def test_documents_without_statements_count_for_their_publisher(session):
    frame = build_report(session, "publishers", StatementFilters())
    moon = frame[frame["publisher"] == "The Moon"].iloc[0]
    assert (moon["documents"], moon["statements"], moon["denials_reported"]) == (2, 1, 1)


def test_an_unknown_report_says_which_there_are(session):
    with pytest.raises(NotFoundError, match="choose one of sources, publishers, claims, denials"):
        build_report(session, "gossip", StatementFilters())
