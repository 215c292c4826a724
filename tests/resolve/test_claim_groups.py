"""Which claims are one, from what repeats each other and what analysts decided."""

from itertools import permutations

from claimtrack.resolve.claim_groups import grouped_claims

WORDINGS = {
    "a": "that Seoul had sold the island to Tokyo for ever",
    "b": "that Seoul had sold the island to Tokyo",
    "c": "Seoul had indeed sold the whole island to Tokyo",
}
CHAIN = [("a", "b", 0.95), ("b", "c", 0.95)]


def test_what_repeats_each_other_is_one_and_the_shortest_stands_for_all() -> None:
    assert grouped_claims(WORDINGS, CHAIN, (), ()) == dict.fromkeys("abc", "b")


def test_what_an_analyst_told_apart_stays_two() -> None:
    roots = grouped_claims(WORDINGS, CHAIN, (), {frozenset("ac"), frozenset("bc")})
    assert roots == {"a": "b", "b": "b", "c": "c"}


def test_what_an_analyst_merged_is_one_and_what_it_was_merged_into_stands_for_it() -> None:
    assert grouped_claims({"x": "rain", "y": "the harvest had failed"}, (), {("x", "y")}, ()) == {"x": "y", "y": "y"}


def test_a_merge_with_a_claim_that_nobody_makes_any_more_changes_nothing() -> None:
    assert grouped_claims({"x": "rain"}, (), {("x", "gone"), ("gone", "x")}, ()) == {"x": "x"}


def test_claims_that_contradict_each_other_are_not_one_by_way_of_a_third() -> None:
    wordings = {
        "many": "that Seoul had sold 30 islands to Tokyo",
        "few": "that Seoul had sold 3 islands to Tokyo",
        "some": "that Seoul had sold islands to Tokyo",
    }
    roots = grouped_claims(wordings, [("some", "few", 0.95), ("some", "many", 0.95)], (), ())
    assert roots["many"] != roots["few"]


def test_the_order_of_matches_and_claims_makes_no_difference() -> None:
    found = {
        tuple(sorted(grouped_claims({key: WORDINGS[key] for key in keys}, matches, (), {frozenset("ac")}).items()))
        for keys in permutations("abc")
        for matches in permutations([*CHAIN, ("c", "b", 0.95)])
    }
    assert len(found) == 1
