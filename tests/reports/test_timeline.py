from claimtrack.reports.timeline import timeline
from tests.reports.factory import on, statement, summary


def test_statements_stand_in_the_order_of_days_the_undated_last() -> None:
    made = [
        statement("undated"),
        statement("b", when=on("2024-06-17")),
        statement("a", when=on("2024-06-10", "2024-06-16", "week")),
    ]
    assert list(timeline(made)["statement_id"]) == ["a", "b", "undated"]


def test_of_one_first_day_the_shorter_span_comes_first() -> None:
    made = [
        statement("week", when=on("2024-06-10", "2024-06-16", "week")),
        statement("day", when=on("2024-06-10")),
    ]
    assert list(timeline(made)["statement_id"]) == ["day", "week"]


def test_of_one_day_statements_stand_by_document_and_place() -> None:
    made = [
        statement("3", document=summary("b"), start=0),
        statement("2", document=summary("a"), start=200),
        statement("1", document=summary("a"), start=30),
    ]
    assert list(timeline(made)["statement_id"]) == ["1", "2", "3"]


def test_a_row_says_when_who_and_what() -> None:
    made = statement("s", ["A", "B"], "no", stance="denies", when=on("2024-06-10", "2024-06-16", "week"))
    assert timeline([made]).to_dict("records") == [
        {
            "date": "2024-06-10",
            "until": "2024-06-16",
            "granularity": "week",
            "speakers": "A; B",
            "stance": "denies",
            "content": "no",
            "publisher": "The Planet",
            "document": "visit",
            "story": "key-visit",
            "statement_id": "s",
        }
    ]
