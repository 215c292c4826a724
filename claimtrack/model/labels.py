"""The labels of words: begin, inside, end or single word of a source, a cue or a piece of content, or outside."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["LABELS", "OUTSIDE", "ROLES", "Chunk", "Floats", "allowed", "chunks_of", "labels_of"]

Floats: TypeAlias = npt.NDArray[np.float32]

ROLES = ("source", "cue", "content")
OUTSIDE = 0
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BIES"))
"""BIOES (Ratinov and Roth 2009): ``S`` marks a span of one word."""

_BEGIN, _INSIDE, _END, _SINGLE = range(4)


class Chunk(NamedTuple):
    """A stretch of words with one role: half-open word numbers."""

    role: int
    """Index in ``ROLES``."""
    start: int
    end: int


def labels_of(chunks: Iterable[Chunk], words: int) -> list[int]:
    """The label of each word; a chunk that overlaps one before it is left out."""
    labels = [OUTSIDE] * words
    for role, start, end in chunks:
        if any(labels[start:end]):
            continue
        first = 1 + 4 * role
        if end - start == 1:
            labels[start] = first + _SINGLE
            continue
        labels[start:end] = [first + _BEGIN, *[first + _INSIDE] * (end - start - 2), first + _END]
    return labels


def chunks_of(labels: Sequence[int]) -> Iterator[Chunk]:
    """The chunks that a well-formed sequence of labels stands for, in order."""
    start = 0
    for position, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        role, place = divmod(label - 1, 4)
        if place in {_BEGIN, _SINGLE}:
            start = position
        if place in {_END, _SINGLE}:
            yield Chunk(role, start, position + 1)


def allowed() -> npt.NDArray[np.bool_]:
    """Which label may follow which, ``[from, to]``; the last row is the start, the last column the end."""
    size = len(LABELS)
    table = np.zeros((size + 1, size + 1), dtype=np.bool_)
    for before in range(size + 1):
        open_role = _open_role(before)
        for after in range(size + 1):
            if open_role is None:
                table[before, after] = after in {OUTSIDE, size} or (after - 1) % 4 in {_BEGIN, _SINGLE}
            else:
                table[before, after] = after in {1 + 4 * open_role + _INSIDE, 1 + 4 * open_role + _END}
    return table


def _open_role(label: int) -> int | None:
    """The role that a label leaves open, so that the next word has to go on with it."""
    if label in {OUTSIDE, len(LABELS)}:
        return None
    role, place = divmod(label - 1, 4)
    return role if place in {_BEGIN, _INSIDE} else None
