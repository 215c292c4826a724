"""Verbs that tell a denial or a confirmation: "denied breaking the law", "rejected this", "called the report false"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.rules.context import object_sort
from claimtrack.extract.rules.frames import Candidate, Frame, Range
from claimtrack.extract.rules.quoted import QuotedRange, within
from claimtrack.extract.rules.sources import source_range
from claimtrack.extract.rules.trees import dependents
from claimtrack.extract.rules.verbs import verb_cue

__all__ = ["relative_candidates", "tells"]

_MODALS = frozenset({"will", "would", "could", "may", "might", "must", "should", "can", "to", "'ll", "’ll", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_RECEIVING = frozenset({"prep", "dative"})
_TAKEN = frozenset({Frame.OBJECT, Frame.TO, Frame.CLAUSE, Frame.PASSIVE, f"{Frame.PREPOSITION}:to"})


def tells(candidate: Candidate, quoted: Sequence[QuotedRange]) -> bool:
    """Whether a candidate tells of a denial or confirmation that was made, by its verb and what that takes."""
    if not candidate.source or not _is_fact(candidate.head, quoted):
        return False
    if candidate.frame == Frame.AS and candidate.key in words("stance", "verdicts", "cues"):
        return _is_verdict(candidate)
    if candidate.frame not in _TAKEN:
        return False
    sort = _object(candidate)
    if _is_time(candidate) or _goes_to_somebody(candidate):
        return False
    if candidate.key in words("stance", "denies", "cues"):
        return sort not in {"withheld", "person"} and not candidate.frame.startswith(Frame.PREPOSITION)
    if candidate.key in words("stance", "denies", "of_claims"):
        return sort == "claim" and candidate.frame in {Frame.OBJECT, Frame.PASSIVE}
    grants = candidate.key in words("stance", "confirms", "of_clauses") and candidate.frame == Frame.CLAUSE
    if grants and candidate.head.doc[candidate.content[0][0]].lower_ == "that":
        return True
    admits = candidate.key in words("stance", "confirms", "cues")
    return admits and candidate.frame != Frame.PASSIVE and sort not in {"appointed", "person"}


def _is_verdict(candidate: Candidate) -> bool:
    """ "called the statement false", "found the suggestion absurd"."""
    start, end = candidate.content[0]
    content = candidate.head.doc[start:end]
    first = next((token for token in content if token.pos_ == "NOUN"), None)
    if first is None or first.lemma_.lower() not in words("stance", "claims"):
        return False
    verdicts = words("stance", "verdicts", "words") | words("stance", "verdicts", "opinions")
    return any(token.lemma_.lower() in verdicts for token in content[1:])


def _is_time(candidate: Candidate) -> bool:
    """ "had been confirmed by nightfall"."""
    start, end = candidate.source[0]
    return any(token.ent_type_ in {"DATE", "TIME"} for token in candidate.head.doc[start:end][-1:])


def _goes_to_somebody(candidate: Candidate) -> bool:
    """ "denied mortgages to teachers": a refusal of a thing."""
    return candidate.frame == Frame.OBJECT and any(
        c.dep_ in _RECEIVING and c.lower_ == "to" for c in candidate.head.children
    )


def relative_candidates(paragraph: Paragraph, quoted: Sequence[QuotedRange]) -> Iterator[Candidate]:
    """Denials of what stands before them: "that he threw a chair, which he denied", "a claim the company rejects"."""
    for verb in paragraph.doc:
        if verb.dep_ != "relcl" or verb.lemma_.lower() not in _denying() or not _is_fact(verb, quoted):
            continue
        below = dependents(verb)
        objects = [child for label in ("dobj", "ccomp", "xcomp", "auxpass") for child in below.get(label, ())]
        bare = all(child.tag_ in {"WDT", "WP"} for child in objects)
        subject = next((child for child in below.get("nsubj", ()) if child.tag_ not in {"WDT", "WP"}), None)
        said = _antecedent(verb) if bare and subject is not None else None
        if said is not None and subject is not None:
            cue, source = [verb_cue(verb, below)], [source_range(subject, verb)]
            yield Candidate(verb, Frame.OBJECT, verb.lemma_.lower(), cue, source, [said], told=True)


def _denying() -> frozenset[str]:
    return words("stance", "denies", "cues") | words("stance", "denies", "of_claims")


def _antecedent(verb: Token) -> Range | None:
    """What "which" takes up: the claim before it, or the whole clause before a comma."""
    noun, start = verb.head, verb.left_edge.i
    claim = object_sort(verb.doc[noun.left_edge.i], noun) == "claim"
    if not claim and verb.lemma_.lower() not in words("stance", "denies", "cues"):
        return None
    if not claim and verb.doc[start - 1].text == ",":
        while noun.dep_ not in {"ccomp", "ROOT"} and noun.head.i != noun.i:
            noun = noun.head
    begin = noun.left_edge.i
    end = start - 1 if verb.doc[start - 1].text == "," else start
    return (begin, end) if begin < end else None


def _is_fact(verb: Token, quoted: Sequence[QuotedRange]) -> bool:
    """Whether the verb says what somebody did: outside a quotation, without "would", "if", "refused to" or "not"."""
    if within(verb, quoted) is not None or verb.dep_ == "amod":
        return False
    return not any(
        child.dep_ == "neg"
        or (child.dep_ == "aux" and child.lower_ in _MODALS)
        or (child.dep_ in {"mark", "preconj"} and child.lower_ in _CONDITIONS | {"neither"})
        for child in verb.children
    )


def _object(candidate: Candidate) -> str:
    start, end = candidate.content[0]
    root = candidate.head.doc[start:end].root
    if root.lemma_.lower() in words("stance", "appointed"):
        return "appointed"
    return object_sort(candidate.head.doc[start], root)
