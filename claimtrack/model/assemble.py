"""From labels and links of a window to attributions: each cue with its source and its pieces of content."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.model.labels import ROLES, Chunk, Floats, chunks_of
from claimtrack.model.links import pair_scores

__all__ = ["TYPES", "Found", "Pairing", "assemble"]

TYPES = tuple(AttributionType)


@dataclass(frozen=True, slots=True)
class Pairing:
    """What the model says of pairs in one window."""

    vectors: Floats
    """Link vectors ``[words, 6 * WIDTH]``."""
    extras: Floats
    """Scores of each word as the first of a cue or of content ``[words, 2 + types]``: of having no source (a cue), of
    having no cue (content), of each type (a cue)."""
    bias: Floats
    """Scores of distances ``[2, DISTANCES]``."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in a window: chunks of words, and how sure the links are."""

    source: tuple[Chunk, ...]
    cue: tuple[Chunk, ...]
    content: tuple[Chunk, ...]
    type: AttributionType
    source_share: float
    """How likely this source (or none) is among all, given the cue."""
    cue_share: float
    """How likely this cue is among all, given the content: the least of its pieces."""

    def spans(self, words: Sequence[Span]) -> tuple[Spans, Spans, Spans]:
        """Offsets of source, cue and content in the document."""
        return _spans(self.source, words), _spans(self.cue, words), _spans(self.content, words)


def _spans(chunks: Sequence[Chunk], words: Sequence[Span]) -> Spans:
    return tuple(Span(words[chunk.start].start, words[chunk.end - 1].end) for chunk in chunks)


def assemble(labels: Sequence[int], pairing: Pairing) -> list[Found]:
    """The attributions of a window in the order of their cues; a cue without content makes none, nor the reverse."""
    chunks: dict[str, list[Chunk]] = {role: [] for role in ROLES}
    for chunk in chunks_of(labels):
        chunks[ROLES[chunk.role]].append(chunk)
    cues, contents = chunks["cue"], chunks["content"]
    if not cues or not contents:
        return []
    chosen, source_shares = _sources(cues, chunks["source"], pairing)
    owners, cue_shares = _owners(cues, contents, pairing)
    found = []
    for number, cue in enumerate(cues):
        mine = [index for index, owner in enumerate(owners) if owner == number]
        if mine:
            share = min(cue_shares[index] for index in mine)
            kind = TYPES[int(pairing.extras[cue.start, 2:].argmax())]
            found.append(
                Found(chosen[number], (cue,), tuple(contents[i] for i in mine), kind, source_shares[number], share)
            )
    return found


def _sources(
    cues: Sequence[Chunk], sources: Sequence[Chunk], pairing: Pairing
) -> tuple[list[tuple[Chunk, ...]], list[float]]:
    """The likeliest source of each cue, none being one of the choices, and its share."""
    scores = pairing.extras[[cue.start for cue in cues], :1]
    if sources:
        pairs = pair_scores(pairing.vectors, pairing.bias, cues, sources, content=False)
        scores = np.concatenate([scores, pairs], axis=1)
    shares = _softmax(scores, axis=1)
    best = shares.argmax(axis=1).tolist()
    return [(sources[index - 1],) if index else () for index in best], shares.max(axis=1).tolist()


def _owners(cues: Sequence[Chunk], contents: Sequence[Chunk], pairing: Pairing) -> tuple[list[int], list[float]]:
    """The number of the cue that each piece of content belongs to, and its share; the last number stands for none."""
    scores = pair_scores(pairing.vectors, pairing.bias, cues, contents, content=True)
    cueless = pairing.extras[[chunk.start for chunk in contents], 1]
    shares = _softmax(np.concatenate([scores, cueless[None, :]]), axis=0)
    return shares.argmax(axis=0).tolist(), shares.max(axis=0).tolist()


def _softmax(scores: Floats, axis: int) -> Floats:
    weights = np.exp(scores - scores.max(axis=axis, keepdims=True))
    shares: Floats = weights / weights.sum(axis=axis, keepdims=True)
    return shares
