"""What each speaker said on a subject over time, and where the stance shifts."""

from typing import Any

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.changes import changes
from tests.reports.factory import on, statement, summary

EARLY, LATER, LATEST = on("2024-06-01"), on("2024-06-02"), on("2024-06-03")
ARMS: dict[str, Any] = {"topics": ("arms",)}


def rows(*statements: StoredStatement) -> list[dict[str, str]]:
    frame = changes(iter(statements))
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def told(*statements: StoredStatement) -> dict[str, tuple[str, str, str]]:
    """Change, by what it is compared and with which statement, by statement."""
    return {row["statement_id"]: (row["change"], row["compared_by"], row["compared_with"]) for row in rows(*statements)}


def test_a_row_says_who_when_what_and_how_that_changed() -> None:
    first = statement("s1", ["Russia"], when=EARLY, stance="denies", **ARMS)
    week = on("2024-06-03", "2024-06-09", "week")
    second = statement("s2", ["Russia"], "that arms go", summary("b", "Moon"), when=week, stance="confirms", **ARMS)
    assert rows(first, second)[1] == {
        "speaker": "Russia",
        "kind": "person",
        "subject": "arms",
        "date": "2024-06-03",
        "until": "2024-06-09",
        "stance": "confirms",
        "change": "denies → confirms",
        "content": "that arms go",
        "publisher": "Moon",
        "document": "b",
        "statement_id": "s2",
        "compared_by": "topic",
        "compared_with": "s1",
    }


def test_what_is_said_first_is_no_change() -> None:
    assert told(statement("s1", when=EARLY, **ARMS)) == {"s1": ("", "", "")}


def test_the_same_stance_again_is_the_same() -> None:
    made = [statement("s1", when=EARLY, **ARMS), statement("s2", when=LATER, **ARMS)]
    assert told(*made)["s2"] == ("same", "topic", "s1")


def test_another_stance_towards_the_same_claim_is_a_change_whatever_the_topics() -> None:
    made = [
        statement("s1", claim="c", when=EARLY, topics=("arms",)),
        statement("s2", claim="c", when=LATER, topics=("rumors",), stance="denies"),
    ]
    assert told(*made)["s2"] == ("asserts → denies", "claim", "s1")


def test_the_claim_goes_before_the_topic() -> None:
    made = [
        statement("s1", claim="c", when=EARLY, **ARMS),
        statement("s2", claim="d", when=LATER, stance="denies", **ARMS),
        statement("s3", claim="c", when=LATEST, **ARMS),
    ]
    assert told(*made)["s3"] == ("same", "claim", "s1")


def test_a_denial_of_several_claims_is_a_change_where_one_of_them_was_asserted() -> None:
    made = [
        statement("s1", claim="c", when=EARLY, stance="denies"),
        statement("s2", claim="d", when=EARLY),
        statement("s3", claim="c", further_claims=("d",), when=LATER, stance="denies"),
    ]
    assert told(*made)["s3"] == ("asserts → denies", "claim", "s2")


def test_another_speaker_on_the_same_topic_changes_nothing() -> None:
    made = [
        statement("s1", ["Kirby"], when=EARLY, **ARMS),
        statement("s2", ["Russia"], when=LATER, stance="denies", **ARMS),
    ]
    assert told(*made)["s2"] == ("", "", "")


def test_speakers_who_are_one_are_compared() -> None:
    made = [
        statement("s1", ["DMITRY PESKOV"], when=EARLY, speaker_ids=("p",), **ARMS),
        statement("s2", ["Dmitry Peskov"], when=LATER, stance="denies", speaker_ids=("p",), **ARMS),
    ]
    assert [(row["speaker"], row["change"]) for row in rows(*made)] == [
        ("Dmitry Peskov", ""),
        ("Dmitry Peskov", "asserts → denies"),
    ]


def test_unnamed_speakers_of_two_documents_are_two() -> None:
    made = [
        statement("s1", ["official"], document=summary("a"), when=EARLY, anonymous=True, **ARMS),
        statement("s2", ["official"], document=summary("b"), when=LATER, anonymous=True, stance="denies", **ARMS),
    ]
    assert told(*made)["s2"] == ("", "", "")


def test_undated_statements_come_last_and_make_no_change() -> None:
    made = [statement("s1", stance="denies", **ARMS), statement("s2", when=EARLY, **ARMS)]
    assert list(told(*made).items()) == [("s2", ("", "", "")), ("s1", ("", "", ""))]


def test_each_speaker_and_each_topic_has_a_row() -> None:
    made = statement("s1", ["B", "A"], topics=("arms", "trade", "arms"))
    assert [(row["speaker"], row["subject"]) for row in rows(made)] == [
        ("A", "arms"), ("A", "trade"), ("B", "arms"), ("B", "trade"),
    ]  # fmt: skip


def test_a_statement_without_topic_stands_under_its_claim() -> None:
    made = [
        statement("s1", content="such talk", claim="c", when=LATER, stance="denies"),
        statement("s2", content="that arms were shipped", claim="c", when=EARLY),
    ]
    assert [(row["subject"], row["change"]) for row in rows(*made)] == [
        ("that arms were shipped", ""),
        ("that arms were shipped", "asserts → denies"),
    ]


def test_rows_stand_by_speaker_subject_and_day_and_of_one_day_by_place() -> None:
    made = [
        statement("4", ["B"], when=EARLY, topics=("arms",)),
        statement("3", ["A"], when=EARLY, topics=("trade",)),
        statement("2", ["A"], when=LATER, topics=("arms",), start=90),
        statement("1", ["A"], when=LATER, topics=("arms",), start=30),
        statement("0", ["A"], when=EARLY, topics=("arms",), start=99),
    ]
    assert [row["statement_id"] for row in rows(*made)] == ["0", "1", "2", "3", "4"]


def test_statements_without_speaker_are_left_out() -> None:
    assert rows(statement("s1", (), **ARMS)) == []
