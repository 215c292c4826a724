"""Whole claims and changing speakers, as the database tells who is one and which statement answers several claims."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import AttributionType, DenialStatus, SpeakerKind, Stance
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.report import build_report
from claimtrack.workflows.speakers import merge_speakers
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

MOSCOW = Speaker("Moscow", SpeakerKind.GOVERNMENT)
PESKOV, SHOUTED = Speaker("Dmitry Peskov", SpeakerKind.PERSON), Speaker("DMITRY PESKOV", SpeakerKind.PERSON)
SPOKESMAN = Speaker("the Kremlin man", SpeakerKind.PERSON)

SAYS = document(
    "Kirby said that every old pump still works. Kirby said that new pumps leak.", "says", published=date(2024, 6, 1)
)
OLD = attribution(SAYS, "Kirby", "said", "that every old pump still works")
NEW = attribution(SAYS, "Kirby", "said", "that new pumps leak")
BOTH = document(
    "Moscow denied all of it. Many think that every old pump still works.", "both", published=date(2024, 6, 2)
)
DENIAL = attribution(
    BOTH, "Moscow", "denied", "all of it", stance=Stance.DENIES, denies=(OLD.id, NEW.id), speakers=(MOSCOW,)
)
BELIEF = attribution(BOTH, "Many", "think", "that every old pump still works", type=AttributionType.BELIEF, speakers=())
AGREES = document("London confirmed that new pumps leak.", "agrees", published=date(2024, 6, 3))
CONFIRMATION = attribution(
    AGREES, "London", "confirmed", "that new pumps leak", stance=Stance.CONFIRMS, confirms=(NEW.id,)
)


def peskov(day: int, speaker: Speaker, stance: Stance) -> Saying:
    article = document("He spoke of it.", f"peskov-{day}", published=date(2024, 7, day))
    said = attribution(article, "He", "spoke", "of it", speakers=(speaker,), stance=stance, topics=("gas",))
    return Saying(article, (said,))


SAYINGS = (
    Saying(SAYS, (OLD, NEW)),
    Saying(BOTH, (DENIAL, BELIEF)),
    Saying(AGREES, (CONFIRMATION,)),
    peskov(1, PESKOV, Stance.ASSERTS),
    peskov(2, SHOUTED, Stance.DENIES),
    peskov(3, SPOKESMAN, Stance.CONFIRMS),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    with make_database(request.param) as url:
        extract_documents(url, [each.document for each in SAYINGS], Annotator(*SAYINGS), RUN)
        with session_scope(url) as session:
            yield session


def told(session: Session, **filters: object) -> list[tuple[str, str, int]]:
    """Claim, who denies it, and the number of its statements."""
    frame = build_report(session, "claims", StatementFilters(**filters))
    return list(zip(frame["claim"], frame["denied_by"], frame["statements"], strict=True))


def shifts(session: Session) -> list[tuple[str, str]]:
    frame = build_report(session, "changes", StatementFilters(topics=("gas",)))
    return list(zip(frame["speaker"], frame["change"], strict=True))


def test_a_denial_of_two_claims_finds_both(session):
    assert told(session, speakers=("Moscow",)) == [
        ("that new pumps leak", "Moscow", 3),
        ("that every old pump still works", "Moscow", 2),
    ]


def test_of_the_claims_of_a_denial_only_those_of_the_wanted_status_are_listed(session):
    assert told(session, statuses=(DenialStatus.CONTESTED,)) == [("that new pumps leak", "Moscow", 3)]


def test_beliefs_count_for_a_claim_only_where_they_are_asked_for(session):
    wanted = ("that every old pump still works", "Moscow", 3)
    assert wanted in told(session, types=())
    assert wanted not in told(session)


def test_spellings_of_one_name_are_one_speaker_whose_stance_shifts(session):
    assert shifts(session)[:2] == [("Dmitry Peskov", ""), ("Dmitry Peskov", "asserts → denies")]


def test_a_joined_speaker_is_compared_with_whom_he_was_joined_to(session):
    assert ("the Kremlin man", "") in shifts(session)
    merge_speakers(session, "the Kremlin man", "Dmitry Peskov")
    assert shifts(session)[-1] == ("Dmitry Peskov", "denies → confirms")
