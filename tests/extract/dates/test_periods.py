"""Spans of days and their arithmetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.expressions import find_times
from claimtrack.extract.dates.periods import (
    Period,
    add_months,
    clip,
    day_period,
    month_period,
    months_period,
    part_of,
    range_period,
    shift_days,
    week_period,
    year_period,
)
from claimtrack.extract.dates.resolve import resolve

DAYS = st.dates(date(1000, 1, 1), date(8999, 12, 31))
EXPRESSIONS = st.sampled_from(
    [
        "on Monday",
        "last Friday",
        "next Sunday",
        "Tuesday last week",
        "today",
        "last night",
        "tomorrow",
        "overnight",
        "last week",
        "this month",
        "earlier this year",
        "later this week",
        "late last year",
        "two weeks ago",
        "several months ago",
        "days ago",
        "99 years ago",
        "the past two days",
        "the last 48 hours",
        "recent weeks",
        "on Feb. 29",
        "in May",
        "last December",
        "mid-June",
        "next March",
        "this winter",
        "last summer",
        "in the fourth quarter",
        "over the weekend",
        "this weekend",
        "at Christmas",
        "last Easter",
        "recently",
        "a day earlier",
        "three years later",
        "the following month",
        "earlier in the week",
        "at the time",
        "since Monday",
        "since May",
        "on June 5",
        "Jan. 3 last year",
        "a decade ago",
        "the past 999 decades",
        "999 decades ago",
        "on Thanksgiving",
    ]
)


@given(EXPRESSIONS, DAYS, DAYS)
def test_no_period_ends_before_it_begins(text: str, anchor: date, reference: date) -> None:
    (expression,) = find_times(text)
    period = resolve(expression, anchor, day_period(reference))
    assert period is None or period.first <= period.last


@given(EXPRESSIONS, DAYS, DAYS)
def test_what_is_clipped_is_never_after_publication(text: str, anchor: date, reference: date) -> None:
    (expression,) = find_times(text)
    period = resolve(expression, anchor, day_period(reference))
    kept = clip(period, anchor) if period else None
    assert kept is None or kept.last <= anchor


@given(DAYS)
def test_every_week_is_monday_to_sunday_and_holds_its_day(day: date) -> None:
    week = week_period(day)
    assert (week.first.weekday(), week.last.weekday()) == (0, 6)
    assert day_period(day).within(week)


@given(DAYS, st.integers(-500_000, 500_000))
def test_arithmetic_stays_inside_the_calendar(day: date, by: int) -> None:
    assert date.min <= shift_days(day, by * 10) <= date.max
    assert date.min <= add_months(day, by) <= date.max


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Period(date(2024, 6, 2), date(2024, 6, 1), Granularity.DAY)


@pytest.mark.parametrize(
    ("days", "granularity"),
    [(0, "day"), (1, "week"), (6, "week"), (7, "month"), (30, "month"), (31, "year"), (365, "year"), (366, "unknown")],
)
def test_granularity_of_a_stretch_is_the_smallest_unit_as_long(days: int, granularity: str) -> None:
    first = date(2024, 1, 1)
    assert range_period(first, shift_days(first, days)).granularity == granularity


def test_a_month_added_to_its_last_day_keeps_to_the_shorter_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_thirds_of_a_year_are_four_months_each() -> None:
    assert part_of(year_period(2023), "mid") == Period(date(2023, 5, 1), date(2023, 8, 31), Granularity.YEAR)


def test_the_last_third_of_a_month_runs_to_its_end() -> None:
    assert part_of(month_period(2024, 2), "late").last == date(2024, 2, 29)


def test_parts_of_a_season_are_its_months() -> None:
    assert part_of(months_period(2024, 6, 3), "early").last == date(2024, 6, 30)


def test_a_week_has_no_parts() -> None:
    week = week_period(date(2024, 6, 18))
    assert part_of(week, "early") == week


def test_a_period_wholly_ahead_is_dropped() -> None:
    assert clip(day_period(date(2024, 6, 19)), date(2024, 6, 18)) is None


def test_a_running_period_is_cut_at_publication_and_keeps_its_unit() -> None:
    clipped = clip(month_period(2024, 6), date(2024, 6, 18))
    assert clipped == Period(date(2024, 6, 1), date(2024, 6, 18), Granularity.MONTH)
