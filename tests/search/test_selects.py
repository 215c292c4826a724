"""Each filter lets through what it says, on both databases."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.attribution import UNDATED, Speaker, StatementDate
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import (
    AttributionType,
    DateBasis,
    Granularity,
    SpeakerKind,
    SpeechKind,
    Stance,
)
from claimtrack.workflows.documents import list_documents
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.statements import count, find
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

RUSSIA = Speaker("Russia", SpeakerKind.GOVERNMENT)
ENVOY = Speaker("Vassily Nebenzya", SpeakerKind.PERSON, "envoy", "Russia")
OFFICIAL = Speaker("senior official", SpeakerKind.PERSON)
MACRON = Speaker("Emmanuel Macron", SpeakerKind.PERSON, "Président-director", "Élysée")
WEEK = StatementDate(date(2024, 6, 10), date(2024, 6, 16), Granularity.WEEK, DateBasis.EXPLICIT)

NEWS = document("Kirby warned of arms. Russia denied this. Officials fear famine.", "news", publisher="BBC News")
WORLD = document("The envoy said no. “Oui”, said Macron. It is said so.", "world", publisher="Le Monde", published=None)

ARMS = attribution(NEWS, "Kirby", "warned", "of arms", date=WEEK, topics=("Arms control",))
DENIAL = attribution(NEWS, "Russia", "denied", "this", speakers=(RUSSIA,), stance=Stance.DENIES, denies=(ARMS.id,))
FEAR = attribution(
    NEWS, "Officials", "fear", "famine", speakers=(OFFICIAL,), anonymous=True, type=AttributionType.BELIEF
)
NO = attribution(WORLD, "The envoy", "said", "no", speakers=(ENVOY,))
OUI = attribution(WORLD, "Macron", "said", "“Oui”", speakers=(MACRON,), kind=SpeechKind.DIRECT, date=UNDATED)
SAID = attribution(WORLD, "", "It is said", "so", speakers=())

NAMES = {each.id: name for name, each in globals().copy().items() if hasattr(each, "stance")}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    annotate = Annotator(Saying(NEWS, (ARMS, DENIAL, FEAR)), Saying(WORLD, (NO, OUI, SAID)))
    with make_database(request.param) as url:
        extract_documents(url, [WORLD, NEWS], annotate, RUN)
        with session_scope(url) as session:
            yield session


CASES = [
    (StatementFilters(), "ARMS DENIAL NO OUI SAID"),
    (StatementFilters(types=()), "ARMS DENIAL FEAR NO OUI SAID"),
    (StatementFilters(types=(AttributionType.BELIEF,)), "FEAR"),
    (StatementFilters(kinds=(SpeechKind.DIRECT,)), "OUI"),
    (StatementFilters(stances=(Stance.DENIES,)), "DENIAL"),
    (StatementFilters(stances=(Stance.DENIES, Stance.CONFIRMS)), "DENIAL"),
    (StatementFilters(speakers=("Kirby",)), "ARMS"),
    (StatementFilters(speakers=("kirby JOHN",)), "ARMS"),
    (StatementFilters(speakers=("Kir",)), ""),
    (StatementFilters(speakers=("Kir%",)), ""),
    (StatementFilters(speakers=("",)), ""),
    (StatementFilters(speakers=("Russia",)), "DENIAL NO"),
    (StatementFilters(speakers=("elysee",)), "OUI"),
    (StatementFilters(speakers=("the White House",)), "ARMS"),
    (StatementFilters(speakers=("House",)), ""),
    (StatementFilters(speakers=("Kirby", "Macron")), "ARMS OUI"),
    (StatementFilters(speakers=("the envoy",)), "NO"),
    (StatementFilters(speakers=("envoys",)), "NO"),
    (StatementFilters(speakers=("Envoys",)), ""),
    (StatementFilters(speakers=("senior officials",), types=()), "FEAR"),
    (StatementFilters(speakers=("president director",)), "OUI"),
    (StatementFilters(speakers=("president",)), "OUI"),
    (StatementFilters(topics=("arms control",)), "ARMS"),
    (StatementFilters(topics=("arms",)), ""),
    (StatementFilters(publishers=("bbc",)), "ARMS DENIAL"),
    (StatementFilters(publishers=("le monde", "BBC News")), "ARMS DENIAL NO OUI SAID"),
    (StatementFilters(documents=("world",)), "NO OUI SAID"),
    (StatementFilters(documents=(NEWS.key,)), "ARMS DENIAL"),
    (StatementFilters(since=date(2024, 6, 17)), "DENIAL"),
    (StatementFilters(since=date(2024, 6, 16)), "ARMS DENIAL"),
    (StatementFilters(until=date(2024, 6, 10)), "ARMS"),
    (StatementFilters(until=date(2024, 6, 9)), ""),
    (StatementFilters(anonymous=True, types=()), "FEAR"),
    (StatementFilters(anonymous=False, documents=("news",)), "ARMS DENIAL"),
    (StatementFilters(denied=True), "ARMS"),
    (StatementFilters(denied=False, documents=("news",)), "DENIAL"),
    (StatementFilters(about="arms"), "ARMS DENIAL"),
    (StatementFilters(about="arms", stances=(Stance.DENIES,)), "DENIAL"),
    (StatementFilters(about="arms famine", types=()), ""),
    (StatementFilters(about="arms famine", any_word=False, types=()), ""),
    (StatementFilters(about="arms famine", any_word=True, types=()), "ARMS DENIAL FEAR"),
    (StatementFilters(about="oui arms", any_word=True, stances=(Stance.ASSERTS,)), "ARMS OUI"),
    (StatementFilters(about="the oui", any_word=True), "OUI"),
    (StatementFilters(any_word=True, stances=(Stance.DENIES,)), "DENIAL"),
    (StatementFilters(about="arms oui", any_word=True, limit=1, speakers=("Macron", "Russia")), "OUI"),
    (StatementFilters(about="arms", limit=1), "ARMS"),
    (StatementFilters(limit=2), "ARMS DENIAL"),
    (StatementFilters(limit=0), ""),
]


@pytest.mark.parametrize(("filters", "expected"), CASES)
def test_a_filter_lets_through_what_it_says(session: Session, filters: StatementFilters, expected: str) -> None:
    found = [NAMES[each.attribution.id] for each in find(session, filters)]
    assert found == expected.split()
    assert count(session, filters) == len(found)


def test_documents_are_listed_with_or_without_statements(session: Session) -> None:
    assert [each.id for each in list_documents(session)] == ["news", "world"]
    assert [each.id for each in list_documents(session, StatementFilters(publishers=("monde",)))] == ["world"]
