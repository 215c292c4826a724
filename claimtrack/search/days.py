"""Days as people type them: ``2024-06-18``, ``June 2024``, ``Monday``, ``last week``.

Weeks begin on Monday.
"""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["PERIOD", "Period", "read_period"]


class Period(NamedTuple):
    """A span of days, both ends included."""

    first: date
    last: date


_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_WEEKDAY = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTHS = _MONTH[3:-1].split("|")
_WEEKDAYS = _WEEKDAY[3:-1].split("|")
_FORMS = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
    r"(?P<y>\d{4})-(?P<m>\d{1,2})",
    rf"(?P<month>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})",
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH}),? (?P<y>\d{{4}})",
    rf"(?P<month>{_MONTH}),?(?: of)? (?P<y>\d{{4}})",
    rf"(?P<month>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?",
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})",
    rf"(?:last )?(?P<month>{_MONTH})",
    r"(?P<y>(?:19|20)\d{2})",
    rf"(?:last )?(?P<weekday>{_WEEKDAY})",
    r"(?P<relative>today|yesterday)",
    r"(?P<which>this|last) (?P<unit>week|month|year)",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE | re.ASCII) for form in _FORMS)

PERIOD = "(?:" + "|".join(re.sub(r"\(\?P<\w+>", "(?:", form) for form in _FORMS) + ")"
"""Source of an expression that finds where a period may stand; ``read_period`` says whether it is one."""


def read_period(text: str, today: date | None) -> Period | None:
    """The days that the words name, None where they name none.

    What leaves the year or more open ("June 5", "Monday", "last week") means the latest such days up to
    ``today``, and nothing where ``today`` is unknown.
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
    if "month" in parts:
        return _in_year(year, _MONTHS.index(parts["month"]) + 1, parts.get("d"))
    if "m" in parts:
        return _in_year(year, int(parts["m"]), parts.get("d"))
    return Period(date(year, 1, 1), date(year, 12, 31))


def _in_year(year: int, month: int, day: str | None) -> Period:
    if day:
        exact = date(year, month, int(day))
        return Period(exact, exact)
    first = date(year, month, 1)
    return Period(first, date(year, month, calendar.monthrange(year, month)[1]))


def _relative(parts: dict[str, str], today: date) -> Period:
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
    month = _MONTHS.index(parts["month"]) + 1
    for year in range(today.year, today.year - 9, -1):
        try:
            period = _in_year(year, month, parts.get("d"))
        except ValueError:
            continue
        if period.first <= today:
            return period
    raise ValueError(f"no such day in the nine years up to {today}")


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
