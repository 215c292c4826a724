"""What the form of the cue says of the time: told as one event, as a result, as a habit, or not yet done."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from spacy.tokens import Token

from claimtrack.extract.dates.lexicon import clause_words

__all__ = ["Tense", "cue_tense", "is_present_perfect"]


class Tense(StrEnum):
    """How a cue presents the speaking."""

    PAST = "past"
    """Once, in the past: "said"."""
    PRESENT = "present"
    """Once, in the present of headlines and magazines: "says"."""
    LOOSE = "loose"
    """At no single or no told time: "has said", "had said", "continues to deny", "will say", "often says"."""
    NONE = "none"
    """No finite verb tells: "adding", "according to", a quotation without a cue, a noun."""


_VERBS = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "auxpass"})


def cue_tense(cue: Sequence[Token]) -> Tense:
    """The tense of a cue, given its tokens."""
    verbs = [token for token in cue if token.pos_ in _VERBS or token.tag_.startswith("VB")]
    if not verbs or any(token.lower_ == "according" for token in cue):
        return Tense.NONE
    parts = {*verbs, *_children(verbs, _AUXILIARIES)}
    adverbs = {token.lemma_.lower() for token in _children(verbs, frozenset({"advmod"}))}
    if adverbs & clause_words().habitual_adverbs or any(_is_loose(token) for token in parts):
        return Tense.LOOSE
    tags = {token.tag_ for token in parts}
    if tags & {"VBZ", "VBP"}:
        return Tense.PRESENT
    return Tense.PAST if tags & {"VBD", "VBN"} else Tense.NONE


def is_present_perfect(cue: Sequence[Token]) -> bool:
    """Whether the cue is of the form "have said", which English does not join with a definite past time."""
    return any(
        token.lemma_.lower() == "have" and token.tag_ in {"VBP", "VBZ"} for token in _children(cue, _AUXILIARIES)
    )


def _children(tokens: Sequence[Token], deps: frozenset[str]) -> Iterator[Token]:
    return (child for token in tokens for child in token.children if child.dep_ in deps)


def _is_loose(token: Token) -> bool:
    """Perfect, modal, or a verb of going on."""
    if token.tag_ == "MD":
        return True
    if token.dep_ in _AUXILIARIES and token.lemma_.lower() == "have":
        return True
    return token.lemma_.lower() in clause_words().habitual_verbs and token.dep_ != "xcomp"
