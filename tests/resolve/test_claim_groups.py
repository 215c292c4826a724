"""Which claims are one, from what repeats each other and what analysts decided."""

from itertools import combinations, permutations

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


def test_of_merges_one_after_the_other_the_last_tells_what_stands_for_all() -> None:
    wordings = {"o": "the oldest wording of it", "s": "short", "t": "the one that was chosen in the end"}
    roots = grouped_claims(wordings, (), {("o", "s"), ("s", "t"), ("o", "t")}, ())
    assert set(roots.values()) == {"t"}


def test_what_was_merged_into_a_claim_that_nobody_makes_any_more_stays_one() -> None:
    roots = grouped_claims({"a": "rain", "b": "snow", "c": "hail"}, (), {("a", "gone"), ("b", "gone")}, ())
    assert roots["a"] == roots["b"] != roots["c"]


def test_a_merge_with_something_else_does_not_hide_what_contradicts() -> None:
    wordings = {
        "two": "the minister met two envoys of Borduria in the harbor of Klow",
        "some": "the minister met envoys of Borduria in the harbor of Klow",
        "three": "the minister met three envoys of Borduria in the harbor of Klow",
        "else": "he received both emissaries",
    }
    matches = [("two", "some", 0.95), ("some", "three", 0.95)]
    roots = grouped_claims(wordings, matches, {("else", "two")}, ())
    assert roots["two"] != roots["three"]
    assert roots["two"] == roots["else"]


def test_many_wordings_of_one_claim_are_joined_in_time() -> None:
    wordings = {f"{number:03}": f"that Seoul had sold the island {'very ' * number}long ago" for number in range(150)}
    matches = [(one, other, 0.95) for one, other in combinations(wordings, 2)]
    assert len(set(grouped_claims(wordings, matches, (), ()).values())) == 1
