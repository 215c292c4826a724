"""What stands around a cue and makes an attribution more or less likely, as named features."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.rules.frames import Candidate, Frame
from claimtrack.extract.rules.quoted import QuotedRange, within

__all__ = ["features", "object_sort"]

_COMPLEMENTS = ("ccomp", "dobj", "xcomp")
_MODALS = frozenset({"would", "could", "may", "might", "must", "should", "can", "will", "'ll", "’ll", "'d", "’d"})
_PRONOUNS = {
    **dict.fromkeys(["he", "she", "they", "who"], "he"),
    **dict.fromkeys(["i", "we", "you"], "we"),
    **dict.fromkeys(["which", "that"], "that"),
    "it": "it",
}
_ENTITIES = {"PERSON": "person", **dict.fromkeys(["ORG", "GPE", "NORP"], "body")}
_PARTS = {"PRON": "pronoun", "PROPN": "name", "NNS": "plural"}


def features(candidate: Candidate, quoted: Sequence[QuotedRange]) -> Iterator[str]:
    """Names of the features that hold, in no order; each at most once."""
    head = candidate.head
    inside = within(head, quoted)
    place = "quoted" if inside else "plain"
    yield f"source:{_source(candidate)}:{place}"
    yield f"form:{head.tag_}:{head.dep_}"
    frame = candidate.frame.split(":")[0]
    yield f"frame:{frame}:{place}"
    yield f"takes:{frame}:{_taken(head)}"
    yield from _helpers(head)
    start, end = candidate.content[0][0], candidate.content[-1][1]
    yield f"length:{min((end - start).bit_length(), 6)}"
    if candidate.frame == Frame.OBJECT:
        yield from _object(candidate)
    if inside is None and any(start <= q[0] < end for q in quoted):
        yield "content:has-quotation"
    first = head.doc[start]
    if first.lower_ in {"that", "whether", "if", "how", "why", "what"}:
        yield f"content:{first.lower_}"
    yield "order:content-first" if start < head.i else "order:cue-first"
    if head.i == head.sent.start or head.text[:1].isupper():
        yield "cue:capital"


def _object(candidate: Candidate) -> Iterator[str]:
    """What sort of thing the object is, and apart from that what it is to a denial."""
    start, end = candidate.content[0]
    first, head = candidate.head.doc[start], candidate.head.doc[start:end].root
    sort = object_sort(first, head)
    yield f"object:{sort}"
    if candidate.key in words("stance", "denies", "cues"):
        yield f"denied:{'withheld' if sort in {'withheld', 'person'} else 'claim'}"


def object_sort(first: Token, head: Token) -> str:
    """Whether an object is a claim, something withheld from somebody, a person, or another thing."""
    lemma = head.lemma_.lower()
    if lemma in words("stance", "claims") or first.lower_ in {"such", "that", "this", "it", "these", "those"}:
        return "claim"
    if lemma in words("stance", "withheld"):
        return "withheld"
    if head.ent_type_ == "PERSON" or head.pos_ == "PRON":
        return "person"
    return "thing"


def _taken(head: Token) -> str:
    """Which complements the head has, whatever the frame makes of them."""
    labels = {child.dep_ for child in head.children}
    return "+".join(label for label in _COMPLEMENTS if label in labels)


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
    """What sort of thing the source is, by its head word."""
    if not candidate.source:
        return "none"
    start, end = candidate.source[0]
    head = candidate.head.doc[start:end].root
    if head.lower_ in _PRONOUNS:
        return _PRONOUNS[head.lower_]
    if head.ent_type_ in _ENTITIES:
        return _ENTITIES[head.ent_type_]
    return _PARTS.get(head.tag_) or _PARTS.get(head.pos_, "noun")
