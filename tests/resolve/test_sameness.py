"""Whether two statements make the same claim."""

import pytest

from claimtrack.domain.claims import Match, Voice
from claimtrack.resolve.sameness import REPEATED, contradict, likelihood, matches_between, read, repeats

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
    assert likelihood(read(SHIPPED), read(other), 0.0) == REPEATED


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
    assert likelihood(read(SHIPPED), read("that Pyongyang had shipped 30 million rounds to Moscow"), 1.0) == 0


def test_meaning_alone_is_never_as_likely_as_repeating() -> None:
    assert likelihood(read(SHIPPED), read("some three million shells went from North Korea to Russia"), 1.0) < REPEATED


def test_which_of_two_comes_first_makes_no_difference() -> None:
    one, other = read(SHIPPED), read("Moscow got shells by rail from Pyongyang, a million a month")
    assert likelihood(one, other, 0.6) == likelihood(other, one, 0.6)


def voices(*contents: str, begin: str) -> list[Voice]:
    return [Voice(f"{begin}{number}", content, None) for number, content in enumerate(contents)]


def test_statements_of_two_documents_match_where_one_repeats_the_other() -> None:
    ones = voices(SHIPPED, "that the rice harvest had failed in Chagang", begin="b")
    others = voices("Pyongyang had shipped 3 million rounds to Moscow", begin="a")
    assert list(matches_between(ones, others, [[0.0], [0.0]])) == [Match("a0", "b0", REPEATED)]


def test_contents_of_few_words_match_nothing() -> None:
    assert list(matches_between(voices("such claims", begin="a"), voices("such claims", begin="b"), [[1.0]])) == []


def test_the_month_of_may_is_not_what_may_be() -> None:
    assert not read("that in May 2019 Marsovia had sold nine boats").ahead
    assert read("that Marsovia may have sold nine boats").ahead


def test_contents_of_very_many_words_are_told_in_time() -> None:
    words = ["harbor", "missile", "boats"] * 20_000
    assert repeats(read(" ".join(words)), read(" ".join([*words[1:], "harbor"])))
