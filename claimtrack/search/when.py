"""The dates of a question: found, turned into a first and a last day, and taken out of it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from claimtrack.search.days import PERIOD, PERIOD_WITH_YEAR, ROLLING_PERIOD, Period, read_period

__all__ = ["Dated", "take_dates"]

_WORD = "since|after|before|until|till|up to|in|during|on|from"
_FORMS = (
    rf"(?:between|from) (?P<low>{PERIOD}) (?:and|to|until|till) (?P<high>{PERIOD})",
    rf"(?P<word>{_WORD}) (?P<one>{PERIOD})(?P<onward> onwards?)?",
    rf"(?:(?:of|over|within|for) )?(?P<bare>{ROLLING_PERIOD})(?:['’]s)?",
    # Among other words such a date may be part of a name: "the June 2024 ceasefire".
    rf"\A(?P<at_start>{PERIOD_WITH_YEAR})",
    rf"(?P<at_end>{PERIOD_WITH_YEAR})(?=[ ?!.]*\Z)",
)
_WHEN = re.compile(rf"(?<!\S)(?:{'|'.join(_FORMS)})(?![\w-])", re.IGNORECASE | re.ASCII)
_YEAR = re.compile(r"\d{4}")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dated:
    """A question without its dates, the days that they bound, and those that name no day."""

    rest: str
    since: date | None
    until: date | None
    leftovers: tuple[str, ...]


def take_dates(question: str, today: date | None) -> Dated:
    """Read every date of a question in single-spaced words; several dates narrow each other.

    What looks like a date and is none ("since 31 June"), or needs an unknown ``today``, is left over.
    """
    since, until = date.min, date.max
    leftovers = []
    for match in _WHEN.finditer(question):
        bounds = _bounds(match, today)
        if bounds is None:
            leftovers.append(match[0])
            continue
        since, until = max(since, bounds.first), min(until, bounds.last)
    return Dated(
        rest=" ".join(_WHEN.sub(" ", question).split()),
        since=None if since == date.min else since,
        until=None if until == date.max else until,
        leftovers=tuple(leftovers),
    )


def _bounds(match: re.Match[str], today: date | None) -> Period | None:
    """The first and last day that one date expression lets through; open ends reach to the end of time."""
    if match["low"]:
        low, high = _read_pair(match["low"], match["high"], today)
        return Period(low.first, high.last) if low and high else None
    period = read_period(match["bare"] or match["at_start"] or match["at_end"] or match["one"], today)
    return period and _one_sided(match, period)


def _read_pair(low: str, high: str, today: date | None) -> tuple[Period | None, Period | None]:
    """Two periods; "April" before "June 2024" is of that year, "November" of the one before."""
    last = read_period(high, today)
    if last is not None and _YEAR.search(high) and not _YEAR.search(low):
        return read_period(low, last.last) or read_period(low, today), last
    return read_period(low, today), last


def _one_sided(match: re.Match[str], period: Period) -> Period | None:
    word = (match["word"] or "in").lower()
    if word == "since" or match["onward"]:
        return Period(period.first, date.max)
    if word == "after":
        return Period(period.last + _ONE_DAY, date.max) if period.last < date.max else None
    if word == "before":
        return Period(date.min, period.first - _ONE_DAY) if period.first > date.min else None
    if word in {"until", "till", "up to"}:
        return Period(date.min, period.last)
    return period
