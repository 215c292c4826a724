"""Which cue a source or a piece of content belongs to: scores of pairs, and where the two stand to each other."""

from collections.abc import Sequence

import numpy as np

from claimtrack.model.labels import Chunk, Floats

__all__ = ["DISTANCES", "PARTS", "WIDTH", "distance", "pair_scores"]

WIDTH = 64
"""Numbers in each of a word's six link vectors: the queries of a cue for a source and for content, the keys of a
source's first and last word, the keys of a content's first and last word."""
PARTS = {False: (0, 2, 3), True: (1, 4, 5)}
"""Which of the six are query, first key and last key, of sources and of content."""
DISTANCES = 17
"""Buckets of distance: eight before the cue, nine behind it, the first of these for what overlaps it."""


def distance(cue: Chunk, chunk: Chunk) -> int:
    """The bucket of the words between a cue and a chunk; twice as far is one further."""
    if chunk.start < cue.start:
        return min((max(cue.start - chunk.end, 0) + 1).bit_length(), 8) - 1
    return 8 + (min((chunk.start - cue.end + 1).bit_length(), 8) if chunk.start >= cue.end else 0)


def pair_scores(
    vectors: Floats, bias: Floats, cues: Sequence[Chunk], chunks: Sequence[Chunk], *, content: bool
) -> Floats:
    """The score of each cue with each chunk ``[cues, chunks]``, all of one role.

    ``vectors`` are the link vectors of a window ``[words, 6 * WIDTH]``; ``bias`` is ``[2, DISTANCES]``.
    """
    query, first, last = PARTS[content]
    parts = vectors.reshape(len(vectors), 6, WIDTH)
    queries = parts[[cue.start for cue in cues], query]
    keys = parts[[c.start for c in chunks], first] + parts[[c.end - 1 for c in chunks], last]
    near = np.array([[distance(cue, chunk) for chunk in chunks] for cue in cues], dtype=np.int64)
    scores: Floats = queries @ keys.T / np.sqrt(WIDTH) + bias[int(content), near]
    return scores
