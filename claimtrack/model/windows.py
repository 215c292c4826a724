"""Windows: as many paragraphs of a document as the model reads at once.

A window begins with ``[CLS]``, and every paragraph ends with ``[SEP]``. A paragraph goes into one window whole; one
that is longer than a window is cut, after the end of a sentence where there is one in its last half.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from claimtrack.domain.spans import Span
from claimtrack.model.words import MARKS, SHAPES, Integers, ParagraphWords

__all__ = ["CLS", "PAD", "PIECES", "SEP", "Window", "cut_long", "pack", "windows_of"]

PAD, CLS, SEP = 0, 101, 102
"""Vocabulary ids of BERT's uncased vocabulary."""
PIECES = 256
"""Pieces in a window, special ones included."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the model reads at once: arrays over pieces, and the words that labels are given to."""

    pieces: Integers
    shapes: Integers
    marks: Integers
    firsts: Integers
    """Number of each word's first piece ``[words]``."""
    spans: list[Span]
    """Offsets of the words in the document's text."""


def windows_of(paragraphs: Iterable[ParagraphWords], size: int = PIECES) -> list[Window]:
    """The windows of a document, each with as many whole paragraphs as ``size`` pieces hold."""
    return [join(group) for group in pack(cut_long(paragraphs, size), size)]


def cut_long(paragraphs: Iterable[ParagraphWords], size: int) -> Iterator[ParagraphWords]:
    """The paragraphs, those that a window cannot hold in parts that it can."""
    for paragraph in paragraphs:
        rest = paragraph
        while len(rest.pieces) + 2 > size and len(rest) > 1:
            at = _cut(rest, size - 2)
            yield _part(rest, 0, at)
            rest = _part(rest, at, len(rest))
        if len(rest):
            yield rest


def _cut(paragraph: ParagraphWords, size: int) -> int:
    """Before which word to cut so that ``size`` pieces are not passed: at least one word is kept on each side."""
    ends = np.append(paragraph.firsts[1:], len(paragraph.pieces))
    most = min(max(int(np.searchsorted(ends, size, side="right")), 1), len(paragraph) - 1)
    for at in range(most, most // 2, -1):
        if _begins_sentence(paragraph, at):
            return at
    return most


def _begins_sentence(paragraph: ParagraphWords, at: int) -> bool:
    """Whether a word is no small one and stands behind a space and a full stop, or a quotation mark behind one."""
    before = at - 1
    if paragraph.marks[before] == MARKS.index("mark") and before > 0 and not paragraph.stops[before]:
        before -= 1
    apart = paragraph.spans[at - 1].end < paragraph.spans[at].start
    return apart and paragraph.stops[before] and paragraph.shapes[at] != SHAPES.index("lower")


def _part(paragraph: ParagraphWords, first: int, last: int) -> ParagraphWords:
    begin = int(paragraph.firsts[first])
    end = int(paragraph.firsts[last]) if last < len(paragraph) else len(paragraph.pieces)
    return ParagraphWords(
        spans=paragraph.spans[first:last],
        shapes=paragraph.shapes[first:last],
        marks=paragraph.marks[first:last],
        pieces=paragraph.pieces[begin:end],
        firsts=paragraph.firsts[first:last] - begin,
        stops=paragraph.stops[first:last],
    )


def pack(paragraphs: Iterable[ParagraphWords], size: int) -> Iterator[list[ParagraphWords]]:
    """Neighboring paragraphs in groups, each as large as ``size`` allows."""
    group: list[ParagraphWords] = []
    used = 1
    for paragraph in paragraphs:
        needed = len(paragraph.pieces) + 1
        if group and used + needed > size:
            yield group
            group, used = [], 1
        group.append(paragraph)
        used += needed
    if group:
        yield group


def join(paragraphs: Sequence[ParagraphWords]) -> Window:
    """One window of the paragraphs."""
    total = 1 + sum(len(paragraph.pieces) + 1 for paragraph in paragraphs)
    pieces = np.full(total, SEP, dtype=np.int64)
    pieces[0] = CLS
    shapes = np.full(total, SHAPES.index("other"), dtype=np.int64)
    marks = np.zeros(total, dtype=np.int64)
    firsts = []
    at = 1
    for paragraph in paragraphs:
        end = at + len(paragraph.pieces)
        lengths = np.diff(paragraph.firsts, append=len(paragraph.pieces))
        pieces[at:end] = paragraph.pieces
        shapes[at:end] = np.repeat(np.asarray(paragraph.shapes, dtype=np.int64), lengths)
        marks[at:end] = np.repeat(np.asarray(paragraph.marks, dtype=np.int64), lengths)
        firsts.append(paragraph.firsts + at)
        at = end + 1
    spans = [span for paragraph in paragraphs for span in paragraph.spans]
    return Window(pieces, shapes, marks, np.concatenate(firsts), spans)
