"""Counts by facet are those that one more filter would give."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.attribution import UNDATED, Attribution, Speaker, StatementDate
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import (
    AttributionType,
    DateBasis,
    DenialStatus,
    Facet,
    Granularity,
    SpeakerKind,
    SpeechKind,
    Stance,
)
from claimtrack.errors import UsageError
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.facets import FacetCount, count_facets
from claimtrack.workflows.speakers import merge_speakers
from claimtrack.workflows.statements import find
from claimtrack.workflows.topics import add_topic
from tests.conftest import MakeDatabase
from tests.samples import KIRBY, RUN, Annotator, Saying, attribution, document

RUSSIA = Speaker("Russia", SpeakerKind.GOVERNMENT)
ENVOY = Speaker("Vassily Nebenzya", SpeakerKind.PERSON, "envoy", "Russia")
DEPUTY = Speaker("Jane Kirby", SpeakerKind.PERSON)
NOBODY = Speaker("?!", SpeakerKind.GROUP)
YEAR = StatementDate(date(2024, 1, 1), date(2024, 6, 18), Granularity.YEAR, DateBasis.EXPLICIT)
MAY = StatementDate(date(2024, 5, 30), date(2024, 6, 2), Granularity.WEEK, DateBasis.EXPLICIT)

NEWS = document("Kirby told of arms. Russia denied this. Officials fear rice.", "news", publisher="BBC News")
WORLD = document("The envoy told of arms. Kirby said yes. It is said so.", "world", publisher="BBC", published=None)
LOCAL = document("Both said “rice”. Jane denied arms.", "local", published=date(2023, 12, 31))

ARMS = attribution(NEWS, "Kirby", "told", "of arms", date=MAY, topics=("Arms control", "arms"))
DENIAL = attribution(NEWS, "Russia", "denied", "this", speakers=(RUSSIA,), stance=Stance.DENIES, denies=(ARMS.id,))
FEAR = attribution(NEWS, "Officials", "fear", "rice", speakers=(NOBODY,), type=AttributionType.BELIEF, anonymous=True)
AGAIN = attribution(WORLD, "The envoy", "told", "of arms", speakers=(ENVOY,), date=YEAR, topics=("Arms control",))
YES = attribution(WORLD, "Kirby", "said", "yes", stance=Stance.CONFIRMS)
SAID = attribution(WORLD, "", "is said", "so", speakers=(), date=UNDATED)
RICE = attribution(LOCAL, "Both", "said", "“rice”", speakers=(KIRBY, RUSSIA), kind=SpeechKind.DIRECT, topics=("Food",))
JANE = attribution(LOCAL, "Jane", "denied", "arms", speakers=(DEPUTY,), stance=Stance.DENIES, date=UNDATED)
SAYINGS = (Saying(NEWS, (ARMS, DENIAL, FEAR)), Saying(WORLD, (AGAIN, YES, SAID)), Saying(LOCAL, (RICE, JANE)))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[Session]:
    with make_database(request.param) as url:
        extract_documents(url, [each.document for each in SAYINGS], Annotator(*SAYINGS), RUN)
        with session_scope(url) as session:
            add_topic(session, "weapons", ["arms"])
            add_topic(session, "arms", ["arms"])
            merge_speakers(session, "Jane Kirby", "John Kirby", None)
        with session_scope(url) as session:
            yield session


def found(session: Session, filters: StatementFilters) -> dict[str, str]:
    """Documents of statements, both by id."""
    return {each.attribution.id: each.document.id for each in find(session, filters)}


def one_more(facet: Facet, value: str) -> StatementFilters:
    """The filter that a facet's value stands for."""
    every = StatementFilters(types=())
    if facet is Facet.MONTH:
        first = date.fromisoformat(f"{value}-01")
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return replace(every, since=first, until=last)
    fields = {
        Facet.SPEAKER: ("speakers", str),
        Facet.STANCE: ("stances", Stance),
        Facet.TOPIC: ("topics", str),
        Facet.PUBLISHER: ("publishers", str),
        Facet.STATUS: ("statuses", DenialStatus),
        Facet.KIND: ("kinds", SpeechKind),
    }
    field, read = fields[facet]
    return replace(every, **{field: (read(value),)})


