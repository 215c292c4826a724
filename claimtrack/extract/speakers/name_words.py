"""What single words with a capital can be in a name: part of an organization's, a title, a given name."""

from spacy.tokens import Token

from claimtrack.domain.places import place_of
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.lexicon import given_names, honorifics, people
from claimtrack.extract.speakers.roles import is_person_word

__all__ = ["NAME_TAGS", "is_organization_word", "is_role", "may_be_given"]

NAME_TAGS = frozenset({"NNP", "NNPS"})


def is_organization_word(word: str) -> bool:
    """Whether a capitalised word marks the name that it stands in as an organization's."""
    lower = word.lower()
    return lower in words("bodies", "body") or lower in words("bodies", "organization_words", "words")


def may_be_given(token: Token) -> bool:
    """Whether a word with a capital may be a given name that no list has: no role, no place, no day."""
    known = is_role(token.text) or is_person_word(token.lower_) or is_organization_word(token.text)
    other = known or place_of(token.text) is not None or token.ent_type_ in ("DATE", "TIME")
    return token.text.istitle() and not other


def is_role(word: str) -> bool:
    """Whether a word is a title or function; "Guy" and "Dean" are given names too."""
    lower = word.lower()
    return (lower in people().roles or lower in honorifics()) and word not in given_names()
