"""Where a document's attributed contents lie: a time inside one is what somebody said, not when."""

import bisect
from collections.abc import Iterable, Sequence

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span

__all__ = ["Contents"]


class Contents:
    """The content spans of all attributions of a document."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._spans = sorted({span for attribution in attributions for span in attribution.content})
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def touch(self, span: Span) -> bool:
        """Whether a span shares a character with any content."""
        return any(begin < span.end and span.start < end for begin, end in self._around(span.start, span.end))

    def part(self, offset: int, place: int) -> bool:
        """Whether some content holds the one offset and not the other."""
        return any(
            start <= offset < end and not start <= place < end for start, end in self._around(offset, offset + 1)
        )

    def _around(self, start: int, end: int) -> Sequence[Span]:
        """The spans that may touch those characters: none is longer than the longest."""
        first = bisect.bisect_left(self._spans, (start - self._longest,))
        return self._spans[first : bisect.bisect_left(self._spans, (end,))]
