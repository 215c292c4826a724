"""Listing speakers."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.speakers import list_speakers
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

OFFICIAL = Speaker("senior official", SpeakerKind.PERSON, None, "Kremlin")
DMITRY = Speaker("Dmitry Peskov", SpeakerKind.PERSON, "spokesman", "Kremlin")
DMITRI = Speaker("DMITRY PESKOV", SpeakerKind.PERSON, "spokesman", "Russia")


def saying(name: str, named: Speaker) -> Saying:
    article = document("An official said so. Peskov said no. Again he said never.", name)
    return Saying(
        article,
        (
            attribution(article, "An official", "said", "so", speakers=(OFFICIAL,), anonymous=True),
            attribution(article, "Peskov", "said", "no", speakers=(named,)),
            attribution(article, "he", "said", "never", speakers=(named,)),
        ),
    )


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    sayings = [saying("one", DMITRI), saying("two", DMITRY)]
    gone = document("Nobody said this.", "gone")
    nobody = Speaker("Nobody Peskov", SpeakerKind.PERSON)
    sayings.append(Saying(gone, (attribution(gone, "Nobody", "said", "this", speakers=(nobody,)),)))
    with make_database(request.param) as url:
        extract_documents(url, [each.document for each in sayings], Annotator(*sayings), RUN)
        extract_documents(url, [gone], Annotator(), RUN, force=True)
        with session_scope(url) as session:
            yield session


def test_a_speaker_is_listed_with_spellings_affiliations_and_counts(session: Session) -> None:
    [peskov] = list_speakers(session, "Peskov")
    assert (peskov.name, peskov.kind, peskov.anonymous) == ("Dmitry Peskov", SpeakerKind.PERSON, False)
    assert peskov.aliases == ("DMITRY PESKOV",)
    assert peskov.affiliations == ("Kremlin", "Russia")
    assert (peskov.statements, peskov.documents) == (4, 2)


def test_unnamed_speakers_of_two_documents_are_two(session: Session) -> None:
    officials = list_speakers(session, "official")
    assert [(each.name, each.anonymous, each.statements) for each in officials] == [("senior official", True, 1)] * 2


def test_all_speakers_of_live_statements_are_listed_by_name(session: Session) -> None:
    assert [each.name for each in list_speakers(session)] == ["Dmitry Peskov", *["senior official"] * 2]


@pytest.mark.parametrize("name", ["Pesk", "Peskov Ivan", "Nobody", "%", ""])
def test_a_name_that_nobody_has_lists_nobody(session: Session, name: str) -> None:
    assert list_speakers(session, name) == []
