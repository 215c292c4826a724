"""The claim matcher: two statements, each amid its text, and whether they make the same claim.

all-MiniLM-L6-v2 taught to tell that, in 8 bits; its files lie in ``claimtrack/model/matcher_files``. It reads both at
once (a cross-encoder, Humeau et al. 2020, https://openreview.net/forum?id=SkxgnnNFvH), so that it sees what one has in
another place than the other; vectors, which are made of each alone, only tell that they speak of the same things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.model.checked import opened
from claimtrack.model.sentence import pieces_amid
from claimtrack.model.threads import NetworkThreads

__all__ = [
    "MATCHER_FILES",
    "MATCHER_FORMAT",
    "NETWORK",
    "ClaimMatcher",
    "load_claim_matcher",
    "pieces_of_pair",
    "read_claim_matcher",
]

MATCHER_FORMAT = 1
"""Raised whenever the files of a matcher mean something else than before."""
MATCHER_FILES = Path(__file__).with_name("matcher_files")
NETWORK = "matcher.onnx"
MOST_PIECES = 62
"""How many pieces are read of each statement amid its text."""


@dataclass(frozen=True, slots=True)
class ClaimMatcher:
    """A matcher ready to run."""

    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    threads: NetworkThreads = field(default_factory=NetworkThreads, repr=False)

    def read(self, pairs: Sequence[tuple[Placed, Placed]]) -> list[float]:
        """Of each pair the log-odds that both make the same claim; which of the two comes first makes no difference.

        Each pair is computed alone: in 8 bits, its score would depend on what else is in a batch.
        """
        return list(self.threads.map(self.score, (pieces_of_pair(self.tokenizer, *pair) for pair in pairs)))

    def score(self, pieces: Sequence[int]) -> float:
        """The same of one pair's pieces."""
        return float(self.session.run(None, {"pieces": np.array([pieces], dtype=np.int64)})[0][0])


def load_claim_matcher(folder: Path = MATCHER_FILES) -> ClaimMatcher:
    """The matcher in a folder, read once a process; ModelError as ``read_claim_matcher`` raises it."""
    return _loaded(folder)


@cache
def _loaded(folder: Path) -> ClaimMatcher:
    return read_claim_matcher(folder)


def read_claim_matcher(folder: Path) -> ClaimMatcher:
    """The matcher in a folder; ModelError where a file is missing, damaged or of another kind."""
    return opened(folder, MATCHER_FORMAT, NETWORK, _made)


def _made(manifest: Mapping[str, Any], session: InferenceSession, tokenizer: Tokenizer) -> ClaimMatcher:
    matcher = ClaimMatcher(str(manifest["name"]), session, tokenizer)
    matcher.read([(Placed("it is wet", (Span(0, 9),)), Placed("it is dry", (Span(0, 9),)))])
    return matcher


def pieces_of_pair(tokenizer: Tokenizer, one: Placed, other: Placed) -> list[int]:
    """What the network reads of two statements: vocabulary ids, marks among them."""
    first, second = (pieces_amid(tokenizer, each, MOST_PIECES) for each in sorted((one, other)))
    return [*first, *second[1:]]
