"""Quotations that go on: after "she said", in the same paragraph and in the paragraphs that follow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimtrack.domain.spans import Span, Spans
from claimtrack.extract.parsed import Paragraph, ParsedDocument
from claimtrack.extract.quotes import Quotation
from claimtrack.extract.rules.frames import Candidate
from claimtrack.extract.rules.unclosed import is_continued

__all__ = ["Draft", "continue_quotations"]

_SENTENCE_ENDS = frozenset(".!?…:\"”’'")


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making: the candidate and its spans in the document."""

    candidate: Candidate
    paragraph: int
    source: Spans
    cue: Spans
    content: Spans


def continue_quotations(
    parsed: ParsedDocument, drafts: Sequence[Draft], regions: Sequence[Sequence[Quotation]]
) -> list[Draft]:
    """The drafts, each with the quotations that continue its own and have no cue of their own.

    A quotation continues the one before it where it begins a sentence of the same paragraph, or where it is all of
    a following paragraph.
    """
    out = list(drafts)
    last: int | None = None
    for paragraph in parsed.paragraphs:
        here = [i for i, draft in enumerate(out) if draft.paragraph == paragraph.index]
        whole = _is_all_quoted(parsed, paragraph, regions[paragraph.index])
        current = last if whole else None
        for region in regions[paragraph.index]:
            owner = _owner(out, here, region)
            if owner is not None:
                current = owner
            elif current is not None and (whole or _begins_sentence(parsed.text, paragraph.start, region)):
                out[current] = _extended(out[current], region.outer)
        last = current if regions[paragraph.index] else None
    return out


def _owner(drafts: Sequence[Draft], here: Sequence[int], region: Quotation) -> int | None:
    """The draft whose content holds most of the quotation, its cue standing outside it."""
    best, most = None, 0
    for index in here:
        draft = drafts[index]
        if any(region.inner.start <= cue.start < region.inner.end for cue in draft.cue):
            continue
        shared = sum(
            max(0, min(piece.end, region.outer.end) - max(piece.start, region.outer.start)) for piece in draft.content
        )
        if shared > most:
            best, most = index, shared
    return best


def _is_all_quoted(parsed: ParsedDocument, paragraph: Paragraph, regions: Sequence[Quotation]) -> bool:
    """Whether no word stands outside quotations; a stray mark at the head of a paragraph does not make it so."""
    if not regions or not (regions[-1].closed or is_continued(parsed, paragraph)):
        return False
    text = parsed.text
    rest = text[paragraph.start : regions[0].outer.start] + text[regions[-1].outer.end : paragraph.end]
    between = "".join(text[a.outer.end : b.outer.start] for a, b in pairwise(regions))
    return not any(char.isalnum() for char in rest + between)


def _begins_sentence(text: str, start: int, region: Quotation) -> bool:
    before = text[start : region.outer.start].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS


def _extended(draft: Draft, piece: Span) -> Draft:
    return replace(draft, content=tuple(sorted({*draft.content, piece})))
