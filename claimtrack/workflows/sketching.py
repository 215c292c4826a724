"""Which of very many statements are worth comparing with a subject, told by their sketches."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from claimtrack.domain.filters import StatementFilters
from claimtrack.model.labels import Floats
from claimtrack.model.sketches import Estimates, estimates
from claimtrack.search.selects import passing_select
from claimtrack.store.sketches import all_sketches, are_complete

__all__ = ["FEW", "FIRST", "MOST", "Sketched", "few", "sketched"]

FEW = 1_000
"""Statements that are compared one by one sooner than all sketches are read: those compared at first are as many."""
FIRST = 1_000
"""How many candidates are compared at first."""
MOST = 40_000
"""How many, where the first are not enough; where more may be near, all are compared."""
MARGIN = 0.06
"""What a product may be above its estimate; the error's standard deviation is 0.019. Of 28,951 statements that
comparing all vectors finds, none is lost (``docs/scale.md``)."""


@dataclass(frozen=True, slots=True)
class Sketched:
    """All statements as their sketches tell them."""

    estimates: Estimates

    def first(self, number: int) -> list[str]:
        """Ids of so many statements, those that are estimated to be nearest."""
        return self.estimates.first(number)

    def needed(self, can_be_left: Callable[[float], bool]) -> int | None:
        """How many go before those that can be left, as their products can be no greater than one of which that is so.

        None for more than ``MOST``.
        """
        number = bisect_left(range(MOST + 1), True, key=lambda place: can_be_left(self._beyond(place)))
        return number if number <= MOST else None

    def _beyond(self, number: int) -> float:
        """No statement but the first so many has a greater product."""
        return self.estimates.beyond(number) + MARGIN


def few(session: Session, filters: StatementFilters) -> list[str] | None:
    """Ids of the statements that pass the filters on other things than the subject; None for many."""
    passing = session.connection().scalars(passing_select(filters, FEW + 1)).all()
    return list(passing) if len(passing) <= FEW else None


def sketched(session: Session, encoder: str, asked: Floats) -> Sketched | None:
    """The sketches of all statements, against a vector; None where some have no vector, or no sketch, yet."""
    if not are_complete(session, encoder):
        return None
    return Sketched(estimates(asked, all_sketches(session, encoder), MOST))
