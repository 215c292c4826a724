"""Quotations that go on: after "she said", in the same paragraph and in the paragraphs that follow."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.keys import statement_key
from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.parsed import Paragraph, ParsedDocument
from claimtrack.extract.quotes import Quotation
from claimtrack.extract.rules.introduced import INTRODUCED, LeadUp
from claimtrack.extract.rules.quoted import is_speech, quoted_ranges
from claimtrack.extract.rules.unclosed import is_continued

__all__ = ["Draft", "attributions", "continue_quotations"]

_SENTENCE_ENDS = frozenset(".!?…:\"”’'")


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making: its spans in the document, and the paragraph of its cue."""

    paragraph: int
    source: Spans
    cue: Spans
    content: Spans
    type: AttributionType
    confidence: float
    told: bool = False
    """Whether it was found by a verb or idiom that tells what it does by itself."""


def attributions(document: str, drafts: Sequence[Draft]) -> list[Attribution]:
    """The drafts that have a content, with ids that count from the document's key, in the order of the text."""
    found = [
        Attribution(
            id=statement_key(document, draft.source, draft.cue, draft.content),
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            type=draft.type,
            confidence=round(draft.confidence, 3),
        )
        for draft in drafts
        if draft.content
    ]
    return sorted(found, key=lambda each: (each.content[0], each.cue))


def continue_quotations(
    parsed: ParsedDocument, drafts: Sequence[Draft], regions: Sequence[Sequence[Quotation]]
) -> list[Draft]:
    """The drafts, each with the quotations that continue its own and have no cue of their own.

    A quotation continues the one before it where it begins a sentence of the same paragraph, or where it is all of
    a following paragraph. One that a sentence leads up to goes on with what that sentence attributes, or else, in a
    draft without a cue, is the words of the person whom it is about.
    """
    out = list(drafts)
    of_paragraph = _by_paragraph(parsed, drafts)
    last: int | None = None
    for paragraph in parsed.paragraphs:
        here = of_paragraph[paragraph.index]
        found = regions[paragraph.index]
        whole = _is_all_quoted(parsed, paragraph, found)
        current = last if whole else None
        if whole and current is None and paragraph.index:
            before = parsed.paragraphs[paragraph.index - 1]
            lead_up = _lead_up(before, regions[before.index], before.end)
            current = _led_up_to(out, lead_up, of_paragraph[before.index], paragraph.index)
        for region in found:
            owner = _owner(out, here, region)
            if owner is not None:
                current = owner
            elif whole or _begins_sentence(parsed.text, paragraph.start, region):
                if not whole and is_speech(paragraph, quoted_ranges(paragraph, [region])[0]):
                    lead_up = _lead_up(paragraph, found, region.outer.start)
                    led_up_to = _led_up_to(out, lead_up, here, paragraph.index)
                    current = current if led_up_to is None else led_up_to
                if current is not None:
                    out[current] = _extended(out[current], region.outer)
        last = current if found else None
    return out


def _by_paragraph(parsed: ParsedDocument, drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """The drafts whose cue stands in each paragraph, or a piece of whose content begins there."""
    found: dict[int, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        pieces = {parsed.paragraph_at(piece.start).index for piece in draft.content}
        for paragraph in {draft.paragraph, *pieces}:
            found[paragraph].append(index)
    return found


def _lead_up(paragraph: Paragraph, regions: Sequence[Quotation], end: int) -> LeadUp:
    start = max([paragraph.start, *(region.outer.end for region in regions if region.outer.end <= end)])
    return LeadUp(paragraph, Span(start, end))


def _led_up_to(out: list[Draft], lead_up: LeadUp, beside: Sequence[int], paragraph: int) -> int | None:
    """The index of the draft that a quotation after the words belongs to, made where none ``beside`` them fits."""
    sentence = lead_up.sentence
    if sentence is None:
        return None
    for index in beside:
        draft = out[index]
        if draft.source and draft.cue and sentence.start <= draft.cue[0].start < sentence.end:
            return index
    introduced = lead_up.introduces()
    if introduced is None:
        return None
    out.append(Draft(paragraph, (introduced,), (), (), AttributionType.STATEMENT, INTRODUCED))
    return len(out) - 1


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
