"""Deciding who is the same speaker: merged, split, named otherwise; extraction changes none of it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import SpeakerRow
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import SpeakerAction, SpeakerKind
from claimtrack.errors import NotFoundError, UsageError
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.linking import relink_all
from claimtrack.workflows.report import build_report
from claimtrack.workflows.speakers import (
    add_alias,
    identify_speaker,
    list_decisions,
    list_speakers,
    merge_speakers,
    split_speaker,
    suggest_speakers,
)
from claimtrack.workflows.statements import find
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

PESKOV = Speaker("Dmitry Peskov", SpeakerKind.PERSON)
SPOKESMAN = Speaker("Dmitri S. Peskov", SpeakerKind.PERSON)
LAVROV = Speaker("Sergei Lavrov", SpeakerKind.PERSON)


def saying(name: str, speaker: Speaker) -> Saying:
    article = document("Somebody said so.", name)
    return Saying(article, (attribution(article, "Somebody", "said", "so", speakers=(speaker,)),))


SAYINGS = [saying("one", PESKOV), saying("two", SPOKESMAN), saying("three", LAVROV)]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[str]:
    with make_database(request.param) as url:
        extract_documents(url, [each.document for each in SAYINGS], Annotator(*SAYINGS), RUN)
        yield url


@pytest.fixture
def session(url: str) -> Iterator[Session]:
    with session_scope(url) as session:
        yield session


def names(session: Session) -> list[str]:
    return [each.name for each in list_speakers(session)]


def said_by(session: Session, name: str) -> int:
    return len(list(find(session, StatementFilters(speakers=(name,)))))


def test_merged_speakers_are_one_under_the_name_of_whom_they_are_merged_into(session: Session) -> None:
    assert merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov") == ("Dmitri S. Peskov", "Dmitry Peskov")
    [peskov] = list_speakers(session, "Peskov")
    assert (peskov.name, peskov.aliases, peskov.statements) == ("Dmitry Peskov", ("Dmitri S. Peskov",), 2)


def test_what_one_name_asks_for_all_of_them_answer(session: Session) -> None:
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    assert (said_by(session, "Dmitri Peskov"), said_by(session, "Dmitry"), said_by(session, "Lavrov")) == (2, 2, 1)


def test_reports_count_merged_speakers_together(session: Session) -> None:
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    table = build_report(session, "sources", StatementFilters())
    assert dict(zip(table["speaker"], table["statements"], strict=True)) == {"Dmitry Peskov": 2, "Sergei Lavrov": 1}


def test_a_statement_keeps_the_name_that_its_document_gives(session: Session) -> None:
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    found = {each.document.id: each.attribution.speakers[0] for each in find(session, StatementFilters())}
    assert (found["two"].name, found["two"].known_as) == ("Dmitri S. Peskov", "Dmitry Peskov")
    assert found["one"].known_as is None


def test_a_split_takes_a_merge_back(session: Session) -> None:
    before = list_speakers(session)
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    split_speaker(session, "Dmitri S. Peskov")
    assert list_speakers(session) == before


def test_whoever_was_merged_goes_along(session: Session) -> None:
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    merge_speakers(session, "Dmitry Peskov", "Sergei Lavrov")
    assert names(session) == ["Sergei Lavrov"]


def test_a_split_takes_along_who_was_merged_before(session: Session) -> None:
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    merge_speakers(session, "Dmitry Peskov", "Sergei Lavrov")
    split_speaker(session, "Dmitry Peskov")
    assert [(each.name, each.statements) for each in list_speakers(session)] == [
        ("Dmitry Peskov", 2),
        ("Sergei Lavrov", 1),
    ]


def test_a_name_of_somebody_else_is_no_alias_until_it_is_split(session: Session) -> None:
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    with pytest.raises(UsageError, match="by an earlier decision; split it first"):
        add_alias(session, "Sergei Lavrov", "Dmitri S. Peskov")


def test_reports_take_merged_speakers_of_two_kinds_for_one(url: str) -> None:
    body = saying("five", Speaker("Peskov Office", SpeakerKind.ORGANIZATION))
    extract_documents(url, [body.document], Annotator(body), RUN)
    with session_scope(url) as session:
        merge_speakers(session, "Peskov Office", "Dmitry Peskov")
        table = build_report(session, "sources", StatementFilters(speakers=("Dmitry Peskov",)))
    assert list(zip(table["speaker"], table["kind"], table["statements"], strict=True)) == [
        ("Dmitry Peskov", "person", 2)
    ]


def test_decisions_are_logged_in_their_order(session: Session) -> None:
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov", "same office")
    split_speaker(session, "Dmitri S. Peskov")
    add_alias(session, "Sergei Lavrov", "Foreign Minister Lavrov")
    assert [(each.action, each.speaker, each.into, each.reason) for each in list_decisions(session)] == [
        (SpeakerAction.MERGE, "Dmitri S. Peskov", "Dmitry Peskov", "same office"),
        (SpeakerAction.SPLIT, "Dmitri S. Peskov", "Dmitry Peskov", None),
        (SpeakerAction.ALIAS, "Foreign Minister Lavrov", "Sergei Lavrov", None),
    ]


def test_a_later_extraction_changes_no_decision(url: str) -> None:
    with session_scope(url) as session:
        merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    extract_documents(url, [each.document for each in SAYINGS], Annotator(*SAYINGS), RUN, force=True)
    with session_scope(url) as session:
        assert names(session) == ["Dmitry Peskov", "Sergei Lavrov"]


def test_an_alias_names_who_comes_up_later(url: str) -> None:
    later = saying("four", Speaker("Mr Lavrov", SpeakerKind.PERSON))
    with session_scope(url) as session:
        assert add_alias(session, "Sergei Lavrov", "Mr Lavrov") == "Sergei Lavrov"
    extract_documents(url, [later.document], Annotator(later), RUN)
    with session_scope(url) as session:
        [lavrov] = list_speakers(session, "Lavrov")
    assert (lavrov.name, lavrov.statements) == ("Sergei Lavrov", 2)


def test_a_speaker_can_be_given_by_how_its_id_begins(session: Session) -> None:
    key = next(each.id for each in list_speakers(session) if each.name == "Sergei Lavrov")
    assert merge_speakers(session, key[:8], "Dmitry Peskov")[0] == "Sergei Lavrov"


def test_nobody_is_merged_into_themselves(session: Session) -> None:
    merge_speakers(session, "Dmitri S. Peskov", "Dmitry Peskov")
    for one, other in (("Dmitri S. Peskov", "Dmitry Peskov"), ("Dmitry Peskov", "Dmitri S. Peskov")):
        with pytest.raises(UsageError, match="one speaker already"):
            merge_speakers(session, one, other)


def test_who_is_not_merged_cannot_be_split(session: Session) -> None:
    with pytest.raises(UsageError, match="merged into nobody"):
        split_speaker(session, "Dmitry Peskov")


@pytest.mark.parametrize("name", ["Nobody", "%", "", "ffff"])
def test_nobody_is_found_by(session: Session, name: str) -> None:
    with pytest.raises(NotFoundError, match="no speaker is"):
        split_speaker(session, name)


def test_of_several_with_one_name_the_ids_are_told(url: str) -> None:
    body = saying("five", Speaker("Dmitry Peskov", SpeakerKind.ORGANIZATION))
    extract_documents(url, [body.document], Annotator(body), RUN)
    with session_scope(url) as session, pytest.raises(NotFoundError, match="give the id of one"):
        split_speaker(session, "Dmitry Peskov")


@pytest.mark.parametrize("name", ["…", " "])
def test_a_name_without_a_letter_is_no_alias(session: Session, name: str) -> None:
    with pytest.raises(UsageError, match="is no name"):
        add_alias(session, "Dmitry Peskov", name)


def test_a_name_that_a_speaker_has_is_no_alias_anew(session: Session) -> None:
    with pytest.raises(UsageError, match="already"):
        add_alias(session, "Dmitry Peskov", "DMITRY PESKOV")


AUSTIN = [
    saying("four", Speaker("Lloyd Austin", SpeakerKind.PERSON, "US Secretary of Defense")),
    saying("five", Speaker("Lloyd J. Austin", SpeakerKind.PERSON)),
    saying("six", Speaker("Austin", SpeakerKind.PERSON, "defense secretary")),
]


def extract(url: str, sayings: list[Saying]) -> None:
    extract_documents(url, [each.document for each in sayings], Annotator(*sayings), RUN)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_names_of_one_person_are_joined_in_whatever_order_they_come(url: str, order: tuple[int, ...]) -> None:
    for number in order:
        extract(url, [AUSTIN[number]])
    with session_scope(url) as session:
        [austin] = list_speakers(session, "Austin")
        assert (austin.name, austin.aliases) == ("Lloyd Austin", ("Austin", "Lloyd J. Austin"))
        assert said_by(session, "Lloyd") == 3


def test_relinking_joins_speakers_that_an_older_version_stored(url: str) -> None:
    extract(url, AUSTIN)
    with session_scope(url) as session:
        session.execute(update(SpeakerRow).values(root_id=SpeakerRow.id, block=""))
    relink_all(url)
    with session_scope(url) as session:
        assert [each.name for each in list_speakers(session, "Austin")] == ["Lloyd Austin"]


def test_whom_an_analyst_split_later_documents_do_not_join_again(url: str) -> None:
    extract(url, AUSTIN[:2])
    with session_scope(url) as session:
        assert split_speaker(session, "Lloyd J. Austin") == ("Lloyd J. Austin", "Lloyd Austin")
    extract(url, [saying("seven", Speaker("Lloyd J. Austin", SpeakerKind.PERSON, "secretary of defense"))])
    with session_scope(url) as session:
        assert [each.name for each in list_speakers(session, "Lloyd")] == ["Lloyd Austin", "Lloyd J. Austin"]


def test_merging_again_takes_a_split_back(url: str) -> None:
    extract(url, AUSTIN[:2])
    with session_scope(url) as session:
        split_speaker(session, "Lloyd J. Austin")
        merge_speakers(session, "Lloyd J. Austin", "Lloyd Austin")
        assert [each.name for each in list_speakers(session, "Lloyd")] == ["Lloyd Austin"]


def test_who_may_be_one_is_suggested_until_somebody_decides(session: Session) -> None:
    [pair] = suggest_speakers(session)
    assert {pair.speaker, pair.into} == {"Dmitry Peskov", "Dmitri S. Peskov"}
    merge_speakers(session, pair.speaker_id, pair.into_id)
    assert suggest_speakers(session) == []


def test_speakers_of_one_item_of_wikidata_are_one(session: Session) -> None:
    identify_speaker(session, "Dmitry Peskov", "Q1356330")
    assert len(list_speakers(session, "Peskov")) == 2
    assert identify_speaker(session, "Dmitri S. Peskov", "Q1356330", "same office") == "Dmitri S. Peskov"
    assert len(list_speakers(session, "Peskov")) == 1
    identify_speaker(session, "Dmitry Peskov", None)
    assert len(list_speakers(session, "Peskov")) == 2
    assert [(each.action, each.reason) for each in list_decisions(session)] == [
        (SpeakerAction.IDENTIFY, "Q1356330"),
        (SpeakerAction.IDENTIFY, "Q1356330: same office"),
        (SpeakerAction.IDENTIFY, "no item"),
    ]


@pytest.mark.parametrize("item", ["82156", "Q0", "Q12; DROP TABLE speakers", ""])
def test_what_is_no_item_of_wikidata_is_refused(session: Session, item: str) -> None:
    with pytest.raises(UsageError, match="is no item of Wikidata"):
        identify_speaker(session, "Dmitry Peskov", item)


def test_one_item_makes_one_of_names_that_are_nothing_alike(session: Session) -> None:
    identify_speaker(session, "Dmitry Peskov", "Q1")
    identify_speaker(session, "Sergei Lavrov", "Q1")
    assert names(session) == ["Dmitri S. Peskov", "Dmitry Peskov"]
    identify_speaker(session, "Dmitry Peskov", None)
    assert names(session) == ["Dmitri S. Peskov", "Dmitry Peskov", "Sergei Lavrov"]
