"""What the form of the cue says of the time: told as one event, as a result, as a habit, or not yet done."""

from collections.abc import Sequence
from enum import StrEnum

from spacy.tokens import Token

from claimtrack.extract.dates.lexicon import clause_words

__all__ = ["Tense", "cue_tense", "is_present_perfect"]


class Tense(StrEnum):
    """How a cue presents the speaking."""

    EVENT = "event"
    """Once, in the past or the present of news: "said", "says", "adding"."""
    LOOSE = "loose"
    """At no single or no told time: "has said", "had said", "continues to deny", "will say", "often says"."""
    NONE = "none"
    """No verb tells: "according to", a quotation without a cue, a noun."""


_VERBS = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "auxpass"})


def cue_tense(cue: Sequence[Token]) -> Tense:
    """The tense of a cue, given its tokens."""
    verbs = [token for token in cue if token.pos_ in _VERBS or token.tag_.startswith("VB")]
    if not verbs or any(token.lower_ == "according" for token in cue):
        return Tense.NONE
    words = clause_words()
    adverbs = {
        child.lemma_.lower() for verb in verbs for child in verb.children if child.dep_ in {"advmod", "neg"}
    }
    auxiliaries = {child for verb in verbs for child in verb.children if child.dep_ in _AUXILIARIES}
    if adverbs & (words.habitual_adverbs - {"never"}) or any(
        _is_loose(token) for token in auxiliaries | set(verbs)
    ):
        return Tense.LOOSE
    return Tense.EVENT


def is_present_perfect(cue: Sequence[Token]) -> bool:
    """Whether the cue is of the form "have said", which English does not join with a definite past time."""
    return any(
        child.dep_ in _AUXILIARIES
        and child.lower_ in {"have", "has", "'ve", "’ve", "'s", "’s"}
        and child.lemma_ == "have"
        for token in cue
        for child in token.children
    )


def _is_loose(token: Token) -> bool:
    """Perfect, modal, or a verb of going on."""
    if token.tag_ == "MD":
        return True
    if token.dep_ in _AUXILIARIES and token.lemma_.lower() == "have":
        return True
    return token.lemma_.lower() in clause_words().habitual_verbs and token.dep_ != "xcomp"
