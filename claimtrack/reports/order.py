"""Orders of statements that do not depend on how they came."""

from claimtrack.domain.spans import Spans
from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.columns import day

__all__ = ["by_day"]

_AFTER_ALL = "~"
"""Sorts behind every ISO date."""


def by_day(statement: StoredStatement) -> tuple[object, ...]:
    """A key: first day, last day (unknown ones last), then document, place in it, and id."""
    attribution = statement.attribution
    return (
        day(attribution.date.first) or _AFTER_ALL,
        day(attribution.date.last) or _AFTER_ALL,
        statement.document.id,
        statement.document.key,
        _start(attribution.source, attribution.cue, attribution.content),
        attribution.id,
    )


def _start(*roles: Spans) -> int:
    return min((span.start for spans in roles for span in spans), default=0)
