"""Resolves what names its place in the calendar: dates, months, seasons, years, festivals.

Every resolver takes an expression's fields and the anchor, the day of publication (None where it is unknown),
and gives the period, or None where it cannot tell. Without a year the latest such time that has begun by the
anchor is meant.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.holidays import festival_day
from claimtrack.extract.dates.lexicon import time_words
from claimtrack.extract.dates.patterns import TimeKind
from claimtrack.extract.dates.periods import (
    Period,
    add_months,
    day_period,
    month_period,
    months_period,
    part_of,
    range_period,
    shift_days,
    year_period,
)

__all__ = ["ABSOLUTE"]

LEAP_GAP = 9
"""Years among which there is always a February 29."""


def _iso(fields: dict[str, str], _: date | None) -> Period | None:
    return _days(int(fields["year"]), int(fields["month"]), fields["day"])


def _numeric(fields: dict[str, str], _: date | None) -> Period | None:
    """Day and month in figures: only where one order is impossible, or both say the same."""
    year, one, two = int(fields["year"]), int(fields["one"]), int(fields["two"])
    readings = {(one, two), (two, one)}
    possible = {(month, day) for month, day in readings if month <= 12 and _days(year, month, str(day))}
    if len(possible) != 1:
        return None
    month, day = possible.pop()
    return _days(year, month, str(day))


def _month_day(fields: dict[str, str], anchor: date | None) -> Period | None:
    month = time_words().months[fields["month"].rstrip(".")]
    until = fields.get("until")
    return _latest(fields, anchor, lambda year: _days(year, month, fields["day"], until))


def _day_only(fields: dict[str, str], anchor: date | None) -> Period | None:
    """The latest day with that number in its month, up to publication."""
    if anchor is None:
        return None
    number = int(fields["day"])
    months = (add_months(anchor.replace(day=1), -back) for back in range(3))
    days = (_days(first.year, first.month, str(number)) for first in months)
    return next((day for day in days if day and day.first <= anchor), None)


def _month(fields: dict[str, str], anchor: date | None) -> Period | None:
    month = time_words().months[fields["month"].rstrip(".")]
    return _latest(fields, anchor, lambda year: month_period(year, month))


def _season(fields: dict[str, str], anchor: date | None) -> Period | None:
    """Three months, told by the month; the winter of a year is the one that begins in it."""
    month = time_words().seasons[fields["season"]]
    season = _latest(fields, anchor, lambda year: months_period(year, month, 3))
    return replace(season, granularity=Granularity.MONTH) if season else None


def _quarter(fields: dict[str, str], anchor: date | None) -> Period | None:
    quarter = int(fields["q"]) if "q" in fields else time_words().ordinals[fields["ordinal"]]
    return _latest(fields, anchor, lambda year: months_period(year, quarter * 3 - 2, 3))


def _festival(fields: dict[str, str], anchor: date | None) -> Period | None:
    festival = time_words().festivals[fields["festival"]]
    period = _latest(fields, anchor, lambda year: day_period(festival_day(festival, year)))
    far = festival.near and period and anchor and (anchor - period.first).days > festival.near
    if period is None or far:
        return None
    return day_period(shift_days(period.first, -1)) if "eve" in fields else period


def _year(fields: dict[str, str], _: date | None) -> Period | None:
    return part_of(year_period(int(fields["year"])), _shade(fields))


def _decade(fields: dict[str, str], _: date | None) -> Period | None:
    first = int(fields["decade"])
    third = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(_shade(fields), (0, 9))
    return range_period(date(first + third[0], 1, 1), date(first + third[1], 12, 31))


ABSOLUTE: dict[TimeKind, Callable[[dict[str, str], date | None], Period | None]] = {
    TimeKind.ISO: _iso,
    TimeKind.NUMERIC: _numeric,
    TimeKind.MONTH_DAY: _month_day,
    TimeKind.DAY_ONLY: _day_only,
    TimeKind.DAY_MONTH: _month_day,
    TimeKind.MONTH: _month,
    TimeKind.SEASON: _season,
    TimeKind.QUARTER: _quarter,
    TimeKind.FESTIVAL: _festival,
    TimeKind.YEAR: _year,
    TimeKind.DECADE: _decade,
}
"""Resolvers of kinds that need no other time than publication."""


def _latest(fields: dict[str, str], anchor: date | None, of_year: Callable[[int], Period | None]) -> Period | None:
    """The period in the year that the text gives, else the nearest one that fits the determiner."""
    period = None
    if "year" in fields:
        period = of_year(int(fields["year"]))
    elif anchor is not None and "which" in fields:
        period = of_year(anchor.year - (fields["which"] == "last"))
    elif anchor is not None:
        return _nearest(fields.get("det", ""), anchor, lambda year: _part(of_year(year), _shade(fields)))
    return _part(period, _shade(fields))


def _nearest(det: str, anchor: date, of_year: Callable[[int], Period | None]) -> Period | None:
    """The latest period begun; "last": complete; "this": of the running year; "next": not yet begun."""
    if det == "next":
        return _next(anchor, of_year)
    if det == "this":
        running = of_year(anchor.year - 1)
        return running if running and running.last >= anchor else of_year(anchor.year)
    for year in range(anchor.year, anchor.year - LEAP_GAP, -1):
        period = of_year(year)
        if period and (period.last < anchor if det in {"last", "previous"} else period.first <= anchor):
            return period
    return None


def _next(anchor: date, of_year: Callable[[int], Period | None]) -> Period | None:
    periods = (of_year(year) for year in (anchor.year, anchor.year + 1))
    return next((period for period in periods if period and period.first > anchor), None)


def _part(period: Period | None, shade: str) -> Period | None:
    return part_of(period, shade) if period else None


def _shade(fields: dict[str, str]) -> str:
    return time_words().shades.get(fields.get("shade", ""), "")


def _days(year: int, month: int, day: str, until: str | None = None) -> Period | None:
    """A day, or days in a row, of one month; None where the calendar has no such day."""
    try:
        first = date(year, month, int(day))
        last = date(year, month, int(until)) if until else first
    except ValueError:
        return None
    return range_period(first, last) if first <= last else None
