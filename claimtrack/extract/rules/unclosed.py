"""Quotations that lack their closing mark where the cue comes after them: “The visit was short, he said."""

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.domain.spans import Span
from claimtrack.extract.parsed import Paragraph, ParsedDocument
from claimtrack.extract.quotes import Quotation, quotations_of
from claimtrack.extract.rules.frames import Candidate, Frame, Range

__all__ = ["close_at", "is_continued"]

_ENDS = frozenset({Frame.CLAUSE, Frame.INSERTED})


def is_continued(parsed: ParsedDocument, paragraph: Paragraph) -> bool:
    """Whether the next paragraph begins with a quotation, so that no closing mark is missed."""
    following = parsed.paragraphs[paragraph.index + 1 : paragraph.index + 2]
    return any(
        first.outer.start == after.start
        for after in following
        for first in quotations_of(parsed.text, Span(after.start, after.end))[:1]
    )


def close_at(paragraph: Paragraph, opened: Quotation, where: Range, found: Sequence[Candidate]) -> Quotation:
    """The unclosed quotation, ended where the content of a cue ends that would follow it if its mark were no mark.

    ``where`` are the quotation's tokens, ``found`` the likely candidates of a reading without it.
    """
    for candidate in found:
        first, last = candidate.content[0][0], candidate.content[-1][1]
        before_cue = where[0] <= first <= where[0] + 1 and last <= candidate.head.i
        if before_cue and candidate.frame in _ENDS and candidate.source:
            end = paragraph.start + paragraph.doc[last - 1].idx + len(paragraph.doc[last - 1])
            return replace(opened, outer=Span(opened.outer.start, end), inner=Span(opened.inner.start, end))
    return opened
