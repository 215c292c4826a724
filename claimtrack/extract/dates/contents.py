"""Where a document's attributed contents lie: a time inside one is what somebody said, not when."""

from collections.abc import Iterable

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span, overlap

__all__ = ["Contents"]


class Contents:
    """The content spans of all attributions of a document."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._spans = sorted({span for attribution in attributions for span in attribution.content})

    def touch(self, span: Span) -> bool:
        """Whether a span shares a character with any content."""
        return overlap([span], self._spans)

    def part(self, offset: int, place: int) -> bool:
        """Whether some content holds the one offset and not the other."""
        return any(start <= offset < end and not start <= place < end for start, end in self._spans)
