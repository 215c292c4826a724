from typing import Any

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.context import ReportContext
from claimtrack.reports.denials import denials
from tests.reports.factory import on, statement, summary

CLAIM = statement("c1", ["South Korea"], "that arms were shipped")


def rows(*statements: StoredStatement, **answered: StoredStatement) -> list[dict[str, Any]]:
    frame = denials(iter(statements), ReportContext(answered=answered))
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def test_a_denial_is_shown_with_what_it_answers() -> None:
    denial = statement(
        "d1", ["Russia", "North Korea"], "such transfers", summary("visit", "Planet"),
        stance="denies", denies=("c1",), when=on("2024-06-17"),
    )  # fmt: skip
    assert rows(denial, c1=CLAIM) == [
        {
            "denied_by": "Russia; North Korea",
            "denial": "such transfers",
            "first": "2024-06-17",
            "last": "2024-06-17",
            "granularity": "day",
            "publisher": "Planet",
            "document": "visit",
            "story": "key-visit",
            "cue": "said",
            "statement_id": "d1",
            "answers_id": "c1",
            "answers_speakers": "South Korea",
            "answers": "that arms were shipped",
        }
    ]


def test_each_answered_statement_has_a_row_in_the_order_given() -> None:
    denial = statement("d1", stance="denies", denies=("c2", "c1"))
    assert [row["answers_id"] for row in rows(denial, c1=CLAIM)] == ["c2", "c1"]


def test_a_denial_without_known_target_is_kept() -> None:
    [row] = rows(statement("d1", stance="denies"))
    assert (row["statement_id"], row["answers_id"], row["answers"]) == ("d1", "", "")


def test_a_target_that_is_not_at_hand_is_named_by_its_id() -> None:
    [row] = rows(statement("d1", stance="denies", denies=("c9",)))
    assert (row["answers_id"], row["answers_speakers"], row["answers"]) == ("c9", "", "")


def test_targets_are_found_among_the_statements_themselves() -> None:
    [row] = rows(statement("d1", stance="denies", denies=("c1",)), CLAIM)
    assert row["answers"] == "that arms were shipped"


def test_statements_that_deny_nothing_are_left_out() -> None:
    assert rows(CLAIM, statement("2", stance="confirms"), statement("3", stance="declines")) == []


def test_denials_stand_in_the_order_of_days_the_undated_last() -> None:
    made = [
        statement("d1", stance="denies"),
        statement("d2", stance="denies", when=on("2024-06-18")),
        statement("d3", stance="denies", when=on("2024-06-17")),
    ]
    assert [row["statement_id"] for row in rows(*made)] == ["d3", "d2", "d1"]
