"""Stand-ins for the model's parts: a tokenizer of few words, labels by name, links by score."""

from collections.abc import Mapping
from functools import cache

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.model.assemble import TYPES, Pairing
from claimtrack.model.labels import LABELS, Floats, allowed
from claimtrack.model.links import DISTANCES, WIDTH
from claimtrack.model.words import ParagraphWords, read_words

VOCABULARY = ("[PAD]", "[UNK]", "mara", "keller", "vogel", "jose", "hak", "said", "toll", "##s", "##gate", "fell", ".")
"""Every other word is one unknown piece."""

_VECTORS = {False: (0, 2), True: (1, 4)}
"""Numbers of the link vectors of a cue and of a chunk's first word, for sources and for contents."""


@cache
def tokenizer() -> Tokenizer:
    """The kind of tokenizer that the model comes with, on the vocabulary above."""
    made = Tokenizer(WordPiece({word: number for number, word in enumerate(VOCABULARY)}, unk_token="[UNK]"))  # noqa: S106
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def lines(text: str) -> list[Span]:
    """The lines of a text, as paragraphs."""
    found: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    return found


def read(text: str) -> list[ParagraphWords]:
    """The words of each line of a text without quotations."""
    return list(read_words(tokenizer(), text, lines(text), []))


def labels(names: str) -> list[int]:
    """Labels by their names, parted by spaces."""
    return [LABELS.index(name) for name in names.split()]


def moves() -> Floats:
    """A transition table that knows nothing but what is forbidden."""
    return np.where(allowed(), 0, -1e4).astype(np.float32)


def pairing(
    words: int,
    *,
    sources: Mapping[tuple[int, int], float] | None = None,
    contents: Mapping[tuple[int, int], float] | None = None,
    sourceless: Mapping[int, float] | None = None,
    cueless: Mapping[int, float] | None = None,
    types: Mapping[int, AttributionType] | None = None,
) -> Pairing:
    """What the model says of pairs: scores by the first words of cue and chunk, zero where none is given.

    ``sourceless`` are scores of cues of having no source, ``cueless`` of contents of having no cue (out of the question
    where none is given), ``types`` the likeliest type of cues.
    """
    vectors = np.zeros((words, 6, WIDTH), dtype=np.float32)
    for content, scores in ((False, sources or {}), (True, contents or {})):
        query, key = _VECTORS[content]
        for (cue, chunk), score in scores.items():
            vectors[cue, query, cue] = np.sqrt(WIDTH)
            vectors[chunk, key, cue] = score
    extras = np.zeros((words, 2 + len(TYPES)), dtype=np.float32)
    extras[:, 1] = -50
    for column, given in enumerate((sourceless or {}, cueless or {})):
        for word, score in given.items():
            extras[word, column] = score
    for cue, kind in (types or {}).items():
        extras[cue, 2 + TYPES.index(kind)] = 1
    return Pairing(vectors.reshape(words, 6 * WIDTH), extras, np.zeros((2, DISTANCES), dtype=np.float32))
