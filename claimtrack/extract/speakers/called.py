"""Names that come behind what bears them: "a firm called Delmare", "a group calling itself Grey Heron"."""

from spacy.tokens import Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.register import Register

__all__ = ["called"]

NEAR = 8
"""Tokens from the noun to its name at most."""
_BETWEEN = frozenset(
    {"as", "itself", "themselves", "himself", "herself", "only", "the", "“", '"', "'", "‘", "simply", "just"}
)


def called(register: Register, paragraph: int, noun: Token) -> Entity | None:
    """Whom a noun is said to be called; None where it is not said, or nothing is known of that name."""
    doc = noun.doc
    for verb in doc[noun.i + 1 : noun.i + NEAR]:
        if verb.lower_ in words("titles", "naming", "verbs"):
            at = verb.i + 1
            while at < len(doc) and doc[at].lower_ in _BETWEEN:
                at += 1
            mention = register.at(paragraph, at)
            return mention.entity if mention else None
        if verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or verb.text in ",;:":
            return None
    return None
