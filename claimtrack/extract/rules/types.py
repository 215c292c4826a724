"""Statement, belief, intention or evidence: told by the cue, its frame and its source."""

from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.rules.frames import Candidate

__all__ = ["type_of"]


def type_of(candidate: Candidate) -> AttributionType:
    """The type of an attribution."""
    return AttributionType.STATEMENT