def values(each: Attribution, publisher: str | None, status: DenialStatus) -> set[tuple[Facet, str]]:
    """What a statement has to be counted by, months aside."""
    names = {speaker.known_as or speaker.name for speaker in each.speakers} - {"?!"}
    return {
        *((Facet.SPEAKER, name) for name in names),
        *((Facet.TOPIC, topic) for topic in each.topics),
        *([(Facet.PUBLISHER, publisher)] if publisher else []),
        (Facet.STANCE, each.stance.value),
        (Facet.STATUS, status.value),
        (Facet.KIND, each.kind.value),
    }


some_filters = st.builds(
    StatementFilters,
    about=st.sampled_from([None, "arms", "rice", "arms rice", "wheat"]),
    any_word=st.sampled_from([True, False]),
    speakers=st.sampled_from([(), ("Kirby",), ("Russia",), ("John", "Russia")]),
    stances=st.sampled_from([(), (Stance.DENIES,), (Stance.DENIES, Stance.ASSERTS)]),
    topics=st.sampled_from([(), ("Food",), ("weapons",)]),
    publishers=st.sampled_from([(), ("BBC",), ("BBC News",)]),
    since=st.sampled_from([None, date(2024, 2, 10), date(2024, 6, 18)]),
    until=st.sampled_from([None, date(2024, 6, 1)]),
    types=st.sampled_from([(), (AttributionType.STATEMENT,)]),
    denied=st.sampled_from([None, True]),
    limit=st.sampled_from([None, None, 3]),
)


@given(filters=some_filters)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_count_is_what_one_more_filter_gives(session: Session, filters: StatementFilters) -> None:
    answer = count_facets(session, filters, 100)
    chosen = found(session, filters)
    assert answer.statements == len(chosen)
    for each in answer.counts:
        both = chosen.keys() & found(session, one_more(each.facet, each.value)).keys()
        assert each == FacetCount(each.facet, each.value, len(both), len({chosen[key] for key in both}))
        assert each.statements > 0


@given(filters=some_filters)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_value_of_every_statement_is_counted(session: Session, filters: StatementFilters) -> None:
    counted = {(each.facet, each.value) for each in count_facets(session, filters, 100).counts}
    has = [values(s.attribution, s.document.publisher, s.denial_status) for s in find(session, filters)]
    assert {each for each in counted if each[0] is not Facet.MONTH} == set().union(*has)


def counts(session: Session, facet: Facet, most: int = 10, **filters: object) -> list[tuple[str, int, int]]:
    answer = count_facets(session, StatementFilters(**filters), most)
    return [(each.value, each.statements, each.documents) for each in answer.counts if each.facet is facet]


def test_the_most_frequent_values_come_first_and_equals_by_name(session: Session) -> None:
    assert counts(session, Facet.STANCE) == [("asserts", 4, 3), ("denies", 2, 2), ("confirms", 1, 1)]
    assert counts(session, Facet.TOPIC, 2) == [("arms", 4, 3), ("weapons", 4, 3)]


def test_who_speaks_for_a_body_counts_for_it_as_in_a_query(session: Session) -> None:
    assert ("Russia", 3, 3) in counts(session, Facet.SPEAKER)


def test_merged_speakers_are_one(session: Session) -> None:
    assert ("John Kirby", 4, 3) in counts(session, Facet.SPEAKER)


def test_a_statement_counts_in_each_month_in_which_it_may_have_been_made(session: Session) -> None:
    assert counts(session, Facet.MONTH, documents=("world", "news")) == [
        ("2024-06", 3, 2),
        ("2024-05", 2, 2),
        ("2024-01", 1, 1),
    ]


def test_where_nothing_has_all_words_those_with_one_are_counted(session: Session) -> None:
    answer = count_facets(session, StatementFilters(about="arms wheat"))
    assert (answer.statements, answer.widened) == (4, True)
    assert count_facets(session, StatementFilters(about="wheat maize")).counts == ()
    assert not count_facets(session, StatementFilters(about="wheat maize")).widened


def test_words_that_cannot_be_searched_for_are_told(session: Session) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        count_facets(session, StatementFilters(about="of the"))


def test_no_statement_is_loaded(session: Session) -> None:
    queries: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *call: queries.append(call[2]))
    count_facets(session, StatementFilters())
    assert len(queries) <= 12
    assert not any("statements.content" in query for query in queries)
