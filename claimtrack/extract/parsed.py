"""A document with its paragraphs parsed: what every stage of extraction looks words up in."""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span, Spans

__all__ = ["Paragraph", "ParsedDocument", "paragraph_spans"]

_PARAGRAPH = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_LONGEST = 20_000
_BREAK = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=\S)|\s+")


def paragraph_spans(text: str) -> Iterator[Span]:
    """The paragraphs of a text: its lines, white space at both ends left out, blank ones skipped.

    A line of more than 20,000 characters is cut at white space, so that no paragraph outgrows the parser.
    """
    for line in _PARAGRAPH.finditer(text):
        start, end = _stripped(text, line.start(), line.end())
        while end - start > _LONGEST:
            cut = _cut_before(text, start, start + _LONGEST)
            yield Span(*_stripped(text, start, cut))
            start, end = _stripped(text, cut, end)
        if start < end:
            yield Span(start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut_before(text: str, start: int, limit: int) -> int:
    """The last sentence end before the limit, else the last white space, else the limit."""
    sentence = space = None
    for match in _BREAK.finditer(text, start + 1, limit):
        if text[match.start()].isspace() and text[match.start() - 1] not in ".!?…":
            space = match.start()
        else:
            sentence = match.start()
    cut = sentence or space or limit
    return cut if cut > start else limit


@dataclass(frozen=True)
class Paragraph:
    """One parsed paragraph and where it begins in the document's text."""

    index: int
    start: int
    doc: Doc

    @property
    def end(self) -> int:
        """Where the paragraph ends in the document's text."""
        last = self.doc[-1]
        return self.start + last.idx + len(last)

    @cached_property
    def token_starts(self) -> list[int]:
        """Offset of each token in the document's text."""
        return [self.start + offset for offset in self.doc.to_array("IDX").tolist()]

    def span(self, first: Token, last: Token) -> Span:
        """The document's characters from one token to another, both included."""
        return Span(self.start + first.idx, self.start + last.idx + len(last))

    def tokens(self, spans: Iterable[Span]) -> list[Token]:
        """The tokens of this paragraph that the spans touch, in order."""
        found: list[Token] = []
        for start, end in spans:
            first = max(bisect.bisect_right(self.token_starts, start) - 1, 0)
            last = bisect.bisect_left(self.token_starts, end)
            touched = self._words[first:last]
            beyond = touched[:1] and self.token_starts[first] + len(touched[0]) <= start
            found += touched[1:] if beyond else touched
        return found

    @cached_property
    def _words(self) -> tuple[Token, ...]:
        return tuple(self.doc)


@dataclass(frozen=True)
class ParsedDocument:
    """A document and its paragraphs, in the order of the text."""

    document: Document
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The document's text, which all offsets count."""
        return self.document.text

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds a character (the one before it, for white space between paragraphs)."""
        return self.paragraphs[max(bisect.bisect_right(self._starts, offset) - 1, 0)]

    def paragraphs_of(self, span: Span) -> tuple[Paragraph, ...]:
        """The paragraphs that a span touches."""
        return self.paragraphs[self.paragraph_at(span.start).index : self.paragraph_at(span.end - 1).index + 1]

    def tokens(self, spans: Spans) -> list[Token]:
        """The tokens that the spans touch, across paragraphs, in order."""
        return [token for span in spans for each in self.paragraphs_of(span) for token in each.tokens([span])]
