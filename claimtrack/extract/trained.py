"""Finding attributions with the trained model, and with rules what it lacks.

The model reads attributions as its corpus has them: none inside another. Rules add those that they are sure of and
whose cue the model has no use for, and give quotations that nobody seems to say to whoever spoke before. They change
nothing that the model found but to let such a quotation follow on it.
"""

import bisect
import re
from collections.abc import Sequence
from typing import Protocol

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span, Spans
from claimtrack.errors import ModelError
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.quotes import quotations
from claimtrack.extract.rules.continuation import Draft, attributions, continue_quotations
from claimtrack.extract.rules.finder import RuleFinder
from claimtrack.extract.speakers.lexicon import people
from claimtrack.model.passages import Passage, Quoted, Tagged

__all__ = ["ModelFinder"]

_SENTENCE_END = re.compile(r"(\w{3,}[a-z]\.) (?=[A-Z])")
"""A full stop behind a word that is no initial, no "Mrs." and no "Sen."."""
SURE = 0.8
"""How sure rules have to be: below 0.7, what they add is more often wrong than right on PolNeAR's development part."""


class ReadsPassages(Protocol):
    """What ``claimtrack.model.tagger.Tagger`` does."""

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    def read(self, passages: Sequence[Passage]) -> list[list[Tagged]]:
        """The attributions of each passage."""
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
        read = self._loaded().read([_passage(parsed) for parsed in batch])
        return [self._find(parsed, tagged) for parsed, tagged in zip(batch, read, strict=True)]

    def _find(self, parsed: ParsedDocument, tagged: Sequence[Tagged]) -> list[Attribution]:
        found = [_draft(parsed, each) for each in tagged]
        by_rule, regions = self._rules.drafts(parsed)
        used = sorted(span for draft in found for span in (*draft.cue, *draft.source))
        sure = [draft for draft in by_rule if draft.confidence >= SURE and _is_free(draft.cue, used)]
        drafts = [*found, *(draft for draft in sure if not (draft.told and _is_reported(draft, found)))]
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


def _passage(parsed: ParsedDocument) -> Passage:
    paragraphs = [Span(paragraph.start, paragraph.end) for paragraph in parsed.paragraphs]
    regions = quotations(parsed.text, paragraphs)
    return Passage(parsed.text, paragraphs, [Quoted(each.outer, each.inner, each.single) for each in regions])


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


def _is_reported(draft: Draft, found: Sequence[Draft]) -> bool:
    """Whether it stands within what somebody says: "said she had no comment" is one refusal."""
    return any(piece.start <= draft.cue[0].start < piece.end for other in found for piece in other.content)


def _is_free(cue: Spans, used: Sequence[Span]) -> bool:
    """Whether no word of a cue is one that the model has used; what it used is in order, and apart or equal."""
    for start, end in cue:
        before = bisect.bisect_left(used, (end,)) - 1
        if before >= 0 and used[before].end > start:
            return False
    return True
