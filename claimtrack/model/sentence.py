"""The sentence encoder: texts as vectors, near each other where they mean much the same.

all-MiniLM-L6-v2 (Reimers & Gurevych 2019, https://doi.org/10.18653/v1/D19-1410) in 8 bits; its files lie in
``claimtrack/model/sentence_files``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from claimtrack.errors import ModelError
from claimtrack.model.checked import TOKENIZER, check_files, open_network, open_tokenizer, read_manifest
from claimtrack.model.labels import Floats
from claimtrack.model.threads import NetworkThreads
from claimtrack.model.windows import SEP

__all__ = ["NETWORK", "SENTENCE_FILES", "SENTENCE_FORMAT", "SentenceEncoder", "load_sentence_encoder"]

SENTENCE_FORMAT = 1
"""Raised whenever the files of an encoder mean something else than before."""
SENTENCE_FILES = Path(__file__).with_name("sentence_files")
NETWORK = "sentence.onnx"
MOST_PIECES = 128
"""As many as the encoder was trained on; what is longer is cut."""
_ADVICE = "install claimtrack again"


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
        """Vectors of length 1 ``[texts, width]``, in the order of the texts; an empty text's is one like others.

        Each text is computed alone: in 8 bits, its vector would depend on what else is in a batch.
        """
        vectors = np.zeros((len(texts), self.width), dtype=np.float32)
        pieces = (_cut(encoding.ids) for encoding in self.tokenizer.encode_batch(list(texts)))
        for number, vector in enumerate(self.threads.map(self._vector, pieces)):
            vectors[number] = vector
        return vectors

    def _vector(self, pieces: Sequence[int]) -> Floats:
        vector: Floats = self.session.run(None, {"pieces": np.array([pieces], dtype=np.int64)})[0][0]
        return vector


def load_sentence_encoder(folder: Path = SENTENCE_FILES) -> SentenceEncoder:
    """The encoder in a folder, read once a process; ModelError as ``read_sentence_encoder`` raises it."""
    return _loaded(folder)


@cache
def _loaded(folder: Path) -> SentenceEncoder:
    return read_sentence_encoder(folder)


def read_sentence_encoder(folder: Path) -> SentenceEncoder:
    """The encoder in a folder; ModelError where a file is missing, damaged or of another kind."""
    manifest = read_manifest(folder, SENTENCE_FORMAT, (NETWORK, TOKENIZER), _ADVICE)
    check_files(folder, manifest, _ADVICE)
    try:
        session = open_network(folder / NETWORK)
        encoder = SentenceEncoder(
            str(manifest["name"]), int(manifest["width"]), session, open_tokenizer(folder / TOKENIZER)
        )
        encoder.encode(["a text"])
    except Exception as error:  # the libraries raise classes of their own
        raise ModelError(f"the model in {folder} does not fit this claimtrack ({error}); {_ADVICE}") from error
    return encoder


def _cut(ids: Sequence[int]) -> list[int]:
    return list(ids) if len(ids) <= MOST_PIECES else [*ids[: MOST_PIECES - 1], SEP]
