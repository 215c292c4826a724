"""Whether two statements make the same claim."""

import pytest

from claimtrack.domain.claims import Match, Voice
from claimtrack.resolve.sameness import (
    NEAR,
    REPEATED,
    candidates_between,
    contradict,
    likelihood,
    matches_of,
    read,
    repeats,
    suggested,
)

SHIPPED = "that Pyongyang had shipped 3 million rounds to Moscow"


@pytest.mark.parametrize(
    "other",
    [
        "Pyongyang had shipped three million rounds to Moscow",
        "“Pyongyang had shipped 3 million rounds to Moscow”",
        "that Pyongyang had already shipped some 3 million rounds to Moscow",
    ],
)
def test_nearly_the_same_words_repeat_each_other(other: str) -> None:
    assert repeats(read(SHIPPED), read(other))
    assert repeats(read(other), read(SHIPPED))
    assert likelihood(read(SHIPPED), read(other), 0.0, -9.0) == REPEATED


@pytest.mark.parametrize(
    "other",
    [
        "that Pyongyang had shipped 30 million rounds to Moscow",
        "that Pyongyang had not shipped 3 million rounds to Moscow",
        "that Pyongyang would ship 3 million rounds to Moscow",
        "that Tehran had shipped 3 million rounds to Moscow",
        "that Moscow had shipped 3 million rounds to Pyongyang",
        "that Pyongyang had burnt 3 million rounds in Moscow",
    ],
)
def test_another_number_negation_time_name_order_or_deed_is_another_claim(other: str) -> None:
    assert not repeats(read(SHIPPED), read(other))


def test_another_number_in_the_same_words_contradicts_and_a_number_left_out_does_not() -> None:
    assert contradict(read(SHIPPED), read("that Pyongyang had shipped 30 million rounds to Moscow"))
    assert not contradict(read(SHIPPED), read("that Pyongyang had shipped rounds to Moscow"))


def test_a_negation_in_the_same_words_contradicts_and_in_others_does_not() -> None:
    assert contradict(read(SHIPPED), read("that Pyongyang had never shipped 3 million rounds to Moscow"))
    assert not contradict(read("that the statue would stay"), read("nobody is going to take our general down"))


def test_what_contradicts_is_never_likely_the_same_however_near() -> None:
    assert likelihood(read(SHIPPED), read("that Pyongyang had shipped 30 million rounds to Moscow"), 1.0, 9.0) == 0


def test_meaning_alone_is_never_as_likely_as_repeating() -> None:
    assert (
        likelihood(read(SHIPPED), read("some three million shells went from North Korea to Russia"), 1.0, 99.0)
        < REPEATED
    )


def test_which_of_two_comes_first_makes_no_difference() -> None:
    one, other = read(SHIPPED), read("Moscow got shells by rail from Pyongyang, a million a month")
    assert likelihood(one, other, 0.6, 1.0) == likelihood(other, one, 0.6, 1.0)


def test_what_reading_both_together_tells_makes_it_likelier() -> None:
    one, other = read(SHIPPED), read("Moscow got shells by rail from Pyongyang, a million a month")
    assert likelihood(one, other, 0.6, 2.0) > likelihood(one, other, 0.6, -2.0)


def voices(*contents: str, begin: str) -> list[Voice]:
    return [Voice(f"{begin}{number}", content, None) for number, content in enumerate(contents)]


def test_statements_of_two_documents_match_where_one_repeats_the_other() -> None:
    ones = voices(SHIPPED, "that the rice harvest had failed in Chagang", begin="b")
    others = voices("Pyongyang had shipped 3 million rounds to Moscow", begin="a")
    candidates = list(candidates_between(ones, others, [[0.0], [0.0]]))
    assert [each.repeats for each in candidates] == [True]
    assert list(matches_of(candidates, [0.0])) == [Match("a0", "b0", REPEATED)]


def test_statements_that_are_near_are_read_together_and_match_where_that_makes_them_likely() -> None:
    one, other = voices(SHIPPED, begin="a"), voices("Moscow got a million shells by rail from Pyongyang", begin="b")
    (candidate,) = candidates_between(one, other, [[NEAR]])
    assert not candidate.repeats
    (match,) = matches_of([candidate], [9.0])
    assert suggested() <= match.score < REPEATED
    assert list(matches_of([candidate], [-9.0])) == []


def test_statements_that_are_not_near_are_not_read_together() -> None:
    one, other = voices(SHIPPED, begin="a"), voices("Moscow got a million shells by rail from Pyongyang", begin="b")
    assert list(candidates_between(one, other, [[NEAR - 0.01]])) == []


def test_of_those_that_are_near_only_each_other_s_nearest_are_read_together() -> None:
    ones = voices(SHIPPED, "that the rice harvest had failed in Chagang", begin="a")
    others = voices("Moscow got a million shells by rail", "Chagang will have no rice this year", begin="b")
    found = candidates_between(ones, others, [[0.9, 0.6], [0.7, 0.8]])
    assert [(each.statement, each.other) for each in found] == [("a0", "b0"), ("a1", "b1")]


def test_of_equally_near_ones_the_order_of_the_documents_makes_no_difference() -> None:
    ones = voices(SHIPPED, "that the rice harvest had failed in Chagang", begin="a")
    others = voices("Moscow got a million shells by rail", begin="b")
    [found] = candidates_between(ones, others, [[0.7], [0.7]])
    [turned] = candidates_between(others, ones[::-1], [[0.7, 0.7]])
    assert (found.statement, found.other) == (turned.statement, turned.other) == ("a0", "b0")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("that this is not who we are", "this is not who we are"),
        ("we will do all that we can", "that we will do all we can do"),
        ("we are going to do it again", "that we are going to do it again"),
        ("I have never said that to him", "I have never said that to her"),
    ],
)
def test_what_anybody_may_say_of_anything_repeats_nothing(one: str, other: str) -> None:
    assert not repeats(read(one), read(other))


def test_what_contradicts_is_not_read_together() -> None:
    one, other = voices(SHIPPED, begin="a"), voices(SHIPPED.replace("3", "30"), begin="b")
    assert list(candidates_between(one, other, [[1.0]])) == []


def test_contents_of_few_words_match_nothing() -> None:
    assert list(candidates_between(voices("such claims", begin="a"), voices("such claims", begin="b"), [[1.0]])) == []


def test_the_month_of_may_is_not_what_may_be() -> None:
    assert not read("that in May 2019 Marsovia had sold nine boats").ahead
    assert read("that Marsovia may have sold nine boats").ahead


def test_contents_of_very_many_words_are_told_in_time() -> None:
    words = ["harbor", "missile", "boats"] * 20_000
    assert repeats(read(" ".join(words)), read(" ".join([*words[1:], "harbor"])))
