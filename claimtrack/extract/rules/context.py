"""What stands around a cue and makes an attribution more or less likely, as named features."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from claimtrack.extract.rules.frames import Candidate
from claimtrack.extract.rules.quoted import QuotedRange, within

__all__ = ["features"]

_MODALS = frozenset(
    {"would", "could", "may", "might", "must", "should", "can", "will", "'ll", "’ll", "'d", "’d"}
)
_PERSONS = frozenset({"PERSON"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})
_SAYERS = frozenset({"he", "she", "they", "who"})
_WE = frozenset({"i", "we", "you"})


def features(candidate: Candidate, quoted: Sequence[QuotedRange]) -> Iterator[str]:
    """Names of the features that hold, in no order; each at most once."""
    head = candidate.head
    inside = within(head, quoted)
    place = "quoted" if inside else "plain"
    yield f"source:{_source(candidate)}:{place}"
    yield f"form:{head.tag_}:{head.dep_}"
    yield f"frame:{candidate.frame.split(':')[0]}:{place}"
    yield from _helpers(head)
    start, end = candidate.content[0][0], candidate.content[-1][1]
    yield f"length:{min((end - start).bit_length(), 6)}"
    if inside is None and any(start <= q[0] < end for q in quoted):
        yield "content:has-quotation"
    first = head.doc[start]
    if first.lower_ in {"that", "whether", "if", "how", "why", "what"}:
        yield f"content:{first.lower_}"
    yield "order:content-first" if start < head.i else "order:cue-first"
    if head.i == head.sent.start or head.text[:1].isupper():
        yield "cue:capital"


def _helpers(head: Token) -> Iterator[str]:
    for child in head.children:
        if child.dep_ == "neg":
            yield "cue:negated"
        elif child.dep_ == "aux" and child.lower_ in _MODALS:
            yield f"cue:modal:{child.lower_}"
        elif child.dep_ == "aux" and child.lower_ == "to":
            yield "cue:to"
        elif child.dep_ == "aux" and child.lower_ in {"has", "have", "had", "’s", "'s", "'ve", "’ve"}:
            yield "cue:perfect"
        elif child.dep_ == "mark":
            yield f"cue:mark:{child.lower_}"


def _source(candidate: Candidate) -> str:
    if not candidate.source:
        return "none"
    words = candidate.head.doc[candidate.source[0][0] : candidate.source[0][1]]
    head = words.root
    if head.lower_ in _SAYERS:
        return "he"
    if head.lower_ in _WE:
        return "we"
    if head.pos_ == "PRON":
        return "that" if head.lower_ in {"which", "that"} else "it" if head.lower_ == "it" else "pronoun"
    if head.ent_type_ in _PERSONS:
        return "person"
    if head.ent_type_ in _BODIES:
        return "body"
    if head.pos_ == "PROPN":
        return "name"
    return "plural" if head.tag_ == "NNS" else "noun"
