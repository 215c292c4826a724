"""How likely a candidate is an attribution: what the lexicon knows of cue and frame, and what stands around it.

A logistic model with readable parts. Its first term is the log-odds of the cue in its frame, smoothed towards what
cue and frame are in general (``cues.tsv``, ``frames.tsv``: counts); to it come the weights of the features of
``context.py`` (``context.tsv``). ``claimtrack.training.tables.cues`` makes the tables.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from claimtrack.extract.lexicons import rows
from claimtrack.extract.rules.context import features
from claimtrack.extract.rules.frames import Candidate
from claimtrack.extract.rules.quoted import QuotedRange

__all__ = ["Counts", "CueTable", "Judge", "load_judge", "log_odds"]

PRIOR = 6.0
"""How many sightings the expectation for a cue in a frame counts for."""
TO_ALL = 3.0
"""How many sightings the rate of all cues counts for in the rate of one."""
SHARE = 0.8
"""How much of a cue's own tendency carries over to its other frames."""
THRESHOLD = 0.4
"""Candidates less likely than this are dropped; ``claimtrack.training.check`` compares others."""
_LEAST, _MOST = 0.002, 0.998


@dataclass(slots=True)
class Counts:
    """How often something was a candidate, and how often this was right."""

    seen: float = 0
    right: float = 0

    def add(self, right: float, seen: float = 1) -> None:
        """Count sightings; negative numbers take them back."""
        self.seen += seen
        self.right += right


_NEVER = Counts()


class CueTable:
    """Counts by cue and frame, by cue, and by frame."""

    def __init__(self) -> None:
        self.pairs: dict[tuple[str, str], Counts] = {}
        self.keys: dict[str, Counts] = {}
        self.frames: dict[str, Counts] = {}

    def add(self, key: str, frame: str, right: float, seen: float = 1) -> None:
        """Count sightings of a cue in a frame."""
        self.pairs.setdefault((key, frame), Counts()).add(right, seen)
        self.keys.setdefault(key, Counts()).add(right, seen)
        self.frames.setdefault(frame, Counts()).add(right, seen)

    def rate(self, key: str, frame: str) -> float:
        """The smoothed share of right candidates, between 0.002 and 0.998.

        What is expected of a cue in a frame is the frame's rate, moved by how far the cue as a whole is from all cues.
        """
        expected = log_odds(self._of_frame(frame)) + SHARE * (log_odds(self._of_key(key)) - log_odds(self._overall))
        seen = self.pairs.get((key, frame), _NEVER)
        return _within((seen.right + PRIOR / (1 + math.exp(-expected))) / (seen.seen + PRIOR))

    def _of_frame(self, frame: str) -> float:
        seen = self.frames.get(frame, _NEVER)
        return _within((seen.right + 0.5) / (seen.seen + 5))

    def _of_key(self, key: str) -> float:
        seen = self.keys.get(key, _NEVER)
        return _within((seen.right + TO_ALL * self._overall) / (seen.seen + TO_ALL))

    @cached_property
    def _overall(self) -> float:
        seen = sum(counts.seen for counts in self.frames.values())
        return _within(sum(counts.right for counts in self.frames.values()) / max(seen, 1))


def _within(rate: float) -> float:
    return min(max(rate, _LEAST), _MOST)


def log_odds(rate: float) -> float:
    """ln(p / (1 - p))."""
    return math.log(rate / (1 - rate))


@dataclass(frozen=True)
class Judge:
    """The model: cue table, weights of features, weight of the cue's log-odds, bias; the threshold."""

    cues: CueTable
    weights: dict[str, float]
    threshold: float = THRESHOLD

    def probability(self, candidate: Candidate, quoted: Sequence[QuotedRange]) -> float:
        """How likely the candidate is an attribution, between 0 and 1."""
        return self.probability_of(candidate.key, candidate.frame, features(candidate, quoted))

    def probability_of(self, key: str, frame: str, names: Iterable[str]) -> float:
        """The same from the parts that the model looks at."""
        score = self.weights["bias"] + self.weights["cue"] * log_odds(self.cues.rate(key, frame))
        score += sum(self.weights.get(name, 0.0) for name in names)
        return 1 / (1 + math.exp(-score))


@cache
def load_judge() -> Judge:
    """The model that the package ships."""
    cues = CueTable()
    for key, frame, seen, right in rows("cues"):
        cues.add(key, frame, int(right), int(seen))
    for frame, seen, right in rows("frames"):
        cues.frames[frame] = Counts(int(seen), int(right))
    return Judge(cues, {name: float(weight) for name, weight in rows("context")})
