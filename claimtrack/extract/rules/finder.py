"""Finding attributions by rules: candidates are judged, one a head is kept, quotations are followed on."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.keys import statement_key
from claimtrack.domain.spans import Span, Spans
from claimtrack.extract.parsed import Paragraph, ParsedDocument
from claimtrack.extract.quotes import Quotation, quotations_of
from claimtrack.extract.rules.candidates import candidates
from claimtrack.extract.rules.continuation import Draft, continue_quotations
from claimtrack.extract.rules.frames import Candidate, Frame, Range
from claimtrack.extract.rules.judge import Judge, load_judge
from claimtrack.extract.rules.quoted import QuotedRange, quoted_ranges
from claimtrack.extract.rules.types import type_of

__all__ = ["RuleFinder", "spans_of"]

THRESHOLD = 0.4
"""Candidates less likely than this are dropped; best F1 in a three-fold cross-check on training articles."""

_CORE = frozenset({Frame.OBJECT, Frame.CLAUSE, Frame.AS})
_NEAR = 1
"""Loose marks that may stand between an object and the quotation that ends it."""
_EDGE = frozenset(",;:.—–-")


class RuleFinder:
    """A span finder that needs no trained tagger; anything else with this call signature can take its place."""

    name = "rules"

    def __init__(self, judge: Judge | None = None) -> None:
        self._judge = judge

    def __call__(self, parsed: ParsedDocument) -> list[Attribution]:
        """The attributions of a document in the order of the text, with spans, type and confidence."""
        judge = self._judge or load_judge()
        drafts: list[Draft] = []
        regions: list[list[Quotation]] = []
        for paragraph in parsed.paragraphs:
            found = quotations_of(parsed.text, Span(paragraph.start, paragraph.end))
            regions.append(found)
            quoted = quoted_ranges(paragraph, found)
            drafts += [_draft(paragraph, c) for c in _select(paragraph, quoted, judge)]
        drafts = continue_quotations(parsed, drafts, regions)
        return sorted(
            (_attribution(parsed.document.key, draft) for draft in drafts if draft.content),
            key=lambda found: (found.content[0], found.cue),
        )


def _select(paragraph: Paragraph, quoted: Sequence[QuotedRange], judge: Judge) -> list[Candidate]:
    """The most likely candidate of each head, where it is likely enough."""
    likely: dict[int, list[Candidate]] = {}
    for candidate in candidates(paragraph, quoted):
        candidate.weight = judge.probability(candidate, quoted)
        if candidate.weight >= THRESHOLD:
            likely.setdefault(candidate.head.i, []).append(candidate)
    best = sorted((_best(of_head) for of_head in likely.values()), key=lambda c: -c.weight)
    return list(_without_rivals(best))


def _best(of_head: Sequence[Candidate]) -> Candidate:
    """The most likely candidate of a head, but an object before an adjunct, and a quotation with its lead-up."""
    best = max(of_head, key=lambda c: c.weight)
    if best.frame.startswith(Frame.PREPOSITION):
        return next((other for other in of_head if other.frame in {Frame.OBJECT, Frame.AS}), best)
    if best.frame != Frame.QUOTED:
        return best
    begin, end = best.content[0][0], best.content[-1][1]
    for other in of_head:
        low, high = other.content[0][0], other.content[-1][1]
        if other.frame in _CORE and best.head.i < low < begin <= high + _NEAR:
            return best.with_content([(low, end)])
    return best


def _without_rivals(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A quotation goes to one cue only, and a word in the cue of a likelier candidate makes none of its own."""
    taken: list[list[Range]] = []
    in_cues: set[int] = set()
    for candidate in found:
        if candidate.head.i in in_cues or (candidate.frame == Frame.QUOTED and candidate.content in taken):
            continue
        taken.append(candidate.content)
        in_cues.update(position for start, end in candidate.cue for position in range(start, end))
        yield candidate


def _draft(paragraph: Paragraph, candidate: Candidate) -> Draft:
    return Draft(
        candidate=candidate,
        paragraph=paragraph.index,
        source=spans_of(paragraph, candidate.source, _EDGE - {","}),
        cue=spans_of(paragraph, candidate.cue),
        content=spans_of(paragraph, candidate.content),
    )


def spans_of(paragraph: Paragraph, ranges: Iterable[Range], loose: frozenset[str] = _EDGE) -> Spans:
    """Offsets of token ranges, without white space and loose punctuation at the ends."""
    trimmed = (_trimmed(paragraph.doc[start:end], loose) for start, end in ranges)
    return tuple(paragraph.span(words[0], words[-1]) for words in trimmed if words)


def _trimmed(words: Iterable[Token], loose: frozenset[str]) -> list[Token]:
    kept = list(words)
    while kept and (kept[-1].is_space or kept[-1].text in loose):
        kept.pop()
    while kept and (kept[0].is_space or kept[0].text in _EDGE or kept[0].text == ")"):
        kept.pop(0)
    return kept


def _attribution(document: str, draft: Draft) -> Attribution:
    return Attribution(
        id=statement_key(document, draft.source, draft.cue, draft.content),
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        type=type_of(draft.candidate),
        confidence=round(draft.candidate.weight, 3),
    )
