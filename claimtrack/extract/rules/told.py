"""Verbs that by themselves tell a denial or a confirmation: "denied breaking the law", "has rejected this", "admits it"."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.rules.context import object_sort
from claimtrack.extract.rules.frames import Candidate, Frame
from claimtrack.extract.rules.quoted import QuotedRange, within

__all__ = ["tells"]

_MODALS = frozenset({"will", "would", "could", "may", "might", "must", "should", "can", "to", "'ll", "’ll", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_RECEIVING = frozenset({"prep", "dative"})
_TAKEN = frozenset({Frame.OBJECT, Frame.TO, Frame.CLAUSE, Frame.PASSIVE, f"{Frame.PREPOSITION}:to"})


def tells(candidate: Candidate, quoted: Sequence[QuotedRange]) -> bool:
    """Whether a candidate tells of a denial or confirmation that was made, by its verb and what that takes."""
    if not candidate.source or candidate.frame not in _TAKEN or not _is_fact(candidate.head, quoted):
        return False
    sort = _object(candidate)
    if _is_time(candidate) or _goes_to_somebody(candidate):
        return False
    if candidate.key in words("stance", "denies", "cues"):
        return sort not in {"withheld", "person"} and candidate.frame != Frame.PREPOSITION
    if candidate.key in words("stance", "denies", "of_claims"):
        return sort == "claim" and candidate.frame in {Frame.OBJECT, Frame.PASSIVE}
    admits = candidate.key in words("stance", "confirms", "cues")
    return admits and candidate.frame != Frame.PASSIVE and sort not in {"appointed", "person"}


def _is_time(candidate: Candidate) -> bool:
    """ "had been confirmed by nightfall"."""
    start, end = candidate.source[0]
    return any(token.ent_type_ in {"DATE", "TIME"} for token in candidate.head.doc[start:end][-1:])


def _goes_to_somebody(candidate: Candidate) -> bool:
    """ "denied mortgages to teachers": a refusal of a thing."""
    return candidate.frame == Frame.OBJECT and any(
        c.dep_ in _RECEIVING and c.lower_ == "to" for c in candidate.head.children
    )


def _is_fact(verb: Token, quoted: Sequence[QuotedRange]) -> bool:
    """Whether the verb says what somebody did: outside a quotation, without "would", "if", "refused to" or "not"."""
    if within(verb, quoted) is not None:
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
