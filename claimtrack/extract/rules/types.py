"""Statement, belief, intention or evidence: told by the cue, its frame and its source."""

from dataclasses import dataclass
from functools import cache

from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.lexicons import table, words
from claimtrack.extract.rules.frames import Candidate, Frame

__all__ = ["type_of"]


@dataclass(frozen=True, slots=True)
class _Types:
    """The lexicon ``types.toml`` as look-up tables."""

    cues: dict[str, AttributionType]
    frames: dict[str, AttributionType]
    of_documents: frozenset[str]
    documents: frozenset[str]


def type_of(candidate: Candidate) -> AttributionType:
    """The type of an attribution: its cue's, or else its frame's."""
    types = _load()
    if candidate.key in types.of_documents and _from_document(candidate, types.documents):
        return AttributionType.EVIDENCE
    frame, _, preposition = candidate.frame.partition(":")
    if preposition in words("types", "unspoken", "prepositions"):
        return types.frames[frame]
    if frame == Frame.TO and candidate.key in words("types", "intention", "with_infinitive"):
        return AttributionType.INTENTION
    return types.cues.get(candidate.key) or types.frames.get(frame, AttributionType.STATEMENT)


def _from_document(candidate: Candidate, documents: frozenset[str]) -> bool:
    if not candidate.source:
        return False
    start, end = candidate.source[0]
    return candidate.head.doc[start:end].root.lemma_.lower() in documents


@cache
def _load() -> _Types:
    cues = {
        cue: kind
        for kind in reversed(AttributionType)  # a cue in two lists is a statement first
        for cue in words("types", kind.value, "cues")
    }
    frames = table("types")["frames"]
    return _Types(
        cues,
        {frame: AttributionType(kind) for frame, kind in frames.items()},
        words("types", "evidence", "of_documents"),
        words("types", "documents"),
    )
