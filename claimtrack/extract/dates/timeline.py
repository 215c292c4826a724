"""All times that a document mentions, found once a paragraph and resolved in the order of the text."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.expressions import TimeExpression, find_times
from claimtrack.extract.dates.periods import Period, clip
from claimtrack.extract.dates.resolve import resolve
from claimtrack.extract.parsed import Paragraph, ParsedDocument

__all__ = ["Mention", "Timeline"]

MARGIN = 60
"""Characters around a sentence in which a time may still be its own: the parser ends some too early."""
REACH = 2
"""Paragraphs back that "a day earlier" may count from."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression of a paragraph and the days it names, as far as they are not after publication."""

    paragraph: int
    expression: TimeExpression
    """Offsets count from the start of the paragraph."""
    period: Period | None
    """None where the days cannot be told, or lie ahead."""


class Timeline:
    """The mentions of a document, by paragraph."""

    def __init__(self, parsed: ParsedDocument, anchor: date | None) -> None:
        self._mentions: list[list[Mention]] = []
        reference: Mention | None = None
        latest_day: Mention | None = None
        for paragraph in parsed.paragraphs:
            mentions: list[Mention] = []
            for expression in find_times(_text(parsed, paragraph)):
                counted = latest_day if expression.of_day else reference
                near = counted is not None and paragraph.index - counted.paragraph <= REACH
                said = resolve(expression, anchor, counted.period if counted and near else None)
                mention = Mention(paragraph.index, expression, clip(said, anchor) if said else None)
                if (
                    mention.period
                    and mention.period.granularity is not Granularity.UNKNOWN
                    and not expression.goes_back
                ):
                    reference = mention
                if mention.period and mention.period.granularity is Granularity.DAY:
                    latest_day = mention
                mentions.append(mention)
            self._mentions.append(mentions)
        self._starts = [[mention.expression.span.start for mention in mentions] for mentions in self._mentions]

    def mentions(self, paragraph: int) -> Sequence[Mention]:
        """The mentions of a paragraph, in their order."""
        return self._mentions[paragraph]

    def near(self, paragraph: Paragraph, place: Span) -> Sequence[Mention]:
        """The mentions of the sentences that a place of a paragraph touches, and of a few words around them."""
        tokens = paragraph.tokens([Span(max(place.start, paragraph.start), min(place.end, paragraph.end))])
        if not tokens:
            return ()
        first, last = tokens[0].sent.start_char - MARGIN, tokens[-1].sent.end_char + MARGIN
        begin, end = (bisect.bisect_left(self._starts[paragraph.index], offset) for offset in (first, last))
        return self._mentions[paragraph.index][begin:end]

    def between(self, parsed: ParsedDocument, start: int, end: int) -> list[tuple[Span, Mention]]:
        """The mentions that lie between two offsets of the document, with their spans in it."""
        if start >= end:
            return []
        found = []
        first, last = parsed.paragraph_at(start).index, parsed.paragraph_at(end - 1).index
        for paragraph in parsed.paragraphs[first : last + 1]:
            for mention in self._mentions[paragraph.index]:
                left, right = mention.expression.span
                span = Span(paragraph.start + left, paragraph.start + right)
                if start <= span.start and span.end <= end:
                    found.append((span, mention))
        return found


def _text(parsed: ParsedDocument, paragraph: Paragraph) -> str:
    """The paragraph's text, cut from the document: ``Doc.text`` joins all tokens anew."""
    if not len(paragraph.doc):
        return ""
    last = paragraph.doc[-1]
    return parsed.text[paragraph.start : paragraph.start + last.idx + len(last)]
