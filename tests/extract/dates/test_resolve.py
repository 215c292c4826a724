"""What the words of a time mean, counted from Tuesday, June 18, 2024."""

from datetime import date

import pytest

from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.expressions import find_times
from claimtrack.extract.dates.periods import Period, day_period, month_period
from claimtrack.extract.dates.resolve import resolve

TUESDAY = date(2024, 6, 18)


def read(text: str, anchor: date | None = TUESDAY, reference: Period | None = None) -> str | None:
    """The one expression of a text, resolved: ``first..last unit``, or one day and its unit."""
    (expression,) = find_times(text)
    period = resolve(expression, anchor, reference)
    if period is None:
        return None
    days = str(period.first) if period.first == period.last else f"{period.first}..{period.last}"
    return f"{days} {period.granularity}"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        # The day alone
        ("announced on the 14th that", "2024-06-14 day"),
        ("announced on the 20th that", "2024-05-20 day"),
        ("announced on the 31st.", "2024-05-31 day"),
        # Festivals by what was said on them, and by the time of day
        ("in a Labor Day speech", "2023-09-04 day"),
        ("told a May Day rally", "2024-05-01 day"),
        ("on Easter Sunday morning", "2024-03-31 day"),
        # So long ago to the day
        ("a week ago today", "2024-06-11 day"),
        # Weekdays
        ("said on Monday", "2024-06-17 day"),
        ("said Tuesday", "2024-06-18 day"),
        ("on Wednesday", "2024-06-12 day"),
        ("Monday night", "2024-06-17 day"),
        ("early Tuesday local time", "2024-06-18 day"),
        ("late on Sunday", "2024-06-16 day"),
        ("earlier on Tuesday", "2024-06-18 day"),
        ("last Monday", "2024-06-17 day"),
        ("last Tuesday", "2024-06-11 day"),
        ("this past Friday", "2024-06-14 day"),
        ("next Friday", "2024-06-21 day"),
        ("this Friday", "2024-06-21 day"),
        ("Tuesday last week", "2024-06-11 day"),
        ("on Thursday of last week", "2024-06-13 day"),
        ("Wed. night", "2024-06-12 day"),
        ("in Friday's speech", "2024-06-14 day"),
        # Days beside publication
        ("today", "2024-06-18 day"),
        ("earlier today", "2024-06-18 day"),
        ("Yesterday", "2024-06-17 day"),
        ("yesterday morning", "2024-06-17 day"),
        ("tonight", "2024-06-18 day"),
        ("this morning", "2024-06-18 day"),
        ("last night", "2024-06-17 day"),
        ("overnight", "2024-06-17..2024-06-18 day"),
        ("tomorrow", "2024-06-19 day"),
        ("the day before yesterday", "2024-06-16 day"),
        # Weeks, months, years
        ("last week", "2024-06-10..2024-06-16 week"),
        ("late last week", "2024-06-10..2024-06-16 week"),
        ("this week", "2024-06-17..2024-06-23 week"),
        ("earlier this week", "2024-06-17..2024-06-18 week"),
        ("next week", "2024-06-24..2024-06-30 week"),
        ("last month", "2024-05-01..2024-05-31 month"),
        ("earlier this month", "2024-06-01..2024-06-18 month"),
        ("early last month", "2024-05-01..2024-05-10 month"),
        ("last year", "2023-01-01..2023-12-31 year"),
        ("late last year", "2023-09-01..2023-12-31 year"),
        ("early last year", "2023-01-01..2023-04-30 year"),
        ("earlier this year", "2024-01-01..2024-06-18 year"),
        ("later this year", "2024-06-19..2024-12-31 year"),
        ("last quarter", "2024-01-01..2024-03-31 year"),
        ("over the weekend", "2024-06-15..2024-06-16 week"),
        ("last weekend", "2024-06-15..2024-06-16 week"),
        ("next weekend", "2024-06-29..2024-06-30 week"),
        # Counted back
        ("three days ago", "2024-06-15 day"),
        ("several days ago", "2024-06-11..2024-06-15 week"),
        ("days ago", "2024-06-11..2024-06-16 week"),
        ("hours ago", "2024-06-18 day"),
        ("36 hours ago", "2024-06-17 day"),
        ("a week ago", "2024-06-10..2024-06-16 week"),
        ("two weeks ago", "2024-06-03..2024-06-09 week"),
        ("a few weeks ago", "2024-05-13..2024-06-09 month"),
        ("18 months ago", "2022-12-01..2022-12-31 month"),
        ("just over a year ago", "2023-01-01..2023-12-31 year"),
        ("two and a half years ago", "2022-01-01..2022-12-31 year"),
        ("a decade ago", "2014-01-01..2014-12-31 year"),
        ("years ago", None),
        ("in the past two weeks", "2024-06-05..2024-06-18 month"),
        ("in the last 24 hours", "2024-06-17..2024-06-18 week"),
        ("over the past hour", "2024-06-18 day"),
        ("over the last week", "2024-06-12..2024-06-18 week"),
        ("in recent months", "2024-01-20..2024-06-18 unknown"),
        ("recently", "2024-03-19..2024-06-18 unknown"),
        # Dates
        ("on June 5", "2024-06-05 day"),
        ("on June 18", "2024-06-18 day"),
        ("on June 19", "2023-06-19 day"),
        ("June 5, 2023", "2023-06-05 day"),
        ("5 June 2023", "2023-06-05 day"),
        ("the 5th of June", "2024-06-05 day"),
        ("Monday, June 17", "2024-06-17 day"),
        ("Sept. 11, 2001", "2001-09-11 day"),
        ("Dec. 25", "2023-12-25 day"),
        ("Jan 3", "2024-01-03 day"),
        ("June 5-7", "2024-06-05..2024-06-07 week"),
        ("June 5 last year", "2023-06-05 day"),
        ("Feb. 29", "2024-02-29 day"),
        ("Feb. 30", None),
        ("2024-06-05", "2024-06-05 day"),
        ("2024/06/05", "2024-06-05 day"),
        ("13/06/2024", "2024-06-13 day"),
        ("06.06.2024", "2024-06-06 day"),
        ("05/06/2024", None),
        # Months and years
        ("in May", "2024-05-01..2024-05-31 month"),
        ("in June", "2024-06-01..2024-06-30 month"),
        ("in July", "2023-07-01..2023-07-31 month"),
        ("in May 2023", "2023-05-01..2023-05-31 month"),
        ("in May of last year", "2023-05-01..2023-05-31 month"),
        ("mid-May", "2024-05-11..2024-05-20 month"),
        ("in late May", "2024-05-21..2024-05-31 month"),
        ("last September", "2023-09-01..2023-09-30 month"),
        ("last June", "2023-06-01..2023-06-30 month"),
        ("this May", "2024-05-01..2024-05-31 month"),
        ("next May", "2025-05-01..2025-05-31 month"),
        ("in a January interview", "2024-01-01..2024-01-31 month"),
        ("in 2019", "2019-01-01..2019-12-31 year"),
        ("late 2019", "2019-09-01..2019-12-31 year"),
        ("a 2015 interview", "2015-01-01..2015-12-31 year"),
        ("in the 1990s", "1990-01-01..1999-12-31 unknown"),
        ("in the late 1990s", "1997-01-01..1999-12-31 unknown"),
        ("since Monday", "2024-06-17..2024-06-18 day"),
        ("since 2019", "2019-01-01..2024-06-18 year"),
        # Seasons, quarters, festivals
        ("last summer", "2023-06-01..2023-08-31 month"),
        ("this spring", "2024-03-01..2024-05-31 month"),
        ("in the spring of 2023", "2023-03-01..2023-05-31 month"),
        ("in the fall", "2023-09-01..2023-11-30 month"),
        ("in late spring", "2024-05-01..2024-05-31 month"),
        ("the week before last", "2024-06-03..2024-06-09 week"),
        ("on the eve of Good Friday", "2024-03-28 day"),
        ("last winter", "2023-12-01..2024-02-29 month"),
        ("in the third quarter of 2023", "2023-07-01..2023-09-30 year"),
        ("Q1 2024", "2024-01-01..2024-03-31 year"),
        ("at Christmas", "2023-12-25 day"),
        ("on Thanksgiving", "2023-11-23 day"),
        ("on Memorial Day", "2024-05-27 day"),
        ("on Black Friday", "2023-11-24 day"),
        ("on Good Friday", "2024-03-29 day"),
        ("last Easter", "2024-03-31 day"),
        ("on the Fourth of July", "2023-07-04 day"),
        ("on New Year’s Eve", "2023-12-31 day"),
    ],
)
def test_time_is_counted_from_publication(text: str, meaning: str | None) -> None:
    assert read(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("on June 5, 2023", "2023-06-05 day"),
        ("in May 2023", "2023-05-01..2023-05-31 month"),
        ("in 2019", "2019-01-01..2019-12-31 year"),
        ("2024-06-05", "2024-06-05 day"),
        ("on June 5", None),
        ("on Monday", None),
        ("last week", None),
        ("two weeks ago", None),
        ("in May", None),
        ("recently", None),
        ("at Christmas", None),
        ("earlier in the week", None),
    ],
)
def test_without_publication_only_dates_with_a_year_are_told(text: str, meaning: str | None) -> None:
    assert read(text, anchor=None) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("a day earlier", "2024-06-04 day"),
        ("two days later", "2024-06-07 day"),
        ("the day before", "2024-06-04 day"),
        ("the previous day", "2024-06-04 day"),
        ("the following week", "2024-06-10..2024-06-16 week"),
        ("the next day", "2024-06-06 day"),
        ("three months before", "2024-03-01..2024-03-31 month"),
        ("earlier in the day", "2024-06-05 day"),
        ("earlier in the week", "2024-06-03..2024-06-05 week"),
        ("at the time", "2024-06-05 day"),
        ("that day", "2024-06-05 day"),
        ("a day prior to the summit", None),
        ("two days after the vote", None),
        ("previously", None),
    ],
)
def test_time_is_counted_from_the_time_last_spoken_of(text: str, meaning: str | None) -> None:
    assert read(text, reference=day_period(date(2024, 6, 5))) == meaning


