"""Which documents may speak of the same affair, and what denials and confirmations of one answer in the other."""

from collections.abc import Collection, Iterator, Sequence

from claimtrack.domain.claims import Answer
from claimtrack.resolve.answers import Reading, closest, least, likelihood, may_answer
from claimtrack.resolve.terms import weight_of

__all__ = ["FEWEST", "affinity", "answers_between", "are_near"]

FEWEST = 3
"""How many of their most telling words two documents share, at least, to be compared."""
_NEAR = 0.1
"""Of short articles about one affair most have as much; of others, few."""


def affinity(terms: Collection[str], others: Collection[str]) -> float:
    """How much two documents have in common: the weight of the terms that both have, in that of either's, 0 to 1."""
    one, other = set(terms), set(others)
    return sum(map(weight_of, one & other)) / (sum(map(weight_of, one | other)) or 1)


def are_near(terms: Collection[str], others: Collection[str]) -> bool:
    """Whether two documents may speak of the same affair."""
    return len(set(terms) & set(others)) >= FEWEST and affinity(terms, others) >= _NEAR


def answers_between(answering: Sequence[Reading], others: Sequence[Reading], near: float) -> Iterator[Answer]:
    """What the statements of one document answer in another, where ``near`` is how much the two have in common.

    Each answers one at most, the likeliest: a document says one thing seldom twice, and often much that is like it.
    It depends on these two documents alone, so neither the order in which documents arrive nor what else is stored
    makes a difference.
    """
    for answer in answering:
        fitting = [other for other in others if may_answer(answer, other)]
        best = closest(answer, fitting)
        scored = [(likelihood(answer, other, near, best), other.remark.statement) for other in fitting]
        score, answered = max(scored, default=(0.0, ""))
        if score >= least():
            yield Answer(answer.remark.statement, answered, round(score, 3))
