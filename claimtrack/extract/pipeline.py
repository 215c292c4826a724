"""The stages of extraction in their order: read this file first.

A span finder says which words are source, cue and content: the trained model's, or the rules'. The stages after it look
only at those spans and at the parse. Every stage is a function of the parsed document and the attributions so far, and
returns the same attributions with its own fields filled in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from threading import Lock
from typing import Protocol, TypeAlias

from spacy.language import Language

from claimtrack import __version__
from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import FinderName
from claimtrack.extract.batches import batched, one_ahead
from claimtrack.extract.certainty import find_hedges
from claimtrack.extract.confirmations import link_confirmations
from claimtrack.extract.dates import date_statements
from claimtrack.extract.denials import begin_weighing, link_denials
from claimtrack.extract.folding import fold_reports
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.quotes import quotations, speech_kind
from claimtrack.extract.reading import shipped_reader
from claimtrack.extract.rules.finder import RuleFinder
from claimtrack.extract.speakers import name_speakers
from claimtrack.extract.stance import find_speech_acts, judge_stances
from claimtrack.extract.topics import name_topics
from claimtrack.extract.trained import ModelFinder

__all__ = ["FIRST_STAGES", "LAST_STAGES", "Extractor", "SpanFinder", "Stage"]

ONE_AT_A_TIME = Lock()
"""Threads may share a pipeline, and the end of a memory zone frees what any of them has parsed."""

Find: TypeAlias = Callable[[Sequence[ParsedDocument]], list[list[Attribution]]]
Stage: TypeAlias = Callable[[ParsedDocument, Sequence[Attribution]], list[Attribution]]


class SpanFinder(Protocol):
    """Finds attributions: sets id, source, cue, content, type and confidence."""

    @property
    def name(self) -> str:
        """What extraction runs are recorded under."""
        ...

    def __call__(self, batch: Sequence[ParsedDocument]) -> list[list[Attribution]]:
        """The attributions of each document in the order of the text."""
        ...

    def begin(self, documents: Sequence[Document]) -> Find:
        """What gives the same of documents that are about to be parsed; what needs no parse is done meanwhile."""
        ...


def measure_kinds(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with their kind: how much of the content stands in quotation marks."""
    regions = quotations(parsed.text, (Span(paragraph.start, paragraph.end) for paragraph in parsed.paragraphs))
    return [replace(found, kind=speech_kind(parsed.text, found.content, regions)) for found in attributions]


FINDERS: Mapping[FinderName, Callable[[], SpanFinder]] = {FinderName.MODEL: ModelFinder, FinderName.RULES: RuleFinder}


FIRST_STAGES: tuple[Stage, ...] = (
    measure_kinds,
    find_speech_acts,
    name_speakers,
    fold_reports,
    date_statements,
    judge_stances,
)
"""What needs the parse alone. Then stances are weighed, which waits for the reader where there is one."""

LAST_STAGES: tuple[Stage, ...] = (link_denials, link_confirmations, find_hedges, name_topics)
"""What needs the stances."""


class Extractor:
    """Documents in, attributions out; pure: the same text gives the same result."""

    version = __version__

    def __init__(self, find: SpanFinder | FinderName = FinderName.MODEL, nlp: Language | None = None) -> None:
        self.find: SpanFinder = FINDERS[find]() if isinstance(find, FinderName) else find
        self.nlp = nlp or load_language()
        self._read = None if find is FinderName.RULES else shipped_reader()

    @property
    def name(self) -> str:
        """The span finder and the language pipeline: ``minilm-l6-1+core_web_sm-3.8.0``."""
        meta = self.nlp.meta
        return f"{self.find.name}+{meta['name']}-{meta['version']}"

    def annotate(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Attribution]]]:
        """Each document with its attributions, in the order given, at most two batches behind.

        Not to be called within a memory zone of the pipeline's, which would end with the first batch.
        """
        for batch, find in one_ahead((batch, self.find.begin(batch)) for batch in batched(documents)):
            with ONE_AT_A_TIME, self.nlp.memory_zone():  # or every word ever read would be kept
                found = list(self._staged(list(parse(batch, self.nlp)), find))
            yield from zip(batch, found, strict=True)

    def extract(self, batch: Sequence[ParsedDocument]) -> Iterator[list[Attribution]]:
        """The attributions of each parsed document, in the order of the text."""
        return self._staged(batch, self.find)

    def _staged(self, batch: Sequence[ParsedDocument], find: Find) -> Iterator[list[Attribution]]:
        first = (
            (parsed, _through(FIRST_STAGES, parsed, found)) for parsed, found in zip(batch, find(batch), strict=True)
        )
        begun = ((parsed, begin_weighing(parsed, attributions, self._read)) for parsed, attributions in first)
        for parsed, weighed in one_ahead(begun):
            yield _through(LAST_STAGES, parsed, weighed())


def _through(stages: Iterable[Stage], parsed: ParsedDocument, found: Sequence[Attribution]) -> list[Attribution]:
    attributions = list(found)
    for stage in stages:
        attributions = stage(parsed, attributions)
    return attributions
