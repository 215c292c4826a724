"""Denials and confirmations across documents: found whichever document comes first, and only where they belong."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from claimtrack.db.session import session_scope
from claimtrack.db.tables import AnswerRow, DocumentTermRow
from claimtrack.domain.attribution import Attribution, Speaker
from claimtrack.domain.document import Document
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.vocabulary import AttributionType, DenialStatus, SpeakerKind, Stance
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.linking import relink_all
from claimtrack.workflows.statements import find
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document


def speaker(name: str) -> Speaker:
    return Speaker(name, SpeakerKind.GOVERNMENT)


def article(text: str, name: str, day: int) -> Document:
    return document(text, name, published=date(2024, 6, day))


def spoken(of: Document, source: str, cue: str, content: str, stance: Stance = Stance.ASSERTS) -> Attribution:
    return attribution(of, source, cue, content, stance=stance, speakers=(speaker(source),))


ACCUSATION = article("Sylvania said Borduria shelled the harbor of Klow with mortars.", "accusation", 3)
SHELLED = spoken(ACCUSATION, "Sylvania", "said", "Borduria shelled the harbor of Klow with mortars")
DENIAL = article("Borduria denied that its mortars had shelled the harbor of Klow.", "denial", 5)
DENIED = spoken(DENIAL, "Borduria", "denied", "that its mortars had shelled the harbor of Klow", Stance.DENIES)
REPORT = article("Khemed confirmed that Borduria had shelled the harbor of Klow with mortars.", "report", 6)
CONFIRMED = spoken(
    REPORT, "Khemed", "confirmed", "that Borduria had shelled the harbor of Klow with mortars", Stance.CONFIRMS
)
OTHER = article("Sylvania said Borduria had closed the airport of Szohod.", "other", 4)
CLOSED = spoken(OTHER, "Sylvania", "said", "Borduria had closed the airport of Szohod")
ALL = (
    Saying(ACCUSATION, (SHELLED,)),
    Saying(DENIAL, (DENIED,)),
    Saying(REPORT, (CONFIRMED,)),
    Saying(OTHER, (CLOSED,)),
)


def extract(url: str, *sayings: Saying) -> None:
    extract_documents(url, [each.document for each in sayings], Annotator(*sayings), RUN, force=True)


def stored(url: str) -> dict[str, StoredStatement]:
    with session_scope(url) as session:
        return {each.attribution.id: each for each in find(session, StatementFilters(types=()))}


def test_a_denial_answers_an_earlier_document_and_says_how_likely_that_is(database_url: str) -> None:
    extract(database_url, *ALL[:2])
    found = stored(database_url)
    [answer] = found[DENIED.id].answers
    assert (answer.answered, answer.across) == (SHELLED.id, True)
    assert answer.score is not None
    assert 0.5 < answer.score <= 1
    assert [reply.speakers for reply in found[SHELLED.id].denied_by] == [("Borduria",)]
    assert found[SHELLED.id].denial_status is DenialStatus.DENIED


def test_a_denial_that_came_first_answers_what_comes_later_to_the_database(database_url: str) -> None:
    extract(database_url, ALL[1])
    extract(database_url, ALL[0])
    assert stored(database_url)[SHELLED.id].denial_status is DenialStatus.DENIED


def test_what_one_document_confirms_and_another_denies_is_contested(database_url: str) -> None:
    extract(database_url, *ALL)
    found = stored(database_url)
    assert found[SHELLED.id].denial_status is DenialStatus.CONTESTED
    assert [reply.speakers for reply in found[SHELLED.id].confirmed_by] == [("Khemed",)]
    assert found[CONFIRMED.id].attribution.confirms == (SHELLED.id,)


def test_contested_claims_are_found_by_their_status(database_url: str) -> None:
    extract(database_url, *ALL)
    with session_scope(database_url) as session:
        wanted = StatementFilters(statuses=(DenialStatus.CONTESTED,))
        assert SHELLED.id in {each.attribution.id for each in find(session, wanted)}
        undisputed = StatementFilters(statuses=(DenialStatus.UNDISPUTED,))
        assert [each.attribution.id for each in find(session, undisputed)] == [CLOSED.id]


@pytest.mark.parametrize(
    "denial",
    [
        replace(DENIED, stance=Stance.DECLINES),
        replace(DENIED, type=AttributionType.BELIEF),
        replace(DENIED, speakers=(speaker("Sylvania"),)),
    ],
)
def test_who_does_not_deny_or_speaks_for_the_same_side_answers_nothing(database_url: str, denial: Attribution) -> None:
    extract(database_url, ALL[0], Saying(DENIAL, (denial,)))
    assert stored(database_url)[denial.id].answers == ()


@pytest.mark.parametrize("day", [date(2024, 6, 2), date(2025, 7, 1)])
def test_a_denial_answers_nothing_later_and_nothing_of_more_than_a_year_ago(database_url: str, day: date) -> None:
    extract(database_url, ALL[0], Saying(replace(DENIAL, published=day), (DENIED,)))
    assert stored(database_url)[SHELLED.id].denied_by == ()


@pytest.mark.parametrize(("denied", "accused"), [(None, date(2020, 1, 1)), (date(2024, 6, 5), None), (None, None)])
def test_a_denial_may_answer_any_day_where_one_of_the_two_is_unknown(
    database_url: str, denied: date | None, accused: date | None
) -> None:
    extract(database_url, Saying(replace(ACCUSATION, published=accused), (SHELLED,)))
    extract(database_url, Saying(replace(DENIAL, published=denied), (DENIED,)))
    assert [each.statement for each in stored(database_url)[SHELLED.id].denied_by] == [DENIED.id]


def test_a_denial_answers_what_its_own_document_says_that_it_answers_elsewhere_too(database_url: str) -> None:
    text = "Sylvania repeated that Borduria shelled the harbor of Klow with mortars. Borduria denied such claims."
    later = article(text, "later", 8)
    again = spoken(later, "Sylvania", "repeated", "that Borduria shelled the harbor of Klow with mortars")
    such = replace(spoken(later, "Borduria", "denied", "such claims", Stance.DENIES), denies=(again.id,))
    extract(database_url, ALL[0], Saying(later, (again, such)))
    assert stored(database_url)[such.id].attribution.denies == (again.id, SHELLED.id)


def test_a_denial_that_is_gone_answers_nothing_any_more(database_url: str) -> None:
    extract(database_url, *ALL[:2])
    extract(database_url, Saying(DENIAL, ()))
    found = stored(database_url)[SHELLED.id]
    assert (found.denied_by, found.denial_status) == ((), DenialStatus.UNDISPUTED)


def test_relinking_finds_what_an_older_version_did_not_look_for(database_url: str) -> None:
    extract(database_url, *ALL)
    expected = stored(database_url)
    with session_scope(database_url) as session:
        session.execute(delete(AnswerRow))
        session.execute(delete(DocumentTermRow))
    assert relink_all(database_url) == len(expected)
    assert stored(database_url) == expected


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(range(len(ALL))), min_size=1), st.permutations(range(len(ALL))))
def test_answers_across_documents_do_not_depend_on_the_order_of_arrival(
    make_database: MakeDatabase, gone: Sequence[int], order: Sequence[int]
) -> None:
    """Documents may come, lose their statements and get them back."""
    with make_database("sqlite") as url:
        extract(url, *ALL)
        expected = stored(url)
    with make_database("sqlite") as url:
        for number in gone:
            extract(url, ALL[number])
            extract(url, Saying(ALL[number].document, ()))
        for number in order:
            extract(url, ALL[number])
        assert stored(url) == expected


def test_a_confirmation_names_what_it_confirms_by_whatever_id_its_document_gives(database_url: str) -> None:
    text = "Sylvania said Klow was shelled. Khemed confirmed the report."
    both = article(text, "both", 9)
    said = replace(spoken(both, "Sylvania", "said", "Klow was shelled"), id="s1")
    report = spoken(both, "Khemed", "confirmed", "the report", Stance.CONFIRMS)
    extract(database_url, Saying(both, (said, replace(report, id="s2", confirms=("s1", "s2", "elsewhere")))))
    confirmed = stored(database_url)[report.id].attribution.confirms
    assert confirmed == (spoken(both, "Sylvania", "said", "Klow was shelled").id,)


def test_words_without_a_stem_are_no_words(database_url: str) -> None:
    odd = article("Sylvania said Borduria shelled the harbor of Klow with mortars ﾞ in 5 raids.", "odd", 3)
    said = spoken(odd, "Sylvania", "said", "Borduria shelled the harbor of Klow with mortars ﾞ in 5 raids")
    extract(database_url, Saying(odd, (said,)), ALL[1])
    assert len(stored(database_url)) == 2
