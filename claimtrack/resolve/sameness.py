"""How likely two statements make the same claim: one proposition, that somebody would check once.

A logistic model over what can be seen of their words, how near their vectors are, and what the matcher says that
reads both at once; its weights stand in ``sameness.toml`` and are fitted by ``python -m
claimtrack.training.tables.sameness``. Where numbers or a negation contradict, they are two claims however alike the
words are.
"""

import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files

from claimtrack.domain.claims import Match, Voice
from claimtrack.domain.words import folded_words
from claimtrack.resolve.numbers import is_number, numbers_in
from claimtrack.resolve.terms import Terms, stem, telling

__all__ = [
    "FEWEST_WORDS",
    "NEAR",
    "REPEATED",
    "SIGNS",
    "Candidate",
    "Said",
    "candidates_between",
    "contradict",
    "likelihood",
    "matches_of",
    "read",
    "repeats",
    "signs",
    "suggested",
]

_NEGATIONS = frozenset(
    ["cannot", "deny", "denied", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "t", "without"]
)
_AHEAD = frozenset(
    ["could", "expects", "intends", "may", "might", "planned", "plans", "shall", "should", "will", "would"]
)
_ONE_FRAME = 0.4
"""Share of words that two contents have in common, from which one says the same of other things as the other."""
REPEATED = 0.95
"""How likely two statements make one claim, where one says in nearly the same words what the other says."""
_MOST_WORDS, _SAME_ORDER = 0.75, 0.85
"""From what share of words, and of them in the same order, one repeats the other. The weights do not tell that: in the
pairs that they are fitted on, which are made to be hard, alike words mean another claim."""
_LONGEST = 200
"""Words whose order is compared."""
FEWEST_WORDS = 5
"""Shorter contents ("the allegations") say too little to be compared."""
NEAR = 0.45
"""The cosine of two vectors from which statements are read together: most that are less near speak of other things."""
_FEWEST_SHARED = 2
"""Telling words that two statements have in common, where one repeats the other."""
_DECIMALS = 4
"""Of a cosine: further ones depend on the order of a sum."""
_MOST = 0.94
"""Below what repeats: meaning alone joins nothing without an analyst."""
_MONTH = re.compile(r"(?<=\s)May\b")
_NAME = re.compile(r"(?<![.!?“\"‘'] )(?<!^)(?<![“\"‘'])\b[A-Z]\w+")

SIGNS = (
    "shared",
    "of shorter",
    "words",
    "nearness",
    "nearer than words",
    "negated",
    "negated alike",
    "numbers differ",
    "numbers differ alike",
    "numbers shared",
    "ahead",
    "names shared",
    "names differ",
    "length",
    "read together",
)


@dataclass(frozen=True, slots=True)
class Said:
    """A content with what comparing needs of it."""

    order: tuple[str, ...]
    """Its words as they stand, but for numbers and the "that" before them."""
    words: frozenset[str]
    terms: Terms
    """Its telling words but for numbers."""
    numbers: frozenset[str]
    names: frozenset[str]
    negated: bool
    ahead: bool
    """Whether it speaks of what may be or will be."""


@lru_cache(maxsize=10_000)
def read(content: str) -> Said:
    """What comparing needs of a content."""
    words = folded_words(content)
    order = [word for word in words if not is_number(word)]
    if order[:1] == ["that"]:
        order = order[1:]
    return Said(
        tuple(order),
        frozenset(order),
        {term: weight for term, weight in telling([content]).items() if not is_number(term)},
        numbers_in(content),
        frozenset(stem(name) for name in _NAME.findall(content)),
        negated=sum(word in _NEGATIONS for word in words) % 2 == 1,
        ahead=not _AHEAD.isdisjoint(folded_words(_MONTH.sub("", content))),
    )


def contradict(one: Said, other: Said) -> bool:
    """Whether two contents cannot make one claim: most words are the same, but for a negation or for other numbers.

    In other words, "no coin of 50 will be struck" may well be "the half-krone goes".
    """
    return (one.negated != other.negated or _numbers_differ(one, other)) and _alike(one, other) >= _ONE_FRAME


def signs(one: Said, other: Said, nearness: float, together: float) -> tuple[float, ...]:
    """What speaks for or against one claim, in the order of ``SIGNS``.

    ``nearness`` is the cosine of their vectors, ``together`` what the matcher says, log-odds.
    """
    both = sum(one.terms[term] for term in one.terms.keys() & other.terms.keys())
    weights = sorted((sum(one.terms.values()), sum(other.terms.values())))
    words = _alike(one, other)
    return (
        both / ((sum(weights) - both) or 1),
        both / (weights[0] or 1),
        words,
        nearness,
        nearness - words,
        float(one.negated != other.negated),
        words * (one.negated != other.negated),
        float(_numbers_differ(one, other)),
        words * _numbers_differ(one, other),
        float(bool(one.numbers & other.numbers)),
        float(one.ahead != other.ahead),
        len(one.names & other.names) / (len(one.names | other.names) or 1),
        float(bool(one.names - other.names and other.names - one.names)),
        abs(len(one.words) - len(other.words)) / (len(one.words | other.words) or 1),
        together,
    )


