"""What is claimed, by whom, and how many tell it."""

from typing import Any

import pytest

from claimtrack.domain.stored import StoredClaim, StoredStatement
from claimtrack.domain.vocabulary import DenialStatus, Stance
from claimtrack.reports.claims import claims
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from tests.reports.factory import on, statement, summary


def rows(*statements: StoredStatement, context: ReportContext = NO_CONTEXT) -> list[dict[str, Any]]:
    frame = claims(iter(statements), context)
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def whole(claim: str, *statements: StoredStatement, wording: str = "that it is so") -> StoredClaim:
    stances = {each.attribution.id: each.attribution.stance for each in statements}
    return StoredClaim(claim, wording, DenialStatus.DENIED, stances)


def test_a_claim_is_told_with_who_says_what_of_it_when_and_where() -> None:
    told = [
        statement("s1", ["Kirby"], "that arms were shipped", summary("a", "Planet"), claim="c", when=on("2024-06-02")),
        statement("s2", ["Russia"], "such claims", summary("b", "Moon"), stance="denies", claim="c"),
        statement("s3", ["Seoul"], "it", summary("b", "Moon"), stance="confirms", claim="c", when=on("2024-06-09")),
        statement("s4", ["Beijing"], "the matter", summary("c", "Moon"), stance="declines", claim="c"),
    ]
    context = ReportContext(claims=(whole("c", *told, wording="that arms were shipped"),))
    assert rows(*told, context=context) == [
        {
            "claim": "that arms were shipped",
            "asserted_by": "Kirby",
            "denied_by": "Russia",
            "confirmed_by": "Seoul",
            "declined_by": "Beijing",
            "first": "2024-06-02",
            "last": "2024-06-09",
            "statements": 4,
            "documents": 3,
            "stories": 3,
            "publishers": 2,
            "denial_status": "denied",
            "claim_id": "c",
        }
    ]


def test_speakers_are_named_once_in_the_order_of_days() -> None:
    told = [
        statement("s1", ["Seoul"], claim="c", when=on("2024-06-03")),
        statement("s2", ["Kirby"], claim="c", when=on("2024-06-02")),
        statement("s3", ["Seoul", "Kirby"], claim="c", when=on("2024-06-04")),
    ]
    assert [row["asserted_by"] for row in rows(*told)] == ["Kirby; Seoul"]


def test_a_statement_without_speaker_is_one_by_nobody_named() -> None:
    assert [row["asserted_by"] for row in rows(statement("s1", ()))] == ["nobody named"]


def test_speakers_who_are_one_are_named_once() -> None:
    told = [
        statement("s1", ["DMITRY PESKOV"], claim="c", speaker_ids=("p",)),
        statement("s2", ["Dmitry Peskov"], claim="c", speaker_ids=("p",)),
    ]
    assert [row["asserted_by"] for row in rows(*told)] == ["Dmitry Peskov"]


def test_statements_that_are_not_selected_count_for_a_selected_claim() -> None:
    selected = statement("s1", ["Kirby"], document=summary("a", "Planet"), claim="c")
    other = statement("s2", ["Russia"], document=summary("b", "Moon"), claim="c", stance="denies")
    context = ReportContext(claims=(whole("c", selected, other),), appearing={"s2": other})
    [row] = rows(selected, context=context)
    assert (row["denied_by"], row["statements"], row["publishers"]) == ("Russia", 2, 2)


def test_a_denial_of_two_claims_counts_for_both() -> None:
    denial = statement("d", ["Russia"], stance="denies")
    context = ReportContext(claims=(whole("c1", denial, wording="one"), whole("c2", denial, wording="two")))
    assert [(row["claim"], row["denied_by"]) for row in rows(denial, context=context)] == [
        ("one", "Russia"),
        ("two", "Russia"),
    ]


def test_the_stance_is_the_one_towards_the_claim() -> None:
    made = statement("s1", ["Kirby"], stance="asserts")
    claim = StoredClaim("c", "it", DenialStatus.DENIED, {"s1": Stance.DENIES})
    [row] = rows(made, context=ReportContext(claims=(claim,)))
    assert (row["asserted_by"], row["denied_by"]) == ("", "Kirby")


def test_claims_of_more_publishers_come_first_then_of_more_statements_then_by_wording() -> None:
    planet, moon = summary("a", "Planet"), summary("b", "Moon")
    told = [
        statement("1", content="b", document=planet, claim="once"),
        statement("2", content="a", document=planet, claim="once too"),
        statement("3", content="c", document=planet, claim="twice"),
        statement("4", content="c", document=planet, claim="twice"),
        statement("5", content="d", document=planet, claim="by two"),
        statement("6", content="d", document=moon, claim="by two"),
    ]
    assert [row["claim"] for row in rows(*told)] == ["d", "c", "a", "b"]


@pytest.mark.parametrize("publisher", [None, ""])
def test_a_document_without_publisher_is_told_by_none(publisher: str | None) -> None:
    [row] = rows(statement("1", document=summary("a", publisher)))
    assert (row["documents"], row["publishers"]) == (1, 0)


def test_without_claims_of_the_database_the_shortest_words_of_who_puts_it_forward_are_shown() -> None:
    told = [
        statement("1", content="that arms were indeed shipped", claim="c"),
        statement("2", content="that arms were shipped", claim="c"),
        statement("3", content="it", claim="c", stance="denies"),
    ]
    assert [row["claim"] for row in rows(*told)] == ["that arms were shipped"]


def test_copies_of_one_text_are_one_witness() -> None:
    told = [
        statement("s1", document=summary("a", "Planet", story="wire"), claim="c"),
        statement("s2", document=summary("b", "Moon", story="wire"), claim="c"),
    ]
    assert [(row["documents"], row["stories"], row["publishers"]) for row in rows(*told)] == [(2, 1, 1)]
