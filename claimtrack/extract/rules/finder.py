"""Finding attributions by rules: candidates are judged, one a head is kept, quotations are followed on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span, Spans
from claimtrack.extract.parsed import Paragraph, ParsedDocument
from claimtrack.extract.quotes import Quotation, quotations_of
from claimtrack.extract.rules.candidates import candidates
from claimtrack.extract.rules.continuation import Draft, attributions, continue_quotations
from claimtrack.extract.rules.frames import Candidate, Frame, Range
from claimtrack.extract.rules.idioms import idiom_candidates
from claimtrack.extract.rules.judge import Judge, load_judge
from claimtrack.extract.rules.quoted import QuotedRange, quoted_ranges
from claimtrack.extract.rules.told import relative_candidates, tells
from claimtrack.extract.rules.types import type_of
from claimtrack.extract.rules.unclosed import close_at, is_continued

__all__ = ["RuleFinder", "spans_of"]

TOLD = 0.8
"""How likely "has denied any contact" is at least: as short as what is no speech act, but told by its verb."""

_CORE = frozenset({Frame.OBJECT, Frame.CLAUSE, Frame.AS})
_NEAR = 1
"""Loose marks that may stand between an object and the quotation that ends it."""
_EDGE = frozenset(",;:.—–-")
_LEADING = frozenset({",", ")"})


class RuleFinder:
    """A span finder that needs no trained model."""

    name = "rules"

    def __init__(self, judge: Judge | None = None) -> None:
        self._judge = judge

    def __call__(self, batch: Sequence[ParsedDocument]) -> list[list[Attribution]]:
        """The attributions of each document in the order of the text, with spans, type and confidence."""
        return [self.find(parsed) for parsed in batch]

    def begin(self, documents: Sequence[Document]) -> Self:  # noqa: ARG002  rules need the parse
        """Itself: nothing can be done before documents are parsed."""
        return self

    def find(self, parsed: ParsedDocument) -> list[Attribution]:
        """The attributions of one document."""
        drafts, regions = self.drafts(parsed)
        return attributions(parsed.document.key, continue_quotations(parsed, drafts, regions))

    def drafts(self, parsed: ParsedDocument) -> tuple[list[Draft], list[list[Quotation]]]:
        """The attributions of one document before their quotations are followed on, and each paragraph's quotations."""
        judge = self._judge or load_judge()
        drafts: list[Draft] = []
        regions: list[list[Quotation]] = []
        for paragraph in parsed.paragraphs:
            found = _quotations(parsed, paragraph, judge)
            regions.append(found)
            quoted = quoted_ranges(paragraph, found)
            drafts += [_draft(paragraph, c) for c in _select(paragraph, quoted, judge)]
        return drafts, regions


def _quotations(parsed: ParsedDocument, paragraph: Paragraph, judge: Judge) -> list[Quotation]:
    """The quotations of a paragraph; one that lacks its closing mark ends before the cue that follows it."""
    found = quotations_of(parsed.text, Span(paragraph.start, paragraph.end))
    if all(region.closed for region in found):
        return found
    quoted = quoted_ranges(paragraph, found)
    last_goes_on = is_continued(parsed, paragraph)
    for index, region in enumerate(found):
        if not region.closed and not (last_goes_on and index == len(found) - 1):
            likely = _select(paragraph, [*quoted[:index], *quoted[index + 1 :]], judge)
            found[index] = close_at(paragraph, region, quoted[index], likely)
    return found


def _select(paragraph: Paragraph, quoted: Sequence[QuotedRange], judge: Judge) -> list[Candidate]:
    """The most likely candidate of each head, where it is likely enough."""
    likely: dict[int, list[Candidate]] = {}
    for candidate in candidates(paragraph, quoted):
        candidate.told = tells(candidate, quoted)
        candidate.weight = max(judge.probability(candidate, quoted), TOLD if candidate.told else 0.0)
        if candidate.weight >= judge.threshold:
            likely.setdefault(candidate.head.i, []).append(candidate)
    for told in (*relative_candidates(paragraph, quoted), *idiom_candidates(paragraph, quoted)):
        told.weight = TOLD
        likely[told.head.i] = [told]
    best = sorted((_best(of_head) for of_head in likely.values()), key=lambda c: -c.weight)
    return list(_without_rivals(best))


def _best(of_head: Sequence[Candidate]) -> Candidate:
    """The most likely candidate of a head, but an object before an adjunct, and a quotation with its lead-up."""
    best = max(of_head, key=lambda c: c.weight)
    if best.frame.startswith(Frame.PREPOSITION):
        return next((other for other in of_head if other.frame in {Frame.OBJECT, Frame.AS}), best)
    if best.frame != Frame.QUOTED:
        return best
    best = _interrupted(best, of_head)
    begin, end = best.content[0][0], best.content[-1][1]
    for other in of_head:
        low, high = other.content[0][0], other.content[-1][1]
        if other.frame in _CORE and best.head.i < low < begin <= high + _NEAR:
            return best.with_content([(low, end)])
    return best


def _interrupted(best: Candidate, of_head: Sequence[Candidate]) -> Candidate:
    """ "“The visit,” he said, “would be short”": both quotations are one content where the cue stands between them."""
    for other in of_head:
        if other.frame == Frame.QUOTED and (other.content[0][0] < best.head.i) != (best.content[0][0] < best.head.i):
            return best.with_content(sorted([*best.content, *other.content]))
    return best


def _without_rivals(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A quotation goes to one cue only, and a word in the cue of a likelier candidate makes none of its own."""
    taken: set[Range] = set()
    in_cues: set[int] = set()
    heads: set[int] = set()
    for candidate in found:
        cue = {position for start, end in candidate.cue for position in range(start, end)}
        rest = candidate.content
        if candidate.frame == Frame.QUOTED:
            rest = [piece for piece in rest if piece not in taken]
        if not rest or candidate.head.i in in_cues or not heads.isdisjoint(cue):
            continue
        taken.update(rest)
        in_cues |= cue
        heads.add(candidate.head.i)
        yield candidate.with_content(rest)


def _draft(paragraph: Paragraph, candidate: Candidate) -> Draft:
    return Draft(
        paragraph=paragraph.index,
        source=spans_of(paragraph, candidate.source, _EDGE - {","}),
        cue=spans_of(paragraph, candidate.cue, _EDGE - {":"}),
        content=spans_of(paragraph, candidate.content),
        type=type_of(candidate),
        confidence=candidate.weight,
        told=candidate.told,
    )


def spans_of(paragraph: Paragraph, ranges: Iterable[Range], loose: frozenset[str] = _EDGE) -> Spans:
    """Offsets of token ranges, without white space and loose punctuation at the ends."""
    trimmed = (_trimmed(paragraph.doc[start:end], loose) for start, end in ranges)
    return tuple(paragraph.span(words[0], words[-1]) for words in trimmed if words)


def _trimmed(words: Iterable[Token], loose: frozenset[str]) -> list[Token]:
    kept = list(words)
    while kept and (kept[-1].is_space or kept[-1].text in loose):
        kept.pop()
    while kept and (kept[0].is_space or kept[0].text in loose | _LEADING):
        kept.pop(0)
    return kept
