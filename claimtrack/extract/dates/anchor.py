"""The day that relative times count from: publication, else a dateline that gives its year."""

import re
from datetime import date

from claimtrack.domain.document import Document
from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.expressions import find_times
from claimtrack.extract.dates.resolve import resolve

__all__ = ["anchor_day"]

HEAD = 600
"""Characters at the head of a text among which a dateline is looked for."""

YEARS = range(1000, 9000)
"""Years in which no arithmetic of this stage leaves the calendar."""

_ALONE = re.compile(r"(?:(?i:published|posted|updated|date[d]?)(?:\s+on)?:?\s*)?$")
_PLACE = re.compile(r"[A-Z][A-Z .,'’/-]+(?:\([A-Z .]+\))?,?\s*[–—-]*\s*$")
_LINE_END = re.compile(r"\s*(?:$|[,|–—(-])")


def anchor_day(document: Document) -> date | None:
    """The publication date; where it is unknown, the day of a dateline with a year; else None.

    A dateline is a full date alone at the start of one of the first lines ("Published: 18 June 2024") or
    behind a place in capitals ("WASHINGTON, June 18, 2024 (Wire) -").
    """
    day = document.published or _dateline(document.text[:HEAD])
    return day if day and day.year in YEARS else None


def _dateline(head: str) -> date | None:
    for line in head.splitlines():
        for expression in find_times(line)[:1]:
            period = resolve(expression, None)
            start, end = expression.span
            before, after = line[:start], line[end:]
            leads = _ALONE.fullmatch(before.strip()) or _PLACE.fullmatch(before)
            if period and period.granularity is Granularity.DAY and leads and _LINE_END.match(after):
                return period.first
    return None
