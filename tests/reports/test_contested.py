"""Claims that one confirms and another denies."""

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.contested import contested
from tests.reports.factory import on, statement, summary


def rows(*statements: StoredStatement) -> list[dict[str, object]]:
    return [{str(key): value for key, value in row.items()} for row in contested(statements).to_dict(orient="records")]


def test_a_contested_claim_is_told_with_who_says_what_of_it_and_when() -> None:
    about = {"claim": "c", "status": "contested"}
    weeks = on("2024-06-03", "2024-06-09", "week")
    made = (
        statement("s1", ["Kirby"], "that arms were shipped", when=on("2024-06-01"), **about),
        statement("s2", ["Seoul"], "that arms were indeed shipped", stance="confirms", when=weeks, **about),
        statement("s3", ["Russia"], "such claims", stance="denies", when=on("2024-06-02"), **about),
    )
    assert rows(*made) == [
        {
            "claim": "that arms were shipped",
            "asserted_by": "Kirby",
            "confirmed_by": "Seoul",
            "confirmed_on": "2024-06-03/2024-06-09",
            "denied_by": "Russia",
            "denied_on": "2024-06-02",
            "stories": 1,
            "claim_id": "c",
            "statement_ids": "s1; s2; s3",
        }
    ]


def test_who_answers_is_named_where_the_answer_itself_is_not_selected() -> None:
    one = statement("s1", claim="c", status="contested", denied_by={"d": ["Russia"]}, confirmed_by={"e": []})
    [row] = rows(one)
    assert (row["denied_by"], row["confirmed_by"]) == ("Russia", "nobody named")


def test_an_answer_that_is_selected_and_known_counts_once() -> None:
    denial = statement("d", ["Russia"], claim="c", status="contested", stance="denies")
    [row] = rows(statement("s1", claim="c", status="contested", denied_by={"d": ["Russia"]}), denial)
    assert row["denied_by"] == "Russia"


def test_claims_that_are_only_denied_are_left_out() -> None:
    assert rows(statement("s1", denied_by={"d": ["Russia"]}), statement("s2")) == []


def test_what_copies_of_one_text_say_is_told_once_and_counts_as_one_story() -> None:
    about = {"claim": "c", "status": "contested"}
    copies = [
        statement(f"d{day}", ["Russia"], "no", summary(f"copy {day}", story="s"), stance="denies", when=when, **about)
        for day, when in ((2, on("2024-06-02")), (3, on("2024-06-03")))
    ]
    other = statement("d5", ["Russia"], "no", summary("other"), stance="denies", when=on("2024-06-05"), **about)
    [row] = rows(*copies, other)
    assert (row["denied_by"], row["denied_on"], row["stories"]) == ("Russia; Russia", "2024-06-02; 2024-06-05", 2)


def test_a_copy_without_a_day_does_not_hide_when_it_was_said() -> None:
    about = {"claim": "c", "status": "contested", "stance": "denies"}
    undated = statement("d1", ["Russia"], "no", summary("one", story="s"), **about)
    dated = statement("d2", ["Russia"], "no", summary("two", story="s"), when=on("2024-06-02"), **about)
    [row] = rows(undated, dated)
    assert (row["denied_by"], row["denied_on"]) == ("Russia", "2024-06-02")
