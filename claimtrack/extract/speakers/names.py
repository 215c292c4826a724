"""Capitalised names in a paragraph, each behind the titles and functions that stand before it."""

from collections.abc import Iterator

from spacy.tokens import Doc

from claimtrack.domain.places import place_of
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.speakers.entities import RawName
from claimtrack.extract.speakers.lexicon import given_names, honorifics, people
from claimtrack.extract.speakers.name_words import is_organization_word, is_role, may_be_given
from claimtrack.extract.speakers.pieces import name_pieces
from claimtrack.extract.speakers.roles import is_person_word, role_beside

__all__ = ["spot_names"]


def spot_names(paragraph: Paragraph) -> Iterator[RawName]:
    """The names of a paragraph in the order of its text; none overlap."""
    doc = paragraph.doc
    for first, last, label in sorted(name_pieces(doc)):
        start = _name_start(doc, first, last, label)
        if start > first:
            yield from _raw(paragraph, first, start - 1, "")
        yield from _raw(paragraph, start, last, "PERSON" if start > first else label)


def _name_start(doc: Doc, first: int, last: int, label: str) -> int:
    """Where a person's name begins behind titles and functions: "Secretary of State John Kerry" at "John"."""
    if _is_function(doc, first, last):
        return first + 1
    behind_of = first > 1 and doc[first - 1].lower_ == "of"
    misread = label == "ORG" and behind_of and doc[first - 2].lower_ in people().roles
    titled = doc[first].lower_ in people().abbreviations
    if label not in ("PERSON", "") and not misread and not titled:
        return first
    for i in range(last - 1, first - 1, -1):
        if is_role(doc[i].text):
            return i + 1 + (doc[i + 1].text == ".")  # "Maj" and its full stop are two tokens at times
    if _is_noun_before_name(doc, first, last):
        return first + 1
    if doc[first].text in given_names() or (label == "PERSON" and not behind_of):
        return first
    for i in range(first + 1, last):
        before = doc[i - 1].text
        led = behind_of or place_of(before) or is_organization_word(before)
        if doc[i].text in given_names() and led:
            return i
    return first


def _is_function(doc: Doc, first: int, last: int) -> bool:
    """Whether a name of three words or more begins with a noun for a person: "Archdeacon Simeon Rudge"."""
    long = last - first >= 2 and all(token.text[0].isupper() for token in doc[first : last + 1])
    noun = doc[first].text not in given_names() and is_person_word(doc[first].lower_)
    return long and noun and not is_organization_word(doc[last].text) and may_be_given(doc[first + 1])


def _is_noun_before_name(doc: Doc, first: int, last: int) -> bool:
    """Whether a sentence begins with a noun for a person before a full name: "Campaigner Jane Doe"."""
    noun = doc[first]
    begins = noun.is_sent_start and noun.text not in given_names() and is_person_word(noun.lower_)
    return bool(begins) and last - first >= 2 and may_be_given(doc[first + 1])


def _raw(paragraph: Paragraph, first: int, last: int, label: str) -> Iterator[RawName]:
    doc = paragraph.doc
    if first > last or not any(char.isalnum() for char in doc[first : last + 1].text):
        return
    if first == last and doc[first].lower_ in honorifics():
        return
    before = doc[first - 1].lower_ if first else ""
    honorific = before if before in honorifics() else ""
    subject = doc[last].dep_ in ("nsubj", "nsubjpass")
    titled = bool(honorific) or before in people().roles or _after_title_of(doc, first)
    titled = titled or (first < last and label != "FAC" and role_beside(doc, first, last) is not None)
    text = doc[first : last + 1].text
    tokens = tuple(text.split())  # by white space: "Mark-Viverito" is one word of a name
    yield RawName(paragraph.index, first, last, tokens, text, label, honorific, titled, subject)


def _after_title_of(doc: Doc, first: int) -> bool:
    """Whether "Secretary of State", "Minister of X" and the like stand directly before."""
    return first >= 3 and doc[first - 2].lower_ == "of" and doc[first - 3].lower_ in people().roles
