"""Numbers in a text, in digits however they are written."""

import pytest

from claimtrack.resolve.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3 million rounds", {"3000000"}),
        ("three million rounds", {"3000000"}),
        ("3m rounds", {"3000000"}),
        ("30 million rounds", {"30000000"}),
        ("6,700 containers of 152 mm shells", {"6700", "152"}),
        ("two hundred and six people", {"206"}),
        ("one million three hundred thousand", {"1300000"}),
        ("forty-two of them", {"42"}),
        ("half a million homes", {"500000"}),
        ("a dozen eggs", {"12"}),
        ("$3.5 billion", {"3500000000"}),
        ("between 10 and 20", {"10", "20"}),
        ("twenty and five", {"20", "5"}),
        ("7 8 nine", {"7", "8", "9"}),
        ("between 3 million and 4 million", {"3000000", "4000000"}),
        ("two million and three million", {"2000000", "3000000"}),
        ("two thousand and five hundred", {"2500"}),
        ("In 2020, 8 civilians", {"2020", "8"}),
        ("On March 20, five soldiers", {"20", "5"}),
        ("won 30-3", {"30", "3"}),
        ("one of them, and no one else", set()),
        ("hundreds of people", set()),
    ],
)
def test_numbers_are_read_however_they_are_written(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize("text", ["hundred " * 100_000, "9" * 100_000, "one " + "hundred " * 100_000])
def test_what_is_no_number_that_anybody_claims_does_no_harm(text: str) -> None:
    assert all(len(number) < 40 for number in numbers_in(text))
