"""How likely a denial or confirmation answers a statement of another document.

A logistic model over what can be seen of the two and their documents; its weights stand in ``answers.toml`` and are
fitted by ``python -m claimtrack.training.tables.answers``.
"""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimtrack.domain.claims import Remark
from claimtrack.domain.places import place_of
from claimtrack.domain.vocabulary import Stance
from claimtrack.domain.words import folded_words, name_words
from claimtrack.resolve.terms import Terms, stem, telling

__all__ = ["LONGEST_AGO", "SIGNS", "Reading", "closest", "least", "likelihood", "may_answer", "read", "signs"]

_ANSWERING = frozenset({Stance.DENIES, Stance.CONFIRMS})
_PUT_FORWARD = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
LONGEST_AGO = 366
"""Days after which nobody answers any more."""
_NEGATIONS = frozenset(["no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "t"])
_ACCUSING = frozenset(stem(word) for word in ("accuse", "allege", "allegation", "blame", "charge", "claim", "suspect"))
_POINTING = frozenset(
    stem(word) for word in ("accusation", "allegation", "charge", "claim", "report", "story", "rumor")
)

SIGNS = (
    "near",
    "shared",
    "of answer",
    "of answered",
    "rarest",
    "closest",
    "accused",
    "accuser",
    "accuses",
    "points",
    "points to closest",
    "confirms",
    "confirms closest",
    "numbers differ",
    "answer negated",
    "answered negated",
    "days",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A remark with what comparing needs of it."""

    remark: Remark
    said: Terms
    """What it puts forward; for an answer, what that answers in its own document too."""
    parties: frozenset[str]
    """Its speakers and for whom they speak, by telling words."""
    sides: frozenset[str]
    """The same by whole names, countries under one: one side does not answer itself."""
    negated: bool
    accuses: bool
    points: bool
    """Whether it names what it answers by a word such as "allegations"."""


def read(remark: Remark) -> Reading:
    """What comparing needs of a remark."""
    words = folded_words(remark.content)
    stems = {stem(word) for word in words}
    return Reading(
        remark,
        telling((remark.content, *remark.answered)),
        frozenset(telling(remark.parties)),
        frozenset(_side(name) for name in remark.parties),
        negated=not _NEGATIONS.isdisjoint(words),
        accuses=not _ACCUSING.isdisjoint(stem(word) for word in folded_words(remark.cue)),
        points=not _POINTING.isdisjoint(stems),
    )


def may_answer(answer: Reading, other: Reading) -> bool:
    """Whether it is worth asking how likely one answers the other."""
    return (
        answer.remark.stance in _ANSWERING
        and other.remark.stance in _PUT_FORWARD
        and answer.remark.document != other.remark.document
        and answer.sides.isdisjoint(other.sides)
        and 0 <= _days(answer, other) <= LONGEST_AGO
    )


def closest(answer: Reading, others: Sequence[Reading]) -> float:
    """The most weight that the words of an answer share with those of any statement of one document."""
    return max((_shared(answer, other) for other in others), default=0.0)


def signs(answer: Reading, other: Reading, near: float, best: float) -> tuple[float, ...]:
    """What speaks for or against one answering the other, in the order of ``SIGNS``.

    ``near`` is how much their documents have in common, ``best`` what ``closest`` says of the other's document.
    """
    both = answer.said.keys() & other.said.keys()
    shared = _shared(answer, other)
    is_closest = 0 < shared == best
    confirms = answer.remark.stance is Stance.CONFIRMS
    return (
        min(near, 0.5) * 2,
        min(shared, 3) / 3,
        shared / (sum(answer.said.values()) or 1),
        shared / (sum(other.said.values()) or 1),
        max((answer.said[term] for term in both), default=0.0),
        float(is_closest),
        float(not answer.parties.isdisjoint(other.said)),
        float(not other.parties.isdisjoint(answer.said)),
        float(other.accuses),
        float(answer.points),
        float(answer.points and is_closest),
        float(confirms),
        float(confirms and is_closest),
        float(_numbers_differ(answer.said, other.said)),
        float(answer.negated),
        float(other.negated),
        math.log1p(_days(answer, other)) / math.log1p(LONGEST_AGO),
    )


def likelihood(answer: Reading, other: Reading, near: float, best: float) -> float:
    """How likely the first answers the second, between 0 and 1; see ``signs``."""
    weights = _weights()
    values = zip(SIGNS, signs(answer, other, near, best), strict=True)
    return 1 / (1 + math.exp(-weights["bias"] - sum(weights[name] * value for name, value in values)))


def least() -> float:
    """How likely an answer has to be to count as one."""
    return _weights()["least"]


@cache
def _weights() -> dict[str, float]:
    return tomllib.loads(files(__package__).joinpath("answers.toml").read_text(encoding="utf-8"))


def _side(name: str) -> str:
    place = place_of(name)
    return place.country if place is not None and place.country else " ".join(name_words(name))


def _shared(answer: Reading, other: Reading) -> float:
    return sum(answer.said[term] for term in answer.said.keys() & other.said.keys())


def _days(answer: Reading, other: Reading) -> int:
    """Days from one to the other; 0 where one of them has no date."""
    when, before = answer.remark.published, other.remark.published
    return (when - before).days if when and before else 0


def _numbers_differ(one: Terms, other: Terms) -> bool:
    numbers: Sequence[set[str]] = [{term for term in terms if term[0].isdigit()} for terms in (one, other)]
    return all(numbers) and numbers[0].isdisjoint(numbers[1])
