"""What rules add to the attributions that the model found.

The model reads attributions as its corpus has them: none inside another, and denials of a few words seldom. Rules add
what they are sure of and whose cue the model has no use for; what tells a denial, a confirmation or a refusal by itself
may also stand in a source ("Keller, who denied it, said …") or behind a content that runs on into it.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from claimtrack.domain.spans import Span, Spans, cut, hull, overlap
from claimtrack.extract.rules.continuation import Draft

__all__ = ["SURE", "complemented"]

SURE = 0.75
"""How sure rules have to be: below 0.7, what they add is more often wrong than right on PolNeAR's development part."""
_BEGINS = re.compile(r"[.;!?…][”\"’')\]]*\s*$")
"""What stands before a new sentence."""
_JOINS = re.compile(r",?\s+(?:and|but|yet)\s*$")
"""What stands before a second verb of the same subject."""
_BARE = frozenset({"which", "that", "what"})


def complemented(text: str, found: Sequence[Draft], by_rule: Sequence[Draft]) -> list[Draft]:
    """The drafts found, contents that run on cut short, with those by rule that belong beside them."""
    told = [draft for draft in by_rule if draft.told and draft.cue]
    kept = [draft for draft in found if not _is_bare(text, draft, told)]
    cues = sorted(span for draft in kept for span in draft.cue)
    used = sorted([*cues, *(span for draft in kept for span in draft.source)])
    added = [draft for draft in by_rule if not draft.told and draft.confidence >= SURE and _is_free(draft.cue, used)]
    for draft in told:
        if not _is_free(draft.cue, cues):
            continue
        around = next((other for other in kept if _holds(other, draft.cue[0].start)), None)
        if around is None:
            added.append(draft)
            continue
        parted = _parted(text, around, draft)
        if parted is not None:
            kept[kept.index(around)] = parted[0]
            added.append(parted[1])
    return [*kept, *added]


def _is_bare(text: str, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether the content is only "which", and rules know what that is."""
    only = len(draft.content) == 1 and cut(text, draft.content).lower() in _BARE
    return only and any(overlap(draft.cue, other.cue) for other in told)


def _holds(draft: Draft, place: int) -> bool:
    return any(piece.start <= place < piece.end for piece in draft.content)


def _parted(text: str, around: Draft, told: Draft) -> tuple[Draft, Draft] | None:
    """A statement and the denial that its content runs on into; None where the denial is part of what is said."""
    start = hull([*told.source, *told.cue]).start
    if _holds(around, start) and _BEGINS.search(text, around.content[0].start, start):
        shorter = _shortened(text, around, start)
        return (shorter, told) if shorter.content else None
    joined = _JOINS.search(text, around.content[0].start, told.cue[0].start)
    if joined is None or not around.source:
        return None
    shorter = _shortened(text, around, joined.start())
    return (shorter, replace(told, source=around.source)) if shorter.content else None


def _shortened(text: str, draft: Draft, end: int) -> Draft:
    """The draft with what of its content stands before a place."""
    pieces = [Span(piece.start, min(piece.end, end)) for piece in draft.content if piece.start < end]
    trimmed = (Span(start, start + len(text[start:stop].rstrip(" .;"))) for start, stop in pieces)
    return replace(draft, content=tuple(piece for piece in trimmed if piece.start < piece.end))


def _is_free(cue: Spans, used: Sequence[Span]) -> bool:
    """Whether no word of a cue is one that the model has used; what it used is in order, and apart or equal."""
    for start, end in cue:
        before = bisect.bisect_left(used, (end,)) - 1
        if before >= 0 and used[before].end > start:
            return False
    return True
