"""Two at once without their names."""

import pytest

from tests.extract.speakers.passages import answered, names

PAIRS = {
    "both countries of the sentence before": (
        "Iran shipped drones to Venezuela, the report said. s1[Both countries] deny c1[it].",
        ["Iran", "Venezuela"],
    ),
    "capitals count as countries": (
        "Ankara recalled its envoy from Athens. s1[The two countries] said c1[talks would go on].",
        ["Turkey", "Greece"],
    ),
    "an adjective names its country": (
        "Serbian troops met Kosovar police. s1[The two sides] accused c1[each other].",
        ["Serbia", "Kosovo"],
    ),
    "the two leaders": (
        "Emmanuel Macron received Olaf Scholz in Paris. s1[The two leaders] pledged c1[more aid].",
        ["Emmanuel Macron", "Olaf Scholz"],
    ),
    "both companies": (
        "Harlow Steel will merge with Orbit Labs, a newspaper wrote. s1[Both companies] declined c1[to comment].",
        ["Harlow Steel", "Orbit Labs"],
    ),
    "neither side": (
        "China said nothing of the raid, nor did Vietnam. s1[Neither side] would say c1[whether it fired].",
        ["China", "Vietnam"],
    ),
    "the pair": (
        "Emma Reyle and Paul Meier stepped off the plane. s1[The pair] said c1[they were well].",
        ["Emma Reyle", "Paul Meier"],
    ),
    "the two of them": (
        "Ruth Vogel wrote the note with Paul Meier. s1[The two of them] said c1[more was needed].",
        ["Ruth Vogel", "Paul Meier"],
    ),
    "both, alone, of countries": (
        "Estonia and Latvia will escort the ship. s1[Both] declined c1[to say when].",
        ["Estonia", "Latvia"],
    ),
    "the former": ("Paul Meier met Ruth Vogel. s1[The former] says c1[it exists].", ["Paul Meier"]),
    "the latter": ("Paul Meier met Ruth Vogel. s1[The latter] says c1[it does not].", ["Ruth Vogel"]),
    "all three": (
        "Paul Meier, Ruth Vogel and Anna Weber came. s1[All three] declined c1[to speak].",
        ["Paul Meier", "Ruth Vogel", "Anna Weber"],
    ),
    "two by their function": (
        "Paul Meier met Ruth Vogel. s1[Neither historian] would say c1[who was right].",
        ["Paul Meier", "Ruth Vogel"],
    ),
    "named with both": ("s1[Both Moscow and Pyongyang] have denied c1[the transfers].", ["Russia", "North Korea"]),
}


@pytest.mark.parametrize(("passage", "expected"), PAIRS.values(), ids=PAIRS)
def test_a_pair_is(passage: str, expected: list[str]) -> None:
    assert names(passage) == expected


def test_three_countries_alike_make_no_pair() -> None:
    (attribution,) = answered("France met Germany and Poland. s1[Both countries] said c1[no].")
    assert [speaker.name for speaker in attribution.speakers] == ["countries"]


def test_a_pair_without_any_country_before_it_stays_a_description() -> None:
    assert names("It rained. s1[Both countries] said c1[no].") == ["countries"]


def test_two_officials_are_not_resolved() -> None:
    (attribution,) = answered("France met Germany. s1[Two officials] said c1[no].")
    assert [speaker.name for speaker in attribution.speakers] == ["Two officials"]
    assert attribution.anonymous
