"""A linear-chain CRF over the labels of words: the best sequence, and how likely each label is (numpy, in batches).

Lafferty, McCallum and Pereira 2001. Scores are those of the network's emissions and of the transition table, in which
a sequence that stands for no chunks cannot come up.
"""

import numpy as np

from claimtrack.model.labels import Floats
from claimtrack.model.words import Integers

__all__ = ["best_labels", "marginals"]


def best_labels(emissions: Floats, lengths: Integers, transitions: Floats) -> list[list[int]]:
    """The likeliest labels of each sequence (Viterbi).

    ``emissions`` is ``[batch, words, labels]``, ``lengths`` the words of each sequence, ``transitions`` the scores
    ``[labels + 1, labels + 1]`` from one label to the next, the last row from the start, the last column to the end.
    """
    batch, words, labels = emissions.shape
    step = transitions[:labels, :labels]
    back = np.zeros((batch, words, labels), dtype=np.int8)
    score = emissions[:, 0] + transitions[labels, :labels]
    ended = np.zeros((batch, labels), dtype=np.float32)
    for word in range(words):
        if word:
            paths = score[:, :, None] + step
            back[:, word] = paths.argmax(axis=1)
            score = paths.max(axis=1) + emissions[:, word]
        last = lengths == word + 1
        ended[last] = score[last]
    current = (ended + transitions[:labels, labels]).argmax(axis=1)
    found = np.zeros((batch, words), dtype=np.int64)
    for word in range(words - 1, -1, -1):
        inside = word < lengths
        found[inside, word] = current[inside]
        current = np.where(inside, back[np.arange(batch), word, current], current)
    return [row[:length].tolist() for row, length in zip(found, lengths.tolist(), strict=True)]


def marginals(emissions: Floats, lengths: Integers, transitions: Floats) -> Floats:
    """How likely each label of each word is ``[batch, words, labels]`` (forward-backward); padding is zero."""
    batch, words, labels = emissions.shape
    move = np.exp(transitions[:labels, :labels])
    level = emissions - emissions.max(axis=2, keepdims=True)
    local = np.exp(level.astype(np.float64))  # 32 bits are too few where the scores are far apart
    forward = np.zeros_like(local)
    backward = np.zeros_like(local)
    for word in range(words):
        came = (
            _through(forward[:, word - 1], move)
            if word
            else np.broadcast_to(np.exp(transitions[labels, :labels]), (batch, labels))
        )
        forward[:, word] = _normal(came * local[:, word])
    end = np.exp(transitions[:labels, labels])
    for word in range(words - 1, -1, -1):
        follows = (
            _through(backward[:, word + 1] * local[:, word + 1], move.T)
            if word + 1 < words
            else np.ones((batch, labels))
        )
        last = (word + 1 >= lengths)[:, None]
        backward[:, word] = _normal(np.where(last, end, follows))
    inside = np.arange(words)[None, :] < lengths[:, None]
    both = forward * backward
    return np.where(inside[:, :, None], _normal(both, axis=2), 0).astype(np.float32)


def _through(weights: Floats, move: Floats) -> Floats:
    """The product, each row's computed as it would be alone: a library's depends on how many there are."""
    product: Floats = (weights[:, :, None] * move).sum(axis=1)
    return product


def _normal(weights: Floats, axis: int = 1) -> Floats:
    total = weights.sum(axis=axis, keepdims=True)
    normal: Floats = weights / np.maximum(total, np.float32(1e-30))
    return normal
