"""The matcher: whether two statements make the same claim, and whether a statement is about a subject.

all-MiniLM-L6-v2 taught to tell both, in 8 bits; its files lie in ``claimtrack/model/matcher_files``. It reads two texts
at once (a cross-encoder, Humeau et al. 2020, https://openreview.net/forum?id=SkxgnnNFvH), so that it sees what one has
in another place than the other, and what of a statement bears on a subject; vectors, which are made of each alone, only
tell that they speak of like things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.model.checked import Once, opened
from claimtrack.model.sentence import pieces_amid, pieces_of
from claimtrack.model.threads import NetworkThreads

__all__ = [
    "ABOUT",
    "MATCHER_FILES",
    "MATCHER_FORMAT",
    "NETWORK",
    "SAME",
    "Matcher",
    "load_matcher",
    "pieces_about",
    "pieces_of_pair",
    "read_matcher",
]

MATCHER_FORMAT = 2
"""Raised whenever the files of a matcher mean something else than before."""
MATCHER_FILES = Path(__file__).with_name("matcher_files")
NETWORK = "matcher.onnx"
MOST_PIECES = 62
"""How many pieces are read of each statement of two amid its text."""
MOST_ABOUT = 72
"""How many of a statement beside a subject."""
SAME, ABOUT = 0, 1
"""The places, in what the network says, of whether two statements are the same, and whether one is about a subject."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A matcher ready to run."""

    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    threads: NetworkThreads = field(default_factory=NetworkThreads, repr=False)

    def same(self, pairs: Sequence[tuple[Placed, Placed]]) -> list[float]:
        """Of each pair the log-odds that both make the same claim; which of the two comes first makes no difference.

        Each pair is computed alone: in 8 bits, its score would depend on what else is in a batch.
        """
        read = (pieces_of_pair(self.tokenizer, *pair) for pair in pairs)
        return [scores[SAME] for scores in self.threads.map(self.scores, read)]

    def about(self, subject: str, statements: Sequence[Placed]) -> list[float]:
        """Of each statement the log-odds that it is about the subject, each computed alone.

        They hold among statements that seem to be: from such it has learnt.
        """
        read = (pieces_about(self.tokenizer, subject, each) for each in statements)
        return [scores[ABOUT] for scores in self.threads.map(self.scores, read)]

    def scores(self, pieces: Sequence[int]) -> list[float]:
        """What the network says of one pair's pieces."""
        said: list[float] = self.session.run(None, {"pieces": np.array([pieces], dtype=np.int64)})[0][0].tolist()
        return said


def load_matcher(folder: Path = MATCHER_FILES) -> Matcher:
    """The matcher in a folder, read once a process; ModelError as ``read_matcher`` raises it."""
    return _loaded(folder)


def read_matcher(folder: Path) -> Matcher:
    """The matcher in a folder; ModelError where a file is missing, damaged or of another kind."""
    return opened(folder, MATCHER_FORMAT, NETWORK, _made)


_loaded = Once(read_matcher)


def _made(manifest: Mapping[str, Any], session: InferenceSession, tokenizer: Tokenizer) -> Matcher:
    matcher = Matcher(str(manifest["name"]), session, tokenizer)
    matcher.about("weather", [Placed("it is wet", (Span(0, 9),))])
    return matcher


def pieces_of_pair(tokenizer: Tokenizer, one: Placed, other: Placed) -> list[int]:
    """What the network reads of two statements: vocabulary ids, marks among them."""
    both = sorted(each._replace(lead="") for each in (one, other))
    first, second = (pieces_amid(tokenizer, each, MOST_PIECES) for each in both)
    return [*first, *second[1:]]


def pieces_about(tokenizer: Tokenizer, subject: str, statement: Placed) -> list[int]:
    """What it reads of a subject and a statement; there are marks in the statement only."""
    return [*pieces_of(tokenizer, subject), *pieces_amid(tokenizer, statement, MOST_ABOUT)[1:]]
