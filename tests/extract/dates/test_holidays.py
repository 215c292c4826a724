"""The days of festivals."""

from datetime import date

import pytest

from claimtrack.extract.dates.holidays import easter_sunday, festival_day
from claimtrack.extract.dates.lexicon import time_words


@pytest.mark.parametrize(
    "day",
    [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2024, 3, 31), date(2025, 4, 20)],
)
def test_easter_falls_on_its_sunday(day: date) -> None:
    assert easter_sunday(day.year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("ash wednesday", date(2024, 2, 14)),
        ("easter monday", date(2024, 4, 1)),
        ("memorial day", date(2024, 5, 27)),
        ("labor day", date(2024, 9, 2)),
        ("thanksgiving", date(2024, 11, 28)),
        ("cyber monday", date(2024, 12, 2)),
        ("presidents' day", date(2024, 2, 19)),
        ("christmas eve", date(2024, 12, 24)),
    ],
)
def test_festivals_fall_on_their_days(name: str, day: date) -> None:
    assert festival_day(time_words().festivals[name], 2024) == day


@pytest.mark.parametrize("name", sorted(time_words().festivals))
def test_every_festival_of_the_lexicon_has_a_day_in_every_year(name: str) -> None:
    assert all(festival_day(time_words().festivals[name], year).year in {year, year + 1} for year in range(1990, 2040))
