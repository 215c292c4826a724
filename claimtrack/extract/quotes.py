"""Quotation marks: which characters of a text stand inside them.

Each paragraph is read by itself, so a missing or surplus mark costs no more than its paragraph. A quotation that is
not closed runs to the end of its paragraph; where the next paragraph opens with a mark, it is continued there, as
newspapers set a quotation of several paragraphs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import SpeechKind

__all__ = ["Quotation", "quotations", "quotations_of", "speech_kind"]

_DOUBLE = re.compile(r"''|``|(?<!\S)\"\"(?=\w)|(?<=\S)\"\"(?!\w)|[\"“”„‟«»]")
_OPENING = frozenset({"“", "„", "‟", "«", "``"})
_CLOSING = frozenset({"”", "»"})
_STRAIGHT = frozenset({'"', '""', "''"})
_SINGLE_OPEN = re.compile(
    r"(?:(?<=[\s(\[—–:])|^)['‘`](?=[\w$£€.…\[])(?!(?i:em|til|tis|twas|cause|cuz|bout|round|n|s|\d\d?s?)\b)"
)
_SINGLE_CLOSE = re.compile(r"(?<=\S)['’](?!\w)")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch of one paragraph, offsets into the document's text."""

    outer: Span
    """With its quotation marks."""
    inner: Span
    """Without them."""
    closed: bool
    """False where it runs to the end of the paragraph for want of a closing mark."""
    single: bool = False
    """Whether the marks are single ones."""


def quotations(text: str, paragraphs: Iterable[Span]) -> list[Quotation]:
    """All quotations of a text in order; nested ones belong to the one around them."""
    return [found for span in paragraphs for found in quotations_of(text, span)]


def quotations_of(text: str, paragraph: Span) -> list[Quotation]:
    """The quotations of one paragraph in order."""
    found: list[Quotation] = []
    opened: Span | None = None
    outside = paragraph.start
    for match in _DOUBLE.finditer(text, *paragraph):
        mark = Span(*match.span())
        if opened is None:
            if not _can_open(text, mark, paragraph):
                continue
            found.extend(_singles(text, Span(outside, mark.start)))
            opened = mark
        elif _looks_opening(text, mark, paragraph):
            found.append(_until(text, opened, mark.start))
            opened = mark
        else:
            found.append(Quotation(Span(opened.start, mark.end), Span(opened.end, mark.start), closed=True))
            opened, outside = None, mark.end
    if opened is None:
        found.extend(_singles(text, Span(outside, paragraph.end)))
    else:
        found.append(_until(text, opened, paragraph.end))
    return [quotation for quotation in found if quotation.inner.start < quotation.inner.end]


def speech_kind(text: str, content: Spans, regions: Sequence[Quotation]) -> SpeechKind:
    """Direct where all words of the content stand in quotation marks, indirect where none does, else mixed."""
    total = quoted = 0
    for span in content:
        near = [r.inner for r in regions if r.inner.start < span.end and span.start < r.inner.end]
        for word in _WORD.finditer(text, *span):
            total += 1
            quoted += any(inner.start <= word.start() < inner.end for inner in near)
    if not quoted:
        return SpeechKind.INDIRECT
    return SpeechKind.DIRECT if quoted == total else SpeechKind.MIXED


def _can_open(text: str, mark: Span, paragraph: Span) -> bool:
    symbol = text[mark.start : mark.end]
    before = text[mark.start - 1] if mark.start > paragraph.start else " "
    after = text[mark.end] if mark.end < paragraph.end else " "
    if symbol in _CLOSING:  # a closing mark opens only where its writer mixed them up
        return before.isspace() and not after.isspace()
    if symbol in _STRAIGHT and before.isdigit():
        return after.isalnum()  # else inches or seconds of arc
    return symbol in _OPENING or not after.isspace()


def _looks_opening(text: str, mark: Span, paragraph: Span) -> bool:
    """Whether a mark inside an open quotation opens another: the first one then lacks its closing mark."""
    before = text[mark.start - 1]
    after = text[mark.end] if mark.end < paragraph.end else " "
    if text[mark.start : mark.end] in _CLOSING or after.isspace():
        return False
    return before.isspace() and (after.isalnum() or after in "[($‘'…")


def _until(text: str, opened: Span, end: int) -> Quotation:
    while end > opened.end and text[end - 1].isspace():
        end -= 1
    return Quotation(Span(opened.start, end), Span(opened.end, end), closed=False)


def _singles(text: str, stretch: Span) -> Iterable[Quotation]:
    """Quotations in single marks; apostrophes are told from closing marks by the punctuation before them."""
    start = stretch.start
    while opened := _SINGLE_OPEN.search(text, start, stretch.end):
        following = _SINGLE_OPEN.search(text, opened.end(), stretch.end)
        limit = following.start() if following else stretch.end
        closings = [m.start() for m in _SINGLE_CLOSE.finditer(text, opened.end(), limit)]
        if not closings:
            start = opened.end()
            continue
        close = next((at for at in closings if text[at - 1] in ".,!?…;"), closings[0])
        yield Quotation(Span(opened.start(), close + 1), Span(opened.end(), close), closed=True, single=True)
        start = close + 1
