"""Finding attributions with the trained model, and with rules what it lacks.

``added`` says what rules add to the model's attributions; quotations that nobody seems to say go to whoever spoke
before.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span, Spans
from claimtrack.errors import ModelError
from claimtrack.extract.added import complemented
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument, paragraph_spans
from claimtrack.extract.quotes import quotations
from claimtrack.extract.rules.continuation import Draft, attributions, continue_quotations
from claimtrack.extract.rules.finder import RuleFinder
from claimtrack.extract.speakers.lexicon import people
from claimtrack.model.passages import Passage, Quoted, Tagged

__all__ = ["ModelFinder"]

_SENTENCE_END = re.compile(r"(\w{3,}[a-z]\.) (?=[A-Z])")
"""A full stop behind a word that is no initial, no "Mrs." and no "Sen."."""


class ReadsPassages(Protocol):
    """What ``claimtrack.model.tagger.Tagger`` does."""

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    def begin(self, passages: Sequence[Passage]) -> Iterable[Sequence[Tagged]]:
        """The attributions of each passage, found from now on."""
        ...


class ModelFinder:
    """The span finder on the model that comes with claimtrack."""

    def __init__(self, tagger: ReadsPassages | None = None) -> None:
        self._tagger = tagger
        self._rules = RuleFinder()

    @property
    def name(self) -> str:
        """The model's name; ModelError where it is missing or damaged."""
        return self._loaded().name

    def __call__(self, batch: Sequence[ParsedDocument]) -> list[list[Attribution]]:
        """The attributions of each document in the order of the text, with spans, type and confidence."""
        passages = [_passage(each.text, [Span(p.start, p.end) for p in each.paragraphs]) for each in batch]
        return self._completed(batch, self._loaded().begin(passages))

    def begin(self, documents: Sequence[Document]) -> Callable[[Sequence[ParsedDocument]], list[list[Attribution]]]:
        """The same of documents that are parsed meanwhile, each of their paragraphs by itself."""
        passages = [_passage(each.text, list(paragraph_spans(each.text))) for each in documents]
        return partial(self._completed, tagged=self._loaded().begin(passages))

    def _completed(
        self, batch: Sequence[ParsedDocument], tagged: Iterable[Sequence[Tagged]]
    ) -> list[list[Attribution]]:
        return [self._find(parsed, found) for parsed, found in zip(batch, tagged, strict=True)]

    def _find(self, parsed: ParsedDocument, tagged: Sequence[Tagged]) -> list[Attribution]:
        found = [_draft(parsed, each) for each in tagged]
        by_rule, regions = self._rules.drafts(parsed)
        drafts = complemented(parsed.text, found, by_rule)
        return attributions(parsed.document.key, continue_quotations(parsed, drafts, regions))

    def _loaded(self) -> ReadsPassages:
        if self._tagger is None:
            self._tagger = _shipped()
        return self._tagger


def _shipped() -> ReadsPassages:
    """The model that comes with claimtrack; what runs it is imported when it is wanted, since rules do without."""
    try:
        from claimtrack.model.loading import load_model
        from claimtrack.model.tagger import Tagger
    except ImportError as error:
        raise ModelError(
            f"the attribution model cannot run here ({error}); install claimtrack again, or use --extractor rules"
        ) from error
    return Tagger(load_model())


def _passage(text: str, paragraphs: Sequence[Span]) -> Passage:
    regions = quotations(text, paragraphs)
    return Passage(text, paragraphs, [Quoted(each.outer, each.inner, each.single) for each in regions])


def _draft(parsed: ParsedDocument, tagged: Tagged) -> Draft:
    paragraph = parsed.paragraph_at(tagged.cue[0].start).index
    source = tuple(_one_sentence(parsed.text, span, tagged.cue) for span in tagged.source)
    return Draft(paragraph, source, tagged.cue, tagged.content, tagged.type, tagged.confidence)


def _one_sentence(text: str, source: Span, cue: Spans) -> Span:
    """The part of a source that its cue's sentence has: "said Grant. Santoro told"."""
    found = _SENTENCE_END.finditer(text, source.start, source.end)
    ends = [match.end() for match in found if match[1].lower() not in _abbreviations()]
    if not ends:
        return source
    behind = cue[0].start >= source.end
    return Span(ends[-1], source.end) if behind else Span(source.start, ends[0] - len(". "))


def _abbreviations() -> frozenset[str]:
    return frozenset(people().abbreviations) | words("bodies", "organization_words", "words")
