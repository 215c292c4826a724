"""A statement's vector mixed with those of its document: what is said beside it and in all of it tells the story.

Passages are found better where their document counts too (Callan 1994, https://doi.org/10.1007/978-1-4471-2099-5_31).
The sentence encoder learns with its vectors mixed so.
"""

from collections.abc import Sequence

import numpy as np

from claimtrack.model.labels import Floats
from claimtrack.model.vectors import pack, unpack

__all__ = ["mixed", "mixed_by_article", "mixed_packed", "shares"]

BESIDE, WHOLE = 0.3, 0.6
"""What the mean of the statements before and behind counts for, and that of the whole document, beside 1 of its own."""


def mixed_packed(vectors: Sequence[bytes]) -> list[bytes]:
    """The same as ``mixed`` of packed vectors."""
    return [pack(each) for each in mixed(np.stack([unpack(each) for each in vectors]))] if vectors else []


def mixed(vectors: Floats) -> Floats:
    """The vectors ``[statements, width]`` of all statements of one document, in the order of its text, mixed."""
    if len(vectors) < 2:
        return vectors
    beside, near = np.zeros_like(vectors), np.full((len(vectors), 1), 2, dtype=np.float32)
    beside[1:] += vectors[:-1]
    beside[:-1] += vectors[1:]
    near[[0, -1]] = 1
    every = vectors + BESIDE * beside / near + WHOLE * vectors.mean(axis=0)
    found: Floats = every / np.float32(1 + BESIDE + WHOLE)
    return found


def mixed_by_article(vectors: Floats, sizes: Sequence[int]) -> Floats:
    """The same of several documents, one after the other, with so many statements each."""
    ends = np.cumsum(sizes)
    return np.concatenate([mixed(vectors[end - size : end]) for end, size in zip(ends, sizes, strict=True)])


def shares(count: int) -> Floats:
    """What each vector (row) gets of all vectors ``[count, count]`` of a document: 1 altogether."""
    return mixed(np.eye(count, dtype=np.float32))
