"""Texts read by the real pipeline: what it attributes, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.spans import cut
from claimtrack.domain.vocabulary import FinderName
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.pipeline import Extractor
from claimtrack.extract.rules.finder import RuleFinder

PUBLISHED = date(2024, 6, 18)


@dataclass(frozen=True)
class Found:
    """An attribution with the words of its spans, pieces joined by ``…``."""

    attribution: Attribution
    source: str
    cue: str
    content: str

    @property
    def speakers(self) -> list[str]:
        """The names of its speakers."""
        return [speaker.name for speaker in self.attribution.speakers]


@cache
def extractor() -> Extractor:
    """One extractor for all tests of stages: the rules' spans of short sentences are known in advance."""
    return Extractor(FinderName.RULES)


@cache
def parsed(text: str) -> ParsedDocument:
    """A text of a Tuesday, 18 June 2024, parsed."""
    (document,) = parse([Document("text", text, published=PUBLISHED)], load_language())
    return document


def found_in(text: str) -> list[Found]:
    """What the whole pipeline finds in a text."""
    return list(in_words(text, next(extractor().extract([parsed(text)]))))


def spans_in(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of what the span finder finds in a text."""
    return [(each.source, each.cue, each.content) for each in in_words(text, RuleFinder().find(parsed(text)))]


def in_words(text: str, attributions: Sequence[Attribution]) -> Iterator[Found]:
    """Attributions with the words of their spans."""
    for each in attributions:
        yield Found(each, *(cut(text, spans) for spans in (each.source, each.cue, each.content)))
