from typing import Any

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.context import ReportContext
from claimtrack.reports.publishers import publishers
from tests.reports.factory import statement, summary

A, B = summary("a", "Planet"), summary("b", "Planet")


def planet(*statements: StoredStatement) -> dict[str, Any]:
    [row] = publishers(iter(statements)).to_dict("records")
    return {str(name): value for name, value in row.items()}


def test_statements_are_counted_per_document() -> None:
    found = planet(statement("1", document=A), statement("2", document=A), statement("3", document=B))
    assert (found["documents"], found["statements"], found["statements_per_document"]) == (2, 3, 1.5)


def test_documents_without_statements_count_where_they_are_known() -> None:
    context = ReportContext(documents=(A, B, summary("c", "Bugle")))
    frame = publishers([statement(document=A)], context)
    assert list(frame["publisher"]) == ["Planet", "Bugle"]
    assert list(frame["documents"]) == [2, 1]
    assert list(frame["statements_per_document"]) == [0.5, 0.0]


def test_copies_of_one_text_are_one_story_of_a_publisher_with_statements_or_without() -> None:
    first, second = summary("a", "Planet", story="s"), summary("b", "Planet", story="s")
    frame = publishers([statement(document=first)], ReportContext(documents=(first, second, summary("c", "Planet"))))
    assert (list(frame["documents"]), list(frame["stories"])) == ([3], [2])


def test_the_anonymous_share_is_one_of_statements() -> None:
    found = planet(statement("1", anonymous=True), statement("2"), statement("3"), statement("4"))
    assert found["anonymous_share"] == 0.25


def test_a_document_with_one_speaker_is_single_sourced() -> None:
    found = planet(
        statement("1", ["X"], document=A),
        statement("2", ["X"], document=A),
        statement("3", ["X"], document=B),
        statement("4", ["Y"], document=B),
    )
    assert found["single_sourced_share"] == 0.5


def test_a_statement_of_two_speakers_is_not_single_sourced() -> None:
    assert planet(statement(speakers=["X", "Y"]))["single_sourced_share"] == 0.0


def test_statements_without_speaker_are_left_aside_for_single_sourcing() -> None:
    found = planet(statement("1", ["X"], document=A), statement("2", (), document=A), statement("3", (), document=B))
    assert found["single_sourced_share"] == 1.0


def test_denials_are_counted() -> None:
    assert planet(statement("1", stance="denies"), statement("2"))["denials_reported"] == 1


def test_documents_without_publisher_stand_together() -> None:
    assert planet(statement(document=summary(publisher=None)))["publisher"] == "(unknown)"