def test_days_are_not_counted_from_a_month() -> None:
    assert read("a day earlier", reference=month_period(2024, 5)) is None


def test_nothing_is_counted_from_an_unknown_time() -> None:
    assert read("a day earlier") is None


def test_earlier_in_the_week_is_of_publication_where_no_day_was_spoken_of() -> None:
    assert read("earlier in the week") == "2024-06-17..2024-06-18 week"


@pytest.mark.parametrize(
    ("anchor", "text", "meaning"),
    [
        (date(2024, 6, 17), "over the weekend", "2024-06-15..2024-06-16 week"),
        (date(2024, 6, 17), "this weekend", "2024-06-15..2024-06-16 week"),
        (date(2024, 6, 20), "this weekend", "2024-06-22..2024-06-23 week"),
        (date(2024, 6, 22), "over the weekend", "2024-06-22..2024-06-23 week"),
        (date(2024, 6, 23), "last weekend", "2024-06-15..2024-06-16 week"),
        (date(2024, 1, 2), "in December", "2023-12-01..2023-12-31 month"),
        (date(2024, 1, 2), "last month", "2023-12-01..2023-12-31 month"),
        (date(2024, 1, 1), "yesterday", "2023-12-31 day"),
        (date(2024, 1, 15), "this winter", "2023-12-01..2024-02-29 month"),
        (date(2023, 3, 1), "on Feb. 29", "2020-02-29 day"),
        (date(2024, 3, 31), "a month ago", "2024-02-01..2024-02-29 month"),
    ],
)
def test_edges_of_weeks_months_and_years(anchor: date, text: str, meaning: str) -> None:
    assert read(text, anchor) == meaning


def test_granularity_is_the_unit_spoken_of_even_where_little_of_it_has_passed() -> None:
    (expression,) = find_times("earlier this year")
    period = resolve(expression, date(2024, 1, 3))
    assert period == Period(date(2024, 1, 1), date(2024, 1, 3), Granularity.YEAR)
