"""Speech acts that were taken for beliefs: "rejects this", "would not be drawn", "the statement read: “…”".

The model's corpus calls some of these beliefs; a denial, a refusal and words quoted in full are said by somebody.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import AttributionType, SpeechKind, Stance
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.stance.stage import stance_of

__all__ = ["find_speech_acts"]

_UNSPOKEN = frozenset({AttributionType.BELIEF, AttributionType.INTENTION})


def find_speech_acts(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; those that only speech can make are statements. Needs kinds."""
    return [
        replace(found, type=AttributionType.STATEMENT)
        if found.type in _UNSPOKEN and _is_spoken(parsed, found)
        else found
        for found in attributions
    ]


def _is_spoken(parsed: ParsedDocument, found: Attribution) -> bool:
    if not found.source:
        return False
    quoted = found.type is AttributionType.BELIEF and found.kind is SpeechKind.DIRECT
    return quoted or stance_of(parsed, found) is not Stance.ASSERTS
