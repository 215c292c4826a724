"""Reading a dependency tree: dependents by label, subjects where constructions hide them, ranges of words.

Labels are those of spaCy's English pipelines (ClearNLP). Tokens are compared by position: spaCy makes a new object at
each access.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.rules.frames import Range

__all__ = [
    "SUBJECTS",
    "Dependents",
    "dependents",
    "merge",
    "misjoined",
    "subject_of",
    "subtract",
    "subtree",
    "with_conjunction",
]

Dependents = dict[str, list[Token]]

SUBJECTS = ("nsubj", "csubj")
_SHARING = frozenset({"prep", "pcomp", "conj", "advcl", "xcomp", "ccomp", "dep", "parataxis"})
"""Labels of words that do what their head's subject does."""
_ABSOLUTE = 4
"""How many words ("last month") may stand between the noun after "with" and its participle."""
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
    token = _clause_above(verb) or verb
    for _ in range(_CLIMB):
        found = _own_subject(token) or _controller(token) or _absolute_subject(token)
        if found is not None:
            return found
        if token.dep_ in {"acl", "relcl"}:
            says_itself = token.tag_ != "VBN" and not _has_to(token)  # "a statement saying", not "plans to say"
            return token.head if says_itself else _possessor(token.head)
        if token.dep_ not in _SHARING or (token.dep_ == "ccomp" and token.tag_ not in {"VBG", "VB"}):
            return None
        token = token.head
    return None


def misjoined(verb: Token) -> list[Token]:
    """Cues that the parser joined to what is said: "said roads were cut and appealed for help".

    Only where the verb below has the tense of the verb above and a subject that speaks in neither reading (roads) or is
    the same in both (it).
    """
    return [
        other
        for clause in verb.children
        if clause.dep_ == "ccomp" and _has_no_speaker(clause)
        for other in clause.children
        if other.dep_ == "conj" and other.tag_ == verb.tag_ and _is_joined_cue(other)
    ]


def with_conjunction(cue: Token) -> Range:
    """The words of a joined cue, from the conjunction before it on."""
    start, end = subtree(cue)
    return (start - 1 if start and cue.doc[start - 1].dep_ == "cc" else start), end


def _clause_above(cue: Token) -> Token | None:
    """The verb whose clause a cue was wrongly joined to."""
    above = cue.head.head
    found = cue.dep_ == "conj" and cue.head.dep_ == "ccomp" and any(cue.i == each.i for each in misjoined(above))
    return above if found else None


def _has_no_speaker(clause: Token) -> bool:
    subject = _first(clause, ("nsubj", "nsubjpass"))
    if subject is None:
        return False
    people = words("people", "unnamed_group") | words("people", "public_group")
    return subject.lower_ == "it" or (subject.tag_ == "NNS" and subject.lower_ not in people)


def _is_joined_cue(verb: Token) -> bool:
    """Whether a verb without a subject or a helper of its own tells of speaking."""
    bare = _first(verb, ("nsubj", "nsubjpass", "aux", "auxpass", "mark")) is None
    return bare and verb.lemma_.lower() in words("verbs", "joined", "verbs")


def _controller(verb: Token) -> Token | None:
    """Who is asked to do what the verb says: "urged him to say"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in words("verbs", "object_control", "verbs"):
        return _first(verb.head, ("dobj",))
    return None


def _absolute_subject(verb: Token) -> Token | None:
    """Who does it in "…, with an official calling the claims absurd", where the parser hangs the verb higher."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return None
    for preposition in verb.head.children:
        if preposition.lower_ == "with" and preposition.i < verb.i <= preposition.right_edge.i + _ABSOLUTE:
            return _first(preposition, ("pobj",))
    return None


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS and not child.is_punct:  # the parser has quotation marks speak
            return child
    return None


def _possessor(noun: Token) -> Token | None:
    return _first(noun, ("poss",))


def _first(token: Token, labels: tuple[str, ...]) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
