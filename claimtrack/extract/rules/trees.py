"""Reading a dependency tree: dependents by label, subjects across the constructions that hide them, ranges of words.

Labels are those of spaCy's English pipelines (ClearNLP). Tokens are compared by position: spaCy makes a new object at
each access.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from claimtrack.extract.rules.frames import Range

__all__ = ["Dependents", "dependents", "merge", "subject_of", "subtract", "subtree"]

Dependents = dict[str, list[Token]]

SUBJECTS = ("nsubj", "csubj")
_OBJECT_CONTROL = frozenset(
    {
        "ask",
        "urge",
        "tell",
        "force",
        "order",
        "invite",
        "allow",
        "want",
        "lead",
        "prompt",
        "call",
        "press",
        "help",
    }
)
_CLIMB = 6
"""Longest chain of heads searched for a subject; longer ones are parser errors more often than grammar."""


def dependents(token: Token) -> Dependents:
    """The direct dependents of a token by label, in the order of the text."""
    found: Dependents = {}
    for child in token.children:
        found.setdefault(child.dep_, []).append(child)
    return found


def subtree(token: Token) -> Range:
    """The words below a token, itself included."""
    return token.left_edge.i, token.right_edge.i + 1


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order, touching or overlapping ones joined, empty ones left out."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def subtract(ranges: Iterable[Range], holes: Iterable[Range]) -> list[Range]:
    """What remains of the ranges outside the holes."""
    rest = merge(ranges)
    for low, high in holes:
        rest = [
            piece
            for start, end in rest
            for piece in ((start, min(end, low)), (max(start, high), end))
            if piece[0] < piece[1]
        ]
    return rest


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says: its own subject, or the one it shares with the verbs above it."""
    token = verb
    for _ in range(_CLIMB):
        own = _own_subject(token)
        if own is not None:
            return own
        head, label = token.head, token.dep_
        if label == "ROOT":
            return None
        if label in {"acl", "relcl"}:
            return head if token.tag_ != "VBN" and not _has_to(token) else _possessor(head)
        if label == "xcomp" and head.lemma_ in _OBJECT_CONTROL and (controlled := _first(head, ("dobj",))):
            return controlled
        if label in {"prep", "pcomp", "conj", "advcl", "xcomp", "ccomp", "dep", "parataxis"}:
            if label == "ccomp" and token.tag_ not in {"VBG", "VB"}:
                return None
            token = head
            continue
        return _possessor(token) if head.pos_ in {"NOUN", "VERB"} and label == "pobj" else None
    return None


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    return None


def _possessor(noun: Token) -> Token | None:
    return _first(noun, ("poss",))


def _first(token: Token, labels: tuple[str, ...]) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
