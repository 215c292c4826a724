"""Quoted speech: contents widened to their quotation marks, quotations without a clause, quotations that go on."""

import bisect
from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Token

from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.quotes import Quotation
from claimtrack.extract.rules.frames import Candidate, Frame, Range
from claimtrack.extract.rules.sources import source_range
from claimtrack.extract.rules.trees import SUBJECTS, dependents, merge, subject_of, subtract
from claimtrack.extract.rules.verbs import verb_cue

__all__ = ["QuotedRange", "is_speech", "quoted_candidates", "quoted_ranges", "widen", "within"]

QuotedRange = tuple[int, int]
"""Token positions of a quotation, its marks included."""

_FAR = 14
"""How many words may stand between a quotation and the verb that introduces it."""
_STOPS = frozenset(".!?;")
_LONGEST_NAME = 10
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "NUM", "PUNCT"})
"""What "the former club captain" after an inverted verb may consist of where the parser finds no subject."""


def quoted_ranges(paragraph: Paragraph, regions: Sequence[Quotation]) -> list[QuotedRange]:
    """The token ranges of a paragraph's quotations, marks included."""
    starts = paragraph.token_starts
    return [
        (
            max(bisect.bisect_right(starts, region.outer.start) - 1, 0),
            bisect.bisect_left(starts, region.outer.end),
        )
        for region in regions
    ]


def within(token: Token, quoted: Sequence[QuotedRange]) -> QuotedRange | None:
    """The quotation that a token stands in."""
    return next((q for q in quoted if q[0] <= token.i < q[1]), None)


def widen(candidate: Candidate, quoted: Sequence[QuotedRange]) -> Candidate:
    """The content with all of a quotation that it touches; kept inside where the cue itself is quoted."""
    around = within(candidate.head, quoted)
    if around is not None:
        inside = [(max(a, around[0] + 1), min(b, around[1])) for a, b in candidate.content]
        return candidate.with_content(merge(inside))
    touched = [q for q in quoted if any(a < q[1] and q[0] < b for a, b in candidate.content)]
    if not touched:
        return candidate
    if candidate.frame == Frame.CLAUSE and _is_own_sentence(candidate, touched[0]):
        return candidate.with_content([touched[0]])
    return candidate.with_content(subtract([*candidate.content, *touched], [*candidate.cue, *candidate.source]))


def _is_own_sentence(candidate: Candidate, quoted: QuotedRange) -> bool:
    """Whether the parser ran on over the end of a sentence: "He hit back on X. “That is false,” he wrote"."""
    start, end = candidate.content[0][0], candidate.content[-1][1]
    doc = candidate.head.doc
    first = doc[quoted[0] + 1] if quoted[0] + 1 < len(doc) else doc[quoted[0]]
    run_on = start < quoted[0] and doc[quoted[0] - 1].text.endswith((".", "!", "?")) and first.text[:1].isupper()
    return run_on and end <= candidate.head.i and end <= quoted[1] + 1


def is_speech(paragraph: Paragraph, quoted: QuotedRange) -> bool:
    """Whether a quotation is likely somebody's words, not a title or a word held at arm's length."""
    words = [t for t in paragraph.doc[quoted[0] : quoted[1]] if t.is_alpha]
    last = paragraph.doc[quoted[1] - 2].text if quoted[1] - quoted[0] > 2 else ""
    return len(words) >= 4 or (bool(words) and last in {",", ".", "?", "!", "…"})


def quoted_candidates(paragraph: Paragraph, quoted: Sequence[QuotedRange]) -> Iterator[Candidate]:
    """For each quotation the verb after it and the verb before it, with the quotation as content."""
    for region in quoted:
        if is_speech(paragraph, region):
            for verb in (_verb_after(paragraph, region, quoted), _verb_before(paragraph, region, quoted)):
                if verb is not None:
                    yield _candidate(verb, region)


def _candidate(verb: Token, region: QuotedRange) -> Candidate:
    cue = verb_cue(verb, dependents(verb))
    source = subtract(_speaker(verb, region), [cue, region])
    return Candidate(verb, Frame.QUOTED, verb.lemma_.lower(), [cue], source, subtract([region], [cue, *source]))


def _speaker(verb: Token, region: QuotedRange) -> list[Range]:
    """Who says a quotation: a subject outside it, else the words between an inverted verb and the next mark."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS and not child.is_punct]
    shared = subject_of(verb)
    for subject in [*own, *([shared] if shared else [])]:
        if not region[0] <= subject.i < region[1]:
            return [source_range(subject, verb)]
    if verb.i != region[1]:
        return []
    behind = list(takewhile(_may_name, verb.doc[verb.i + 1 : verb.i + _LONGEST_NAME + 1]))
    return [(verb.i + 1, behind[-1].i + 1)] if any(t.pos_ in {"NOUN", "PROPN"} for t in behind) else []


def _may_name(token: Token) -> bool:
    return not (token.is_punct and token.text != "-") and token.pos_ in _NAMING


def _verb_after(paragraph: Paragraph, region: QuotedRange, quoted: Sequence[QuotedRange]) -> Token | None:
    doc = paragraph.doc
    limit = min([len(doc), region[1] + _FAR, *(q[0] for q in quoted if q[0] >= region[1])])
    for token in doc[region[1] : limit]:
        if token.text in _STOPS:
            return None
        if token.pos_ == "VERB":
            return token
    return None


def _verb_before(paragraph: Paragraph, region: QuotedRange, quoted: Sequence[QuotedRange]) -> Token | None:
    doc = paragraph.doc
    limit = max([0, region[0] - _FAR, *(q[1] for q in quoted if q[1] <= region[0])])
    for position in range(region[0] - 1, limit - 1, -1):
        token = doc[position]
        if token.text in _STOPS:
            return None
        if token.pos_ == "VERB":
            return token
    return None
