"""Spans of days: days, weeks, months, years and their parts. Weeks begin on Monday."""

import calendar
from dataclasses import dataclass, replace
from datetime import date

from claimtrack.domain.vocabulary import Granularity

__all__ = [
    "Period",
    "add_months",
    "clip",
    "day_period",
    "month_period",
    "months_period",
    "part_of",
    "range_period",
    "shift_days",
    "week_period",
    "year_period",
]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included, and the unit in which the text spoke of them."""

    first: date
    last: date
    granularity: Granularity

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a period ends before it begins: {self.first} to {self.last}")

    def within(self, other: "Period") -> bool:
        """Whether all days of this period belong to the other."""
        return other.first <= self.first and self.last <= other.last


def day_period(day: date) -> Period:
    """One day."""
    return Period(day, day, Granularity.DAY)


def week_period(day: date) -> Period:
    """The week, Monday to Sunday, that holds a day; it ends early at the end of the calendar."""
    monday = shift_days(day, -day.weekday())
    return Period(monday, shift_days(monday, 6), Granularity.WEEK)


def month_period(year: int, month: int) -> Period:
    """One calendar month."""
    return Period(date(year, month, 1), date(year, month, _length(year, month)), Granularity.MONTH)


def year_period(year: int) -> Period:
    """One calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)


def months_period(year: int, month: int, count: int) -> Period:
    """Whole months in a row, beginning with the given one: a quarter, a season."""
    last = add_months(date(year, month, 1), count - 1)
    return range_period(date(year, month, 1), month_period(last.year, last.month).last)


def range_period(first: date, last: date) -> Period:
    """Any days; the granularity is the smallest unit that is as long."""
    days = (last - first).days + 1
    for most, granularity in (
        (1, Granularity.DAY),
        (7, Granularity.WEEK),
        (31, Granularity.MONTH),
        (366, Granularity.YEAR),
    ):
        if days <= most:
            return Period(first, last, granularity)
    return Period(first, last, Granularity.UNKNOWN)


def part_of(period: Period, shade: str) -> Period:
    """The early, middle or late third of a month or of months in a row; a day or a week stays whole."""
    nth = {"early": 0, "mid": 1, "late": 2}.get(shade)
    days = (period.last - period.first).days + 1
    if nth is None or days < 28:
        return period
    if days <= 31:
        first = shift_days(period.first, 10 * nth)
        return replace(period, first=first, last=period.last if nth == 2 else shift_days(first, 9))
    months = round(days / 91.3)
    first = add_months(period.first, months * nth)
    return replace(period, first=first, last=shift_days(add_months(first, months), -1))


def clip(period: Period, latest: date | None) -> Period | None:
    """The days that are not after the latest one; None where none is left."""
    if latest is None or period.last <= latest:
        return period
    return replace(period, last=latest) if period.first <= latest else None


def shift_days(day: date, by: int) -> date:
    """The day so many days later (or earlier), held inside the calendar of years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal()))


def add_months(day: date, by: int) -> date:
    """The same day so many months later, or the last one of a shorter month; held inside the calendar."""
    count = min(max(day.year * 12 + day.month - 1 + by, 12), 9999 * 12 + 11)
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
