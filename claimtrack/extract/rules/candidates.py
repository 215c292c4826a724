"""All that a paragraph might attribute, before the lexicon has judged it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.rules.frames import Candidate
from claimtrack.extract.rules.phrases import (
    according_candidates,
    adjective_candidates,
    adverb_candidates,
    colon_candidates,
    noun_candidates,
)
from claimtrack.extract.rules.quoted import QuotedRange, quoted_candidates, widen
from claimtrack.extract.rules.verbs import verb_candidates

__all__ = ["candidates"]

_PHRASES = frozenset({"according", "per", "in"})


def candidates(paragraph: Paragraph, quoted: Sequence[QuotedRange]) -> Iterator[Candidate]:
    """Every candidate of a paragraph that has a content; several may share a head."""
    for found in _unquoted(paragraph):
        wide = widen(found, quoted)
        if wide.content:
            yield wide
    yield from quoted_candidates(paragraph, quoted)


def _unquoted(paragraph: Paragraph) -> Iterator[Candidate]:
    if len(paragraph.doc):
        yield from colon_candidates(paragraph.doc[0])
    for token in paragraph.doc:
        yield from _headed_by(token)


def _headed_by(token: Token) -> Iterator[Candidate]:
    part = token.pos_
    if part in {"VERB", "AUX"}:
        yield from verb_candidates(token)
    elif part == "NOUN":
        yield from noun_candidates(token)
    elif part == "ADV":
        yield from adverb_candidates(token)
    if token.lower_ in _PHRASES:
        yield from according_candidates(token)
    if part in {"ADJ", "VERB"}:
        yield from adjective_candidates(token)
