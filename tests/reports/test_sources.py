from typing import Any

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.sources import anonymous_share, sources
from tests.reports.factory import on, speaker, statement, summary


def rows(*statements: StoredStatement) -> dict[str, dict[str, Any]]:
    return {
        row["speaker"]: {str(name): cell for name, cell in row.items()}
        for row in sources(iter(statements)).to_dict("records")
    }


def test_kinds_of_speech_are_counted_for_each_speaker() -> None:
    found = rows(
        statement("1", kind="direct"),
        statement("2", kind="direct"),
        statement("3", kind="mixed"),
        statement("4"),
    )["Kirby"]
    assert (found["statements"], found["direct"], found["mixed"], found["indirect"]) == (4, 2, 1, 1)


def test_a_speaker_counts_once_over_several_documents() -> None:
    found = rows(
        statement("1", document=summary("a", "Planet")),
        statement("2", document=summary("b", "Bugle")),
        statement("3", document=summary("c", None)),
    )
    assert list(found) == ["Kirby"]
    assert (found["Kirby"]["documents"], found["Kirby"]["publishers"]) == (3, 2)


def test_documents_that_are_copies_of_one_text_are_one_story_of_a_speaker() -> None:
    copies = [statement(key, document=summary(key, story="s")) for key in ("1", "2", "3")]
    found = rows(*copies, statement("4", document=summary("4")))["Kirby"]
    assert (found["documents"], found["stories"]) == (4, 2)


def test_the_same_name_of_another_kind_is_another_speaker() -> None:
    frame = sources([statement("1", [speaker("Washington")]), statement("2", [speaker("Washington", "government")])])
    assert list(frame["kind"]) == ["government", "person"]


def test_a_statement_of_two_speakers_counts_for_both() -> None:
    found = rows(statement(speakers=["Russia", "North Korea"]))
    assert found["Russia"]["statements"] == found["North Korea"]["statements"] == 1


def test_denials_made_are_counted() -> None:
    found = rows(statement("1", stance="denies"), statement("2"))
    assert found["Kirby"]["denials_made"] == 1


def test_a_claim_that_others_deny_counts_once_however_often_it_is_made() -> None:
    found = rows(
        statement("1", claim="c", denied_by={"9": ["Russia"]}),
        statement("2", claim="c", denied_by={"9": ["Russia"]}),
    )
    assert found["Kirby"]["denied_claims"] == 1


def test_a_denial_by_the_speaker_alone_is_none_by_others() -> None:
    assert rows(statement(denied_by={"9": ["Kirby"]}))["Kirby"]["denied_claims"] == 0


def test_a_denial_without_speaker_is_one_by_others() -> None:
    assert rows(statement(denied_by={"9": []}))["Kirby"]["denied_claims"] == 1


def test_a_denied_denial_is_no_denied_claim() -> None:
    assert rows(statement(stance="denies", denied_by={"9": ["Russia"]}))["Kirby"]["denied_claims"] == 0


def test_unnamed_speakers_are_known_by_their_description() -> None:
    found = rows(
        statement("1", ["senior official"], anonymous=True),
        statement("2", ["senior official"], anonymous=True),
        statement("3"),
    )
    assert found["senior official"]["statements"] == 2
    assert found["senior official"]["anonymous_share"] == 1.0
    assert found["Kirby"]["anonymous_share"] == 0.0


def test_a_statement_without_speaker_has_its_own_row() -> None:
    assert rows(statement(speakers=(), anonymous=True))["(no speaker)"]["kind"] == ""


def test_dates_span_the_first_and_the_last_day() -> None:
    found = rows(
        statement("1", when=on("2024-06-10", "2024-06-16", "week")),
        statement("2"),
        statement("3", when=on("2024-06-12")),
    )["Kirby"]
    assert (found["first"], found["last"]) == ("2024-06-10", "2024-06-16")


def test_undated_statements_leave_the_dates_empty() -> None:
    found = rows(statement())["Kirby"]
    assert (found["first"], found["last"]) == ("", "")


def test_the_most_quoted_come_first_then_by_name() -> None:
    frame = sources([statement("1", ["B"]), statement("2", ["A"]), statement("3", ["C"]), statement("4", ["C"])])
    assert list(frame["speaker"]) == ["C", "A", "B"]


def test_the_anonymous_share_of_the_whole_is_one_of_statements() -> None:
    made = [statement("1", ["A", "B"], anonymous=True), statement("2"), statement("3")]
    assert anonymous_share(made) == 0.3333


def test_the_anonymous_share_of_nothing_is_zero() -> None:
    assert anonymous_share([]) == 0.0
