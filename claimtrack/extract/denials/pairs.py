"""How likely one statement answers another: a logistic model over what can be seen of the two.

Separate weights for statements that deny by their own words, of which only the answered one is asked for, and for those
that may deny by answering ("We have never shelled a harbor"). The weights stand in ``denials.toml``.
"""

import math
from collections.abc import Sequence

from claimtrack.extract.denials.views import Pointing, StatementView
from claimtrack.extract.lexicons import table

__all__ = ["SIGNS", "likelihood", "signs"]

SIGNS = (
    "latest",
    "next to it",
    "near",
    "behind",
    "words",
    "most words",
    "party",
    "accuses",
    "negated",
    "negated of it",
    "ahead",
    "absolute",
    "verdict",
    "yields",
    "retorts",
    "holds",
    "about self",
    "points",
    "it",
    "direct",
)


def signs(statement: StatementView, other: StatementView, near: Sequence[StatementView]) -> tuple[float, ...]:
    """What speaks for or against ``statement`` answering ``other``, one of those near it, in the order of ``SIGNS``."""
    shared = len(statement.words & other.words)
    between = [each for each in near if other.begin < each.begin < statement.begin]
    foreign = [each for each in between if not each.speakers & statement.speakers]
    behind = other.begin > statement.begin
    most = max((len(statement.words & each.words) for each in near if each is not statement), default=0)
    return (
        float(not behind and not foreign),
        float(not behind and not between),
        1 / (1 + abs(statement.place - other.place)),
        float(behind),
        min(shared, 3) / 3,
        float(0 < shared == most),
        min(len(statement.parties & other.words), 2) / 2,
        float(other.accuses),
        float(statement.negated),
        float(statement.negated and (shared > 0 or bool(statement.parties & other.words))),
        float(statement.ahead),
        float(statement.absolute),
        float(statement.verdict),
        float(statement.yields),
        float(statement.retorts),
        float(statement.holds),
        float(statement.about_self),
        float(statement.pointing is Pointing.NOUN),
        float(statement.pointing is Pointing.PRONOUN),
        float(statement.attribution.kind == "direct"),
    )


def likelihood(kind: str, values: Sequence[float]) -> float:
    """How likely it is, between 0 and 1, by the weights of ``kind``: "denials" or "answers"."""
    weights = table("denials")[kind]
    total = weights["bias"] + sum(weights[name] * value for name, value in zip(SIGNS, values, strict=True))
    return 1 / (1 + math.exp(-total))
