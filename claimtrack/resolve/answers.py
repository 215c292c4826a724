"""Which denials and confirmations answer statements of other documents.

A logistic model over what can be seen of two statements; its weights stand in ``answers.toml`` and are fitted by
``python -m claimtrack.training.answers``. Every pair is judged by itself, so neither the order in which documents
arrive nor what else is stored makes a difference.
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
from claimtrack.resolve.terms import Terms, key_terms, telling

__all__ = [
    "ANSWERING",
    "FEWEST_KEYS",
    "SIGNS",
    "WORTH",
    "Reading",
    "least",
    "likelihood",
    "may_answer",
    "read",
    "signs",
]

ANSWERING = frozenset({Stance.DENIES, Stance.CONFIRMS})
"""The stances that answer something."""
WORTH = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
"""The stances that put something forward, which others may answer."""
FEWEST_KEYS = 2
"""How many key terms two statements share, at least, to be compared."""
_LONGEST_AGO = 366
"""Days after which nobody answers any more."""
_NEGATIONS = frozenset(["no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "t"])

SIGNS = (
    "shared",
    "of answer",
    "of answered",
    "rarest",
    "accused",
    "accuser",
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
    """What it puts forward; for an answer, what that answers too."""
    parties: frozenset[str]
    """Its speakers and for whom they speak, by telling words."""
    sides: frozenset[str]
    """The same by whole names, countries under one: one side does not answer itself."""
    negated: bool

    @property
    def keys(self) -> list[str]:
        """The terms under which it is found as something that may be answered."""
        return key_terms(self.said)

    @property
    def answering_keys(self) -> list[str]:
        """The terms under which it is found as something that may answer."""
        return sorted({*self.keys, *self.parties})


def read(remark: Remark) -> Reading:
    """What comparing needs of a remark."""
    return Reading(
        remark,
        telling((remark.content, *remark.answered)),
        frozenset(telling(remark.parties)),
        frozenset(_side(name) for name in remark.parties),
        negated=not _NEGATIONS.isdisjoint(folded_words(remark.content)),
    )


def may_answer(answer: Reading, other: Reading) -> bool:
    """Whether it is worth asking how likely one answers the other."""
    return (
        answer.remark.stance in ANSWERING
        and other.remark.stance in WORTH
        and answer.remark.document != other.remark.document
        and answer.sides.isdisjoint(other.sides)
        and 0 <= _days(answer, other) <= _LONGEST_AGO
        and len({*answer.answering_keys}.intersection(other.keys)) >= FEWEST_KEYS
    )


def signs(answer: Reading, other: Reading) -> tuple[float, ...]:
    """What speaks for or against one answering the other, in the order of ``SIGNS``."""
    both = answer.said.keys() & other.said.keys()
    shared = sum(answer.said[term] for term in both)
    return (
        min(shared, 4) / 4,
        shared / (sum(answer.said.values()) or 1),
        shared / (sum(other.said.values()) or 1),
        max((answer.said[term] for term in both), default=0.0),
        float(not answer.parties.isdisjoint(other.said)),
        float(not other.parties.isdisjoint(answer.said)),
        float(_numbers_differ(answer.said, other.said)),
        float(answer.negated),
        float(other.negated),
        math.log1p(_days(answer, other)) / math.log1p(_LONGEST_AGO),
    )


def likelihood(answer: Reading, other: Reading) -> float:
    """How likely the first answers the second, between 0 and 1."""
    weights = _weights()
    values = zip(SIGNS, signs(answer, other), strict=True)
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


def _days(answer: Reading, other: Reading) -> int:
    """Days from one to the other; 0 where one of them has no date."""
    when, before = answer.remark.published, other.remark.published
    return (when - before).days if when and before else 0


def _numbers_differ(one: Terms, other: Terms) -> bool:
    numbers: Sequence[set[str]] = [{term for term in terms if term[0].isdigit()} for terms in (one, other)]
    return all(numbers) and numbers[0].isdisjoint(numbers[1])
