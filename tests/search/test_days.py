from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.search.days import Period, read_period

TUESDAY = date(2024, 6, 18)


def days(first, last=None):
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024-06-18", days("2024-06-18")),
        ("2024-6-8", days("2024-06-08")),
        ("2024-02", days("2024-02-01", "2024-02-29")),
        ("2024", days("2024-01-01", "2024-12-31")),
        ("June 5, 2023", days("2023-06-05")),
        ("5th of June 2023", days("2023-06-05")),
        ("june  2023", days("2023-06-01", "2023-06-30")),
        ("Monday, 5 Jun. 2023", days("2023-06-05")),
        ("Sept 2023", days("2023-09-01", "2023-09-30")),
        ("18.06.2024", days("2024-06-18")),
        ("6/18/2024", days("2024-06-18")),
        ("18/6/2024", days("2024-06-18")),
        ("Q4 2023", days("2023-10-01", "2023-12-31")),
    ],
)
def test_a_period_that_says_its_year_needs_no_today(text, period):
    assert read_period(text, None) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("June 5", days("2024-06-05")),
        ("5 July", days("2023-07-05")),
        ("March", days("2024-03-01", "2024-03-31")),
        ("December", days("2023-12-01", "2023-12-31")),
        ("29 February", days("2024-02-29")),
        ("Monday", days("2024-06-17")),
        ("last Tuesday", days("2024-06-11")),
        ("yesterday", days("2024-06-17")),
        ("today", days("2024-06-18")),
        ("this week", days("2024-06-17", "2024-06-23")),
        ("last week", days("2024-06-10", "2024-06-16")),
        ("last month", days("2024-05-01", "2024-05-31")),
        ("this year", days("2024-01-01", "2024-12-31")),
        ("last year", days("2023-01-01", "2023-12-31")),
        ("the last 7 days", days("2024-06-12", "2024-06-18")),
        ("past week", days("2024-06-12", "2024-06-18")),
        ("past three months", days("2024-03-19", "2024-06-18")),
        ("last 2 years", days("2022-06-19", "2024-06-18")),
    ],
)
def test_an_open_period_is_the_latest_one_that_has_begun(text, period):
    assert read_period(text, TUESDAY) == period


@pytest.mark.parametrize("text", ["Monday", "June", "last week", "yesterday"])
def test_an_open_period_means_nothing_without_today(text):
    assert read_period(text, None) is None


@pytest.mark.parametrize(
    "text",
    ["2024-02-30", "2024-13", "31 June", "0000", "1850", "soon", "", "٢٠٢٤", "6/8/2024", "13/13/2024", "Q5 2024"],
)
def test_what_is_no_period_is_none(text):
    assert read_period(text, TUESDAY) is None


def test_last_month_of_january_is_december():
    assert read_period("last month", date(2024, 1, 31)) == days("2023-12-01", "2023-12-31")


@given(st.text(), st.none() | st.dates())
def test_no_text_raises(text, today):
    read_period(text, today)


@given(st.dates())
def test_the_iso_form_of_a_day_is_that_day(day):
    assert read_period(day.isoformat(), None) == Period(day, day)
