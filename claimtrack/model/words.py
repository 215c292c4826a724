"""Paragraphs as the model reads them: words, their word pieces, and what an uncased tokenizer loses.

A word is what the tokenizer splits at white space and punctuation; labels are given to words. Each has a *shape* (its
capitals and digits) and a *mark* (whether it stands in quotation marks), since neither can be read off its pieces.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from claimtrack.domain.spans import Span
from claimtrack.model.passages import Quoted

__all__ = ["MARKS", "SHAPES", "Integers", "ParagraphWords", "read_words", "shape_of"]

Integers = npt.NDArray[np.int64]

SHAPES = ("lower", "title", "upper", "mixed", "digit", "other")
STOPS = frozenset(".!?…")
MARKS = ("outside", "double", "single", "mark")


@dataclass(frozen=True, slots=True)
class ParagraphWords:
    """A paragraph's words: offsets into the document, shapes, marks, and their pieces one after another."""

    spans: list[Span]
    shapes: list[int]
    marks: list[int]
    pieces: Integers
    """Vocabulary ids ``[pieces]``."""
    firsts: Integers
    """Number of each word's first piece ``[words]``."""
    stops: list[bool]
    """Whether each word is a mark that ends sentences."""

    def __len__(self) -> int:
        return len(self.spans)


def read_words(
    tokenizer: Tokenizer, text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]
) -> Iterator[ParagraphWords]:
    """The words of each paragraph; ``quoted`` are the quotations of the text in order."""
    position = 0
    for paragraph in paragraphs:
        while position < len(quoted) and quoted[position].outer.end <= paragraph.start:
            position += 1
        stop = position
        while stop < len(quoted) and quoted[stop].outer.start < paragraph.end:
            stop += 1
        encoding = tokenizer.encode(text[paragraph.start : paragraph.end], add_special_tokens=False)
        yield _paragraph(text, paragraph.start, encoding, quoted[position:stop])


def _paragraph(text: str, begin: int, encoding: Encoding, quoted: Sequence[Quoted]) -> ParagraphWords:
    numbers = np.asarray(encoding.word_ids, dtype=np.int64)
    firsts = np.flatnonzero(np.diff(numbers, prepend=-1))
    offsets = encoding.offsets
    ends = np.append(firsts, len(offsets))[1:]
    spans = [
        Span(begin + offsets[first][0], _with_accents(text, begin + offsets[end - 1][1]))
        for first, end in zip(firsts.tolist(), ends.tolist(), strict=False)
    ]
    return ParagraphWords(
        spans=spans,
        shapes=[shape_of(text[start:end]) for start, end in spans],
        marks=list(_marks(spans, quoted)),
        pieces=np.asarray(encoding.ids, dtype=np.int64),
        firsts=firsts,
        stops=[text[start:end] in STOPS for start, end in spans],
    )


def _with_accents(text: str, end: int) -> int:
    """The end of a word, moved behind the combining accents that the tokenizer strips off it."""
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end


def shape_of(word: str) -> int:
    """The index in ``SHAPES`` of a word's shape; accents and invisible characters do not count."""
    letters = "".join(filter(str.isalnum, word))
    if any(map(str.isdigit, letters)):
        return SHAPES.index("digit")
    if not letters:
        return SHAPES.index("other")
    if not any(map(str.isupper, letters)):
        return SHAPES.index("lower")
    if letters[0].isupper() and not any(map(str.isupper, letters[1:])):
        return SHAPES.index("title")
    return SHAPES.index("upper" if letters.isupper() else "mixed")


def _marks(spans: Sequence[Span], quoted: Sequence[Quoted]) -> Iterator[int]:
    position = 0
    for start, _ in spans:
        while position < len(quoted) and quoted[position].outer.end <= start:
            position += 1
        if position == len(quoted) or start < quoted[position].outer.start:
            yield MARKS.index("outside")
        elif not quoted[position].inner.start <= start < quoted[position].inner.end:
            yield MARKS.index("mark")
        else:
            yield MARKS.index("single" if quoted[position].single else "double")
