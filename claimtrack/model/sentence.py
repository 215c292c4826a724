"""The sentence encoder: statements and subjects as vectors, near each other where one is about the other.

all-MiniLM-L6-v2 (Reimers & Gurevych 2019, https://doi.org/10.18653/v1/D19-1410), taught subjects of news, in 8 bits;
its files lie in ``claimtrack/model/sentence_files``. A statement is read amid its text, with marks where its own words
begin and end (entity markers, Baldini Soares et al. 2019, https://doi.org/10.18653/v1/P19-1279), behind what this text
begins with, which tells its story; its vector is the mean of what the network says of its own words alone (late
chunking, Günther et al. 2024, https://doi.org/10.48550/arXiv.2409.04701).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.model.checked import Once, opened
from claimtrack.model.labels import Floats
from claimtrack.model.threads import NetworkThreads
from claimtrack.model.windows import CLS, SEP

__all__ = [
    "NETWORK",
    "OWN",
    "SENTENCE_FILES",
    "SENTENCE_FORMAT",
    "SentenceEncoder",
    "load_sentence_encoder",
    "pieces_amid",
    "pieces_of",
    "read_sentence_encoder",
]

SENTENCE_FORMAT = 3
"""Raised whenever the files of an encoder mean something else than before."""
SENTENCE_FILES = Path(__file__).with_name("sentence_files")
NETWORK = "sentence.onnx"
MOST_PIECES = 112
"""How many pieces are read of a subject, or of a statement amid its text."""
OWN = 1
"""The vocabulary id, which no text has, of the mark where a statement's own words begin; where they end stands the next
number."""
CONTEXT, BEHIND = 40, 16
"""How many pieces are read of what answers a statement, and of what stands behind it."""
LEAD = 40
"""How many pieces of what its text begins with are read before it."""


@dataclass(frozen=True, slots=True)
class SentenceEncoder:
    """An encoder ready to run."""

    name: str
    """What it is stored under beside its vectors: those of another encoder cannot be compared with them."""
    width: int
    session: InferenceSession
    tokenizer: Tokenizer
    threads: NetworkThreads = field(default_factory=NetworkThreads, repr=False)

    def encode(self, texts: Sequence[str]) -> Floats:
        """Vectors of length 1 ``[texts, width]`` of subjects, in their order; an empty text's is one like others.

        Each text is computed alone: in 8 bits, its vector would depend on what else is in a batch.
        """
        return self._vectors(len(texts), (pieces_of(self.tokenizer, text) for text in texts))

    def encode_statements(self, statements: Sequence[Placed]) -> Floats:
        """The same ``[statements, width]`` of statements amid their texts."""
        return self._vectors(len(statements), (pieces_amid(self.tokenizer, each) for each in statements))

    def _vectors(self, count: int, pieces: Iterable[Sequence[int]]) -> Floats:
        vectors = np.zeros((count, self.width), dtype=np.float32)
        for number, vector in enumerate(self.threads.map(self._vector, pieces)):
            vectors[number] = vector
        return vectors

    def _vector(self, pieces: Sequence[int]) -> Floats:
        vector: Floats = self.session.run(None, {"pieces": np.array([pieces], dtype=np.int64)})[0][0]
        return vector


def load_sentence_encoder(folder: Path = SENTENCE_FILES) -> SentenceEncoder:
    """The encoder in a folder, read once a process; ModelError as ``read_sentence_encoder`` raises it."""
    return _loaded(folder)


def read_sentence_encoder(folder: Path) -> SentenceEncoder:
    """The encoder in a folder; ModelError where a file is missing, damaged or of another kind."""
    return opened(folder, SENTENCE_FORMAT, NETWORK, _made)


_loaded = Once(read_sentence_encoder)


def _made(manifest: Mapping[str, Any], session: InferenceSession, tokenizer: Tokenizer) -> SentenceEncoder:
    encoder = SentenceEncoder(str(manifest["name"]), int(manifest["width"]), session, tokenizer)
    encoder.encode_statements([Placed("she said no", (Span(9, 11),))])
    return encoder


def pieces_of(tokenizer: Tokenizer, text: str) -> list[int]:
    """What the network reads of a subject: at most ``MOST_PIECES`` vocabulary ids."""
    ids = list(tokenizer.encode(text).ids)
    return ids if len(ids) <= MOST_PIECES else [*ids[: MOST_PIECES - 1], SEP]


def pieces_amid(tokenizer: Tokenizer, statement: Placed, most: int = MOST_PIECES) -> list[int]:
    """What it reads of a statement: ids, marks among them, ``most`` and those of what its text begins with.

    What is before is cut sooner than its own words.
    """

    def ids(text: str) -> list[int]:
        return list(tokenizer.encode(text, add_special_tokens=False).ids)

    text, own, contexts, begin = statement
    first, last = own[0].start, own[-1].end
    told: list[int] = []
    at = first
    for start, end in own:
        told += [*ids(text[at:start]), OWN, *ids(text[start:end]), OWN + 1]
        at = end
    for context in contexts:
        told += [OWN, *ids(context)[:CONTEXT], OWN + 1]
    told = _closed(told[: most - 2])
    behind = ids(text[last:])[: min(BEHIND, most - 2 - len(told))]
    before = ids(text[:first])
    room = most - 2 - len(told) - len(behind)
    lead = ids(begin)[:LEAD]
    return [CLS, *lead, *([SEP] if lead else ()), *before[max(len(before) - room, 0) :], *told, *behind, SEP]


def _closed(pieces: list[int]) -> list[int]:
    """The pieces with the mark that cutting took from their end, where one is open."""
    if pieces.count(OWN) == pieces.count(OWN + 1):
        return pieces
    return pieces[:-1] if pieces[-1] == OWN else [*pieces[:-1], OWN + 1]
