"""Vectors for made documents without encoding each text: that of its wording, with noise that its text alone decides.

A wording is the beginning of a text after its cue, without names and numbers; the real encoder reads each once. The
noise stands for the names and numbers: the vector of a text and that of its wording have a cosine of 0.9.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span, cut
from claimtrack.model.sentence import SentenceEncoder, load_sentence_encoder

_NOISE = 0.5
_WORDS = 9
_NAMES = re.compile(r"[A-Z]\w*(?: (?:of |the )*[A-Z]\w*)*")
_NUMBERS = re.compile(r"\d+")


class WordingEncoder:
    """Stands where the sentence encoder stands."""

    def __init__(self) -> None:
        self._encoder: SentenceEncoder = load_sentence_encoder()
        self._known: dict[str, NDArray[np.float32]] = {}

    @property
    def name(self) -> str:
        """The real encoder's: its vectors of questions are compared with these."""
        return self._encoder.name

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The real vectors of subjects."""
        return self._encoder.encode(texts)

    def encode_statements(self, statements: Sequence[Placed]) -> NDArray[np.float32]:
        """Vectors of length 1, one a statement."""
        vectors = [self._encoded(cut(text, own)) for text, own, *_ in statements]
        return np.array(vectors, dtype=np.float32).reshape(len(vectors), -1)

    def _encoded(self, text: str) -> NDArray[np.float32]:
        wording = _wording(text)
        if wording not in self._known:
            self._known[wording] = self._encoder.encode_statements([Placed(wording, (Span(0, len(wording)),))])[0]
        noise = np.random.default_rng(crc32(text.encode())).standard_normal(self._encoder.width)
        vector = self._known[wording] + _NOISE * noise / np.linalg.norm(noise)
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


@contextmanager
def encoding_by_wording() -> Iterator[None]:
    """Meanwhile what is stored gets such vectors."""
    encoder = WordingEncoder()
    with patch("claimtrack.workflows.embedding.encoder_or_none", lambda: encoder):
        yield


@contextmanager
def nothing_read_together() -> Iterator[None]:
    """Meanwhile the matcher reads nothing: with what it would say of made statements nothing is measured."""
    with patch("claimtrack.workflows.matching.matcher_or_none", lambda: None):
        yield


def _wording(text: str) -> str:
    content = text.rpartition(" that ")[2]
    masked = _NUMBERS.sub("some", _NAMES.sub("there", content))
    return " ".join(masked.split()[:_WORDS])
