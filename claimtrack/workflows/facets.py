"""A question's answer in numbers: how many statements by each speaker, of each stance, on each topic …"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import CTE
from sqlalchemy.orm import Session

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import Facet
from claimtrack.domain.words import name_words
from claimtrack.search.facets import candidate_select, chosen_among, chosen_from, facet_select, named_select
from claimtrack.search.widen import wider
from claimtrack.workflows.finding import find_about
from claimtrack.workflows.statements import count

__all__ = ["FacetAnswer", "FacetCount", "count_facets"]

# A name may be found in statements that are not its own ("Russia" in those of its envoy): so many more are looked at.
_POOL = 5
_AT_ONCE = 100
"""Names counted by one query: databases limit how many parts one may have."""


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the statements have a value, and in how many documents they stand."""

    facet: Facet
    value: str
    """A name, a value of a vocabulary, or a month such as ``2024-06``: what the option of the facet takes."""
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class FacetAnswer:
    """The counts by facet, the most frequent values first."""

    counts: tuple[FacetCount, ...]
    statements: int
    """How many there are in all."""
    widened: bool
    """Whether these have one word at least, where all were looked for."""


def count_facets(session: Session, filters: StatementFilters, most: int = 10) -> FacetAnswer:
    """Count the statements that ``find_or_widen`` gives, by the ``most`` most frequent values of each facet.

    Each count is what the same question with that value as one more condition gives; by meaning about so many, since
    how likely a statement is depends on what else passes, and with ``limit`` or ``distinct`` at most so many.
    Statements that have no value (no speaker, no topic, no publisher, no date) count nowhere in that facet, those with
    several in each. UsageError where ``about`` has no word to search for.
    """
    dialect = session.get_bind().dialect.name
    if filters.meaning and filters.about is not None:
        found = find_about(session, filters)
        return _answer(
            session, chosen_among([key for key, _ in found.statements], dialect), len(found.statements), most
        )
    total, widened = count(session, filters), False
    wide = None if total else wider(filters)
    if wide is not None:
        filters, total = wide, count(session, wide)
        widened = total > 0
    return _answer(session, chosen_from(filters, dialect), total, most, widened=widened)


def _answer(session: Session, chosen: CTE, total: int, most: int, *, widened: bool = False) -> FacetAnswer:
    counts = [each for facet in Facet for each in _counted(session, chosen, facet, most)] if total else []
    return FacetAnswer(tuple(counts), total, widened)


def _counted(session: Session, chosen: CTE, facet: Facet, most: int) -> list[FacetCount]:
    if facet in {Facet.SPEAKER, Facet.PUBLISHER}:
        found = list(_named(session, chosen, facet, most))
        return sorted(found, key=lambda each: (-each.statements, each.value))[:most]
    rows = session.execute(facet_select(chosen, facet, most))
    return [
        FacetCount(facet, _month(value) if facet is Facet.MONTH else str(value), statements, documents)
        for value, statements, documents in rows
    ]


def _named(session: Session, chosen: CTE, facet: Facet, most: int) -> Iterator[FacetCount]:
    """Those who have most statements of their own, counted as the options that take their names count them."""
    own = [row[0] for row in session.execute(candidate_select(chosen, facet, most * _POOL))]
    names = list({tuple(name_words(name)): name for name in reversed(own) if name_words(name)}.values())
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        query = named_select(chosen, facet, some, session.get_bind().dialect.name)
        for place, statements, documents in session.execute(query):
            yield FacetCount(facet, some[place], statements, documents)


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
