"""Names that come behind what bears them: "a firm called Delmare", "a group calling itself Grey Heron"."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.register import Register

__all__ = ["called", "named_within"]

NEAR = 8
"""Tokens from the noun to its name at most."""
_BETWEEN = frozenset(
    {"as", "itself", "themselves", "himself", "herself", "only", "the", "“", '"', "'", "‘", "simply", "just"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def called(register: Register, paragraph: int, noun: Token) -> Entity | None:
    """Whom a noun is said to be called; None where it is not said, or nothing is known of that name."""
    following: list[Token] = []
    for token in noun.doc[noun.i + 1 : noun.i + NEAR]:
        if token.tag_ in _FINITE or token.text in ",;:":
            break
        following.append(token)
    return named_within(register, paragraph, following)


def named_within(register: Register, paragraph: int, tokens: Sequence[Token]) -> Entity | None:
    """The name behind "called", "known as", "gave her name only as" among the tokens."""
    for token in tokens:
        gives = token.lower_ == "name" and token.head.lemma_ == "give"
        if token.lower_ in words("titles", "naming", "verbs") or gives:
            doc, at = token.doc, token.i + 1
            while at < len(doc) and (doc[at].lower_ in _BETWEEN or (gives and doc[at].text == ",")):
                at += 1
            mention = register.at(paragraph, at)
            return mention.entity if mention else None
    return None
