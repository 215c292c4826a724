"""How likely one statement answers another: a logistic model over what can be seen of the two.

Separate weights for statements that deny by their own words, of which only the answered one is asked for, and for those
that may deny by answering ("We have never shelled a harbor"). The weights stand in ``denials.toml``.
"""

import bisect
import math
from collections.abc import Sequence

from claimtrack.extract.denials.marks import MARKS
from claimtrack.extract.denials.views import Pointing, StatementView, opposed
from claimtrack.extract.lexicons import table

__all__ = ["SIGNS", "Surroundings", "likelihood"]

SIGNS = (
    "latest",
    "next to it",
    "only one",
    "near",
    "behind",
    "words",
    "most words",
    "same verb",
    "party",
    "called so",
    "accuses",
    "blamed",
    "party to it",
    "anonymous",
    "negated of it",
    "opposite",
    "other number",
    "about self",
    "points",
    "it",
    *MARKS,
)


class Surroundings:
    """A statement among those near it, itself included."""

    def __init__(self, statement: StatementView, near: Sequence[StatementView]) -> None:
        self._statement = statement
        self._begins = sorted(each.begin for each in near)
        self._foreign = sorted(each.begin for each in near if not each.speakers & statement.speakers)
        self._most = max((len(statement.words & each.words) for each in near if each is not statement), default=0)

    def signs(self, other: StatementView) -> tuple[float, ...]:
        """What speaks for or against the statement answering another, in the order of ``SIGNS``."""
        statement = self._statement
        shared = len(statement.words & other.words)
        party = len(statement.parties & other.words)
        before = other.begin < statement.begin
        called = bool(statement.roles & other.words)
        accused = {"accuses", "grave"} & other.marks
        negated = "negated" in statement.marks
        others = statement.numbers and other.numbers and not statement.numbers & other.numbers
        return (
            float(before and not self._between(self._foreign, other)),
            float(before and not self._between(self._begins, other)),
            float(len(self._foreign) == 1),
            1 / (1 + abs(statement.place - other.place)),
            float(not before),
            min(shared, 3) / 3,
            float(0 < shared == self._most),
            float(bool(statement.verbs & other.verbs)),
            min(party, 2) / 2,
            float(called),
            float("accuses" in other.marks),
            float("grave" in other.marks),
            float(bool((party or called) and accused)),
            float(other.attribution.anonymous),
            float(negated and shared + party > 0),
            float(opposed(statement.sides, other.sides)),
            float(bool(others)),
            float(statement.about_self),
            float(statement.pointing is Pointing.NOUN),
            float(statement.pointing is Pointing.PRONOUN),
            *(float(mark in statement.marks) for mark in MARKS),
        )

    def _between(self, begins: Sequence[int], other: StatementView) -> int:
        """How many begin behind the other and before the statement."""
        return bisect.bisect_left(begins, self._statement.begin) - bisect.bisect_right(begins, other.begin)


def likelihood(kind: str, values: Sequence[float]) -> float:
    """How likely it is, between 0 and 1, by the weights of ``kind``: "denials" or "answers"."""
    weights = table("denials")[kind]
    total = weights["bias"] + sum(weights[name] * value for name, value in zip(SIGNS, values, strict=True))
    return 1 / (1 + math.exp(-total))
