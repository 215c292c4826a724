"""What the words of a cue come to: its verbs, with the negation and the refusal that reach them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from claimtrack.extract.lexicons import words

__all__ = ["NEGATIONS", "Cue", "read_cue"]

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
_NOBODY = frozenset({"nobody", "none", "no", "neither", "few"})
_GIVING = frozenset({"dative", "prep"})
_PARTICLES = frozenset({"prt", "prep", "advmod"})


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue's words come to."""

    lemmas: frozenset[str]
    """Lemmas, and pairs of a verb with the particle after it."""
    verbs: frozenset[str]
    """Lemmas of its verbs and nouns, and of the verb above that shares its negation or refusal with it."""
    negated: bool
    to_somebody: bool = False
    """Whether it names a receiver: "denied him an interview"."""
    modal: bool = False
    """Whether it has a modal verb: "would not say"."""


def read_cue(tokens: Sequence[Token]) -> Cue:
    """What a cue's words come to, with the verb above them: "neither confirm nor deny", "avoided answering"."""
    lemmas = {t.lemma_.lower() for t in tokens if t.is_alpha}
    for token, following in pairwise(tokens):
        if token.pos_ == "VERB" and following.dep_ in _PARTICLES:
            lemmas.add(f"{token.lemma_.lower()}_{following.lower_}")
    verbs = [t for t in tokens if t.pos_ == "VERB"]
    above = [head for verb in verbs[:1] for head in _above(verb)]
    return Cue(
        frozenset(lemmas),
        frozenset(t.lemma_.lower() for t in [*above, *tokens] if t.pos_ in {"VERB", "NOUN"}),
        any(t.lower_ in NEGATIONS for t in tokens) or any(_is_negated(verb) for verb in [*above, *verbs]),
        any(_has_receiver(verb) for verb in verbs),
        any(t.tag_ == "MD" for t in tokens),
    )


def _has_receiver(verb: Token) -> bool:
    """ "denied him an interview", "denied mortgages to teachers", but "denied to reporters that …"."""
    labels = {child.dep_ for child in verb.children}
    given = "dobj" in labels and not labels & {"ccomp", "xcomp"}
    return any(
        (child.dep_ == "dative" and child.pos_ != "ADP") or (given and child.dep_ in _GIVING and child.lower_ == "to")
        for child in verb.children
    )


def _above(verb: Token) -> Iterator[Token]:
    """The verb whose negation or refusal reaches this one."""
    joined = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in verb.head.children)
    refused = verb.head.lemma_.lower() in words("stance", "declines", "governors")
    if (verb.dep_ == "conj" and joined) or (verb.dep_ == "xcomp" and refused):
        yield verb.head


def _is_negated(verb: Token) -> bool:
    """By an adverb, "neither", "without", or a subject that is nobody."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    return any(
        child.dep_ == "neg"
        or (child.dep_ == "preconj" and child.lower_ == "neither")
        or (child.dep_ == "nsubj" and _is_nobody(child))
        for child in verb.children
    )


def _is_nobody(subject: Token) -> bool:
    return subject.lower_ in _NOBODY or any(c.dep_ == "det" and c.lower_ in _NOBODY for c in subject.children)
