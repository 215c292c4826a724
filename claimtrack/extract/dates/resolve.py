"""Turns a time expression into days."""

from dataclasses import replace
from datetime import date

from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.absolute import ABSOLUTE
from claimtrack.extract.dates.expressions import TimeExpression
from claimtrack.extract.dates.lexicon import time_words
from claimtrack.extract.dates.patterns import TimeKind
from claimtrack.extract.dates.periods import Period, day_period, shift_days
from claimtrack.extract.dates.relative import RELATIVE, counted, exact, unit_period

__all__ = ["resolve"]


def resolve(expression: TimeExpression, anchor: date | None, reference: Period | None = None) -> Period | None:
    """The days that an expression names, or None where they cannot be told.

    ``anchor`` is the day of publication; without it only dates that give their year are told.
    ``reference`` is the time last spoken of, which "a day earlier" and "at the time" count from.
    The period may lie after the anchor: see ``clip``.
    """
    if expression.event:
        return None
    period = _resolve(expression, anchor, reference)
    if period is not None and expression.preposition == "since" and anchor is not None and period.first <= anchor:
        return replace(period, last=max(anchor, period.first))
    return period


def _resolve(expression: TimeExpression, anchor: date | None, reference: Period | None) -> Period | None:
    kind, fields = expression.kind, expression.fields
    if kind in ABSOLUTE:
        return ABSOLUTE[kind](fields, anchor)
    if kind in RELATIVE:
        return RELATIVE[kind](fields, anchor) if anchor else None
    if kind is TimeKind.SHIFTED:
        return _shifted(fields, reference)
    if kind is TimeKind.ADJACENT:
        return _adjacent(fields, anchor, reference)
    if kind is TimeKind.WITHIN:
        return _within(fields, anchor, reference)
    return _vague(fields, anchor, reference)


def _shifted(fields: dict[str, str], reference: Period | None) -> Period | None:
    """Three days earlier: only counted from a time that is known as precisely as the step is long."""
    unit = fields["unit"]
    if reference is None or not _precise(reference, unit):
        return None
    if "exactly" in fields and reference.granularity is Granularity.DAY:
        return exact(fields["number"], unit, reference.first, -1 if "back" in fields else 1)
    if "back" in fields:
        return counted(fields["number"], unit, reference.first, -1)
    return counted(fields["number"], unit, reference.last, 1)


def _adjacent(fields: dict[str, str], anchor: date | None, reference: Period | None) -> Period | None:
    back = "back" in fields or fields.get("way") in {"previous", "preceding"}
    if "twice" in fields:
        return counted("two", fields["twice"], anchor, -1) if anchor else None
    unit = fields.get("unit") or fields["other"]
    if unit.rstrip(".") in time_words().weekdays:
        return _weekday_beside(unit, back, reference)
    return _shifted({"number": "one", "unit": unit, "back" if back else "onward": "yes"}, reference)


def _weekday_beside(name: str, back: bool, reference: Period | None) -> Period | None:
    """The following Tuesday: the first such day after the time last spoken of, or the last one before it."""
    if reference is None or reference.granularity is not Granularity.DAY:
        return None
    weekday = time_words().weekdays[name.rstrip(".")]
    day = reference.first
    by = -(((day.weekday() - weekday - 1) % 7) + 1) if back else ((weekday - day.weekday() - 1) % 7) + 1
    return day_period(shift_days(day, by))


def _within(fields: dict[str, str], anchor: date | None, reference: Period | None) -> Period | None:
    """Earlier in the week: of the time last spoken of, up to it; else of publication."""
    unit = fields["unit"]
    day = reference.first if reference and _precise(reference, unit) else anchor
    if day is None:
        return None
    period = unit_period(unit, day)
    return replace(period, last=day) if fields["shade"] == "earlier" else period


def _vague(fields: dict[str, str], anchor: date | None, reference: Period | None) -> Period | None:
    sense = time_words().vague[fields["vague"]]
    if sense == "same":
        return reference
    if sense == "recently" and anchor is not None:
        return Period(shift_days(anchor, -time_words().recent["alone"]), anchor, Granularity.UNKNOWN)
    return None


_ORDER = [Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR, Granularity.UNKNOWN]
_UNIT_ORDER = {"week": 1, "fortnight": 1, "month": 2, "quarter": 3, "year": 3, "decade": 4}


def _precise(reference: Period, unit: str) -> bool:
    return _ORDER.index(reference.granularity) <= _UNIT_ORDER.get(unit, 0)
