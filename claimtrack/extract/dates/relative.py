"""Resolves what is counted from the day of publication: weekdays, "last week", "two weeks ago"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.lexicon import time_words
from claimtrack.extract.dates.patterns import TimeKind
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

__all__ = ["RELATIVE", "counted", "exact", "unit_period"]


def unit_period(unit: str, day: date) -> Period:
    """The day, week, month, quarter or year that holds a day."""
    if unit in {"week", "fortnight"}:
        return week_period(day)
    if unit == "month":
        return month_period(day.year, day.month)
    if unit == "quarter":
        return months_period(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit in {"year", "decade"}:
        return year_period(day.year)
    return day_period(day)


def counted(number: str, unit: str, day: date, sign: int) -> Period | None:
    """So many units before (sign -1) or after (+1) a day; a vague number gives a range, none at all None."""
    words = time_words()
    if not number:
        return None
    if number in words.vague_numbers:
        ends = [_moved(day, unit, sign * count) for count in words.vague_numbers[number]]
        return range_period(unit_period(unit, min(ends)).first, unit_period(unit, max(ends)).last)
    count = words.numbers[number] if number in words.numbers else int(number)
    if unit == "hour":
        return day_period(shift_days(day, sign * (count // 24)))
    return unit_period(unit, _moved(day, unit, sign * count))


def exact(number: str, unit: str, day: date, sign: int) -> Period | None:
    """The very day so many units before or after another; None for a vague number."""
    count = time_words().numbers.get(number) or (int(number) if number.isdigit() else None)
    return day_period(_moved(day, unit, sign * count)) if count else None


def _moved(day: date, unit: str, count: int) -> date:
    months, days = time_words().units[unit]
    return shift_days(add_months(day, months * count), days * count)


def _weekday(fields: dict[str, str], anchor: date) -> Period | None:
    weekday = time_words().weekdays[fields["weekday"].rstrip(".")]
    det, which = fields.get("det"), fields.get("which")
    monday = week_period(anchor).first
    if which or det == "this":
        return day_period(shift_days(monday, {"last": -7, "next": 7}.get(which or "", 0) + weekday))
    latest = shift_days(anchor, -((anchor.weekday() - weekday) % 7))
    if det == "next":
        return day_period(shift_days(latest, 7))
    strictly = det in {"last", "past", "this past", "previous"}
    return day_period(shift_days(latest, -7) if strictly and latest == anchor else latest)


def _day(fields: dict[str, str], anchor: date) -> Period | None:
    if "twice" in fields:
        return day_period(shift_days(anchor, -2))
    word = fields["day"]
    if word == "overnight":
        return Period(shift_days(anchor, -1), anchor, Granularity.DAY)
    return day_period(shift_days(anchor, time_words().days[word]))


def _weekend(fields: dict[str, str], anchor: date) -> Period | None:
    """Saturday and Sunday: the latest ones begun; "this weekend" from Wednesday on those to come."""
    saturday = shift_days(week_period(anchor).first, 5)
    det = fields.get("det")
    if det == "next":
        return range_period(shift_days(saturday, 7), shift_days(saturday, 8))
    to_come = saturday > anchor and (det != "this" or anchor.weekday() < 2)
    over = saturday <= anchor and det in {"last", "past", "previous", "this past"}
    if to_come or over:
        saturday = shift_days(saturday, -7)
    return range_period(saturday, shift_days(saturday, 1))


def _unit(fields: dict[str, str], anchor: date) -> Period | None:
    unit, shade = fields["unit"], time_words().shades.get(fields.get("shade", ""), "")
    steps = {"last": -1, "this": 0}.get(fields["det"], 1)
    period = unit_period(unit, _moved(anchor, unit, steps))
    if steps == 0 and shade == "earlier":
        return clip(period, anchor)
    if steps == 0 and shade == "later":
        return replace(period, first=min(shift_days(anchor, 1), period.last))
    return part_of(period, shade)


def _ago(fields: dict[str, str], anchor: date) -> Period | None:
    if "plural" in fields:
        return _unnumbered(fields["plural"], anchor)
    if fields.keys() & {"exact", "exactly"} and (day := exact(fields["number"], fields["unit"], anchor, -1)):
        return day
    period = counted(fields["number"], fields["unit"], anchor, -1)
    return clip(period, anchor) if period else None


def _unnumbered(unit: str, anchor: date) -> Period | None:
    """Days ago, weeks ago: some of them; longer units tell too little."""
    return counted("some", unit, anchor, -1) if unit in {"moment", "minute", "hour", "day", "week"} else None


def _past(fields: dict[str, str], anchor: date) -> Period | None:
    """The days up to the anchor that "the past two weeks" names."""
    unit = fields.get("single") or fields["unit"]
    reach = counted(fields.get("number", "a"), unit, anchor, -1)
    if reach is None:
        return None
    number = fields.get("number", "a")
    first = reach.first if number in time_words().vague_numbers else _start(number, unit, anchor)
    return range_period(min(first, anchor), anchor)


def _start(number: str, unit: str, anchor: date) -> date:
    count = time_words().numbers.get(number) or int(number)
    if unit == "hour":
        return shift_days(anchor, -((count + 12) // 24))
    return shift_days(_moved(anchor, unit, -count), 1)


def _recent(fields: dict[str, str], anchor: date) -> Period | None:
    days = time_words().recent.get(fields["unit"], 1)
    return Period(shift_days(anchor, -days), anchor, Granularity.UNKNOWN)


RELATIVE: dict[TimeKind, Callable[[dict[str, str], date], Period | None]] = {
    TimeKind.WEEKDAY: _weekday,
    TimeKind.DAY: _day,
    TimeKind.WEEKEND: _weekend,
    TimeKind.UNIT: _unit,
    TimeKind.AGO: _ago,
    TimeKind.PAST: _past,
    TimeKind.RECENT: _recent,
}
"""Resolvers of kinds that are counted from publication."""
