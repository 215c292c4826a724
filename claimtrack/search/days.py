"""Days as people type them: ``2024-06-18``, ``June 2024``, ``Monday``, ``last week``.

Weeks begin on Monday.
"""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["PERIOD", "PERIOD_WITH_YEAR", "ROLLING_PERIOD", "Period", "read_period"]


class Period(NamedTuple):
    """A span of days, both ends included."""

    first: date
    last: date


_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SHORT = r"(?:(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_WEEKDAY = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTHS = _MONTH[3:-1].split("|")
_WEEKDAYS = _WEEKDAY[3:-1].split("|")
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MON = rf"(?P<month>{_MONTH}|{_SHORT})"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_ON = rf"(?:{_WEEKDAY},? )?"
_WITH_YEAR = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
    r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})",
    r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<y>\d{4})",
    rf"{_ON}{_MON} {_DAY},? (?P<y>\d{{4}})",
    rf"{_ON}{_DAY}(?: of)? {_MON},? (?P<y>\d{{4}})",
    rf"{_MON},?(?: of)? (?P<y>\d{{4}})",
    r"q(?P<quarter>[1-4]) (?P<y>\d{4})",
)
_ROLLING = (
    rf"(?:the )?(?:last|past) (?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?P<units>day|week|month|year)s?",
    r"(?:the )?past (?P<units>day|week|month|year)",
    r"(?:the )?(?P<which>this|last) (?P<unit>week|month|year)",
    r"(?P<relative>today|yesterday)",
)
_FORMS = (
    *_WITH_YEAR,
    r"(?P<y>\d{4})-(?P<m>\d{1,2})",
    rf"{_ON}{_MON} {_DAY}",
    rf"{_ON}{_DAY}(?: of)? {_MON}",
    rf"(?:last )?(?P<month>{_MONTH})",
    r"(?P<y>(?:19|20)\d{2})",
    rf"(?:last )?(?P<weekday>{_WEEKDAY})",
    *_ROLLING,
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE | re.ASCII) for form in _FORMS)


def _any_of(forms: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.sub(r"\(\?P<\w+>", "(?:", form) for form in forms) + ")"


PERIOD = _any_of(_FORMS)
"""Source of an expression that finds where a period may stand; ``read_period`` says whether it is one."""
PERIOD_WITH_YEAR = _any_of(_WITH_YEAR)
"""The same for days, months and quarters that say their year, and so can stand without "in" or "on"."""
ROLLING_PERIOD = _any_of(_ROLLING)
"""The same for periods counted from today, such as "last week" and "the past 30 days"."""


def read_period(text: str, today: date | None) -> Period | None:
    """The days that the words name, None where they name none.

    What leaves the year or more open ("June 5", "Monday", "last week") means the latest such days up to
    ``today``, and nothing where ``today`` is unknown. "6/18/2024" is a day, "6/8/2024" could be two and is none.
    """
    wanted = " ".join(text.split())
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(wanted):
            parts = {name: part.lower() for name, part in match.groupdict().items() if part}
            try:
                if "y" in parts:
                    return _absolute(parts)
                return _relative(parts, today) if today else None
            except (ValueError, OverflowError):
                return None
    return None


def _absolute(parts: dict[str, str]) -> Period:
    year = int(parts["y"])
    if "quarter" in parts:
        last = 3 * int(parts["quarter"])
        return Period(date(year, last - 2, 1), _in_year(year, last, None).last)
    if "one" in parts:
        return _slashed(year, int(parts["one"]), int(parts["other"]))
    if "month" in parts:
        return _in_year(year, _month(parts["month"]), parts.get("d"))
    if "m" in parts:
        return _in_year(year, int(parts["m"]), parts.get("d"))
    return Period(date(year, 1, 1), date(year, 12, 31))


def _slashed(year: int, one: int, other: int) -> Period:
    """A day and a month in either order; ValueError where both orders make sense."""
    if one != other and max(one, other) <= len(_MONTHS):
        raise ValueError(f"{one}/{other} may be two days")
    month, day = sorted((one, other))
    return _day(date(year, month, day))


def _month(name: str) -> int:
    """The number of a month by its name or the three letters it begins with."""
    return [month[:3] for month in _MONTHS].index(name[:3]) + 1


def _in_year(year: int, month: int, day: str | None) -> Period:
    if day:
        exact = date(year, month, int(day))
        return Period(exact, exact)
    first = date(year, month, 1)
    return Period(first, date(year, month, calendar.monthrange(year, month)[1]))


def _relative(parts: dict[str, str], today: date) -> Period:
    if "units" in parts:
        return _rolling(parts.get("count", "1"), parts["units"], today)
    if "month" in parts:
        return _latest_month(parts, today)
    if "weekday" in parts:
        back = (today.weekday() - _WEEKDAYS.index(parts["weekday"])) % 7
        return _day(today - timedelta(days=back or 7))
    if "relative" in parts:
        return _day(today - timedelta(days=parts["relative"] == "yesterday"))
    return _unit(parts["unit"], today, back=parts["which"] == "last")


def _latest_month(parts: dict[str, str], today: date) -> Period:
    """The latest day or month of that name that has begun; 29 February may be up to eight years back."""
    month = _month(parts["month"])
    for year in range(today.year, today.year - 9, -1):
        try:
            period = _in_year(year, month, parts.get("d"))
        except ValueError:
            continue
        if period.first <= today:
            return period
    raise ValueError(f"no such day in the nine years up to {today}")


def _rolling(count: str, unit: str, today: date) -> Period:
    """So many days, weeks, months or years that end today: as many months back, the day after the same day."""
    number = _NUMBERS.index(count) + 1 if count in _NUMBERS else int(count)
    if unit in {"day", "week"}:
        return Period(today - timedelta(days=number * (7 if unit == "week" else 1) - 1), today)
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    day = min(today.day, calendar.monthrange(year, month + 1)[1])
    return Period(date(year, month + 1, day) + timedelta(days=1), today)


def _unit(unit: str, today: date, *, back: bool) -> Period:
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return Period(monday, monday + timedelta(days=6))
    if unit == "year":
        return _absolute({"y": str(today.year - back)})
    inside = today.replace(day=1) - timedelta(days=back)
    return _in_year(inside.year, inside.month, None)


def _day(day: date) -> Period:
    return Period(day, day)