def repeats(one: Said, other: Said) -> bool:
    """Whether one says in nearly the same words, in their order, what the other says, or only adds to it."""
    if len(one.terms.keys() & other.terms.keys()) < _FEWEST_SHARED or contradict(one, other):
        return False  # "we will do all that we can" is said of anything
    added = one.terms.keys() <= other.terms.keys() or other.terms.keys() <= one.terms.keys()
    if not added or one.ahead != other.ahead or _alike(one, other) < _MOST_WORDS:
        return False
    shorter, longer = sorted((one.order[:_LONGEST], other.order[:_LONGEST]))
    return SequenceMatcher(None, shorter, longer, autojunk=False).ratio() >= _SAME_ORDER


def _alike(one: Said, other: Said) -> float:
    return len(one.words & other.words) / (len(one.words | other.words) or 1)


def _numbers_differ(one: Said, other: Said) -> bool:
    """Whether each has a number that the other lacks."""
    return bool(one.numbers - other.numbers and other.numbers - one.numbers)


def likelihood(one: Said, other: Said, nearness: float, together: float) -> float:
    """How likely two contents make the same claim, between 0 and 1; see ``signs``. Order makes no difference."""
    if contradict(one, other):
        return 0.0
    return REPEATED if repeats(one, other) else _weighed(one, other, nearness, together)


def _weighed(one: Said, other: Said, nearness: float, together: float) -> float:
    """The same of what neither repeats nor contradicts."""
    weights = _weights()
    values = zip(SIGNS, signs(one, other, nearness, together), strict=True)
    likely = 1 / (1 + math.exp(-weights["bias"] - sum(weights[name] * value for name, value in values)))
    return min(likely, _MOST)


def suggested() -> float:
    """How likely, to be shown to an analyst."""
    return _weights()["suggested"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements (ids, the smaller first) that may make the same claim."""

    statement: str
    other: str
    one: Said = field(repr=False)
    """What one of them says; which makes no difference."""
    another: Said = field(repr=False)
    nearness: float
    repeats: bool
    """Whether that can be told without reading both."""


def candidates_between(
    voices: Sequence[Voice], others: Sequence[Voice], nearnesses: Sequence[Sequence[float]]
) -> list[Candidate]:
    """Which statements of one document may make the same claim as one of another's.

    Those that repeat each other, and those that are near, each the nearest to the other: a document says one thing
    seldom twice, and often much that is like it. ``nearnesses`` are the cosines of their vectors. It depends on these
    two documents alone, so neither the order in which documents arrive nor what else is stored makes a difference.
    """
    found = list(_possible(voices, others, nearnesses))
    of_rows, of_columns = (_nearest(found, side) for side in (0, 1))
    return [
        each for row, column, each in found if each.repeats or (of_rows[row] is each and of_columns[column] is each)
    ]


def _possible(
    voices: Sequence[Voice], others: Sequence[Voice], nearnesses: Sequence[Sequence[float]]
) -> Iterator[tuple[int, int, Candidate]]:
    """All that may be told apart only by reading, or repeat each other, with their numbers."""
    said, answering = [read(each.content) for each in voices], [read(each.content) for each in others]
    for row, own in enumerate(said):
        for column, other in enumerate(answering):
            if min(len(own.order), len(other.order)) < FEWEST_WORDS:
                continue
            nearness = round(nearnesses[row][column], _DECIMALS)
            repeated = repeats(own, other)
            if repeated or (nearness >= NEAR and not contradict(own, other)):
                first, second = sorted((voices[row].statement, others[column].statement))
                yield row, column, Candidate(first, second, own, other, nearness, repeated)


def _nearest(found: Sequence[tuple[int, int, Candidate]], side: int) -> dict[int, Candidate]:
    """Of each row (``side`` 0) or column (1) the nearest; of equals that with the smaller ids."""
    best: dict[int, Candidate] = {}
    for *numbers, each in found:
        known = best.get(numbers[side])
        if known is None or _order(each) < _order(known):
            best[numbers[side]] = each
    return best


def _order(candidate: Candidate) -> tuple[float, str, str]:
    return -candidate.nearness, candidate.statement, candidate.other


def matches_of(candidates: Sequence[Candidate], together: Sequence[float]) -> Iterator[Match]:
    """Those that are likely enough to be shown; ``together`` is what the matcher says of each, log-odds."""
    for each, score in zip(candidates, together, strict=True):
        likely = REPEATED if each.repeats else _weighed(each.one, each.another, each.nearness, score)
        if likely >= suggested():
            yield Match(each.statement, each.other, round(likely, 3))


@cache
def _weights() -> dict[str, float]:
    return tomllib.loads(files(__package__).joinpath("sameness.toml").read_text(encoding="utf-8"))
