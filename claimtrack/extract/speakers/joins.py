"""Names that the entity recognizer cut in pieces, made whole: "Poppy" + "Nakamura-Bell", "Joris van" + "Hoff"."""

from collections.abc import Iterator
from typing import TypeAlias

from spacy.tokens import Doc

from claimtrack.domain.places import place_of
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.lexicon import given_names, honorifics, people
from claimtrack.extract.speakers.name_words import NAME_TAGS, is_organization_word, is_role, may_be_given
from claimtrack.extract.speakers.roles import role_beside

__all__ = ["Piece", "joined"]

Piece: TypeAlias = tuple[int, int, str]
"""First and last token, and the recognizer's label; empty where it saw nothing."""

_APOSTROPHES = frozenset({"'", "’", "‘"})


def joined(doc: Doc, pieces: list[Piece]) -> list[Piece]:
    """The pieces, those that are parts of one name made one."""
    out: list[Piece] = []
    for first, last, label in _with_particles(doc, pieces):
        if out and out[-1][1] == first - 1 and _is_one_person(doc, out[-1], (first, last, label)):
            out[-1] = (out[-1][0], last, "PERSON")
        elif out and _is_one_body(doc, out[-1], first):
            out[-1] = (out[-1][0], last, "ORG")
        else:
            out.append((first, last, label))
    return out


def _is_one_person(doc: Doc, before: Piece, piece: Piece) -> bool:
    """Whether a piece goes on with the person's name that ends right before it."""
    first, last, label = piece
    if before[2] == "PERSON" and not label and not is_role(doc[first].text):
        return True
    person = label in ("PERSON", "ORG") or (label and not place_of(doc[first : last + 1].text))
    misread = (
        before[2] == "ORG" and before[0] == before[1] and label == "PERSON" and doc[before[0]].text in given_names()
    )
    return bool(person) and (before[2] in ("", "PERSON") or misread) and _is_begun(doc, before, piece)


def _is_one_body(doc: Doc, before: Piece, first: int) -> bool:
    """Whether a body's name goes on over "of" or "for the": "Front" + "for the" + "Delta"."""
    between = [token.lower_ for token in doc[before[1] + 1 : first]]
    known = before[2] in ("ORG", "") and is_organization_word(doc[before[1]].text) and doc[before[1]].text.istitle()
    return known and between in (["of"], ["of", "the"], ["for", "the"]) and not place_of(doc[first].text)


def _with_particles(doc: Doc, pieces: list[Piece]) -> Iterator[Piece]:
    """Persons' names with the particles before them and the surnames behind: "Pieter van den Abeele"."""
    end = -1
    for first, last, label in pieces:
        if first <= end:
            continue
        start = _particles_before(doc, first, end)
        end = _surname_behind(doc, last) if label in ("PERSON", "") else last
        whole = "ORG" if doc[start].tag_ == "NNS" else "PERSON"
        yield start, end, whole if end > last or start < first else label


def _particles_before(doc: Doc, first: int, end: int) -> int:
    """Where a name begins before its particles: at them behind a title, else at the word with a capital before them."""
    at = first
    while at - 1 > end and _is_particle(doc, at - 1):
        at -= 1
    if at == first and not _is_particle(doc, first):
        return first
    before = doc[at - 1] if at - 1 > end else None
    if before is None or before.tag_ not in ("NNP", "NNS", "NN") or not before.text[0].isupper():
        return first
    return at if before.lower_ in honorifics() or is_role(before.text) else at - 1


def _is_particle(doc: Doc, i: int) -> bool:
    """Whether a token is a small word inside names, the two halves of "’t" among them."""
    if doc[i].text in _APOSTROPHES:
        return not doc[i].whitespace_ and i + 1 < len(doc) and doc[i + 1].text == "t"
    split = doc[i].text == "t" and i > 0 and doc[i - 1].text in _APOSTROPHES
    return split or doc[i].text in words("titles", "particles", "inside")


def _surname_behind(doc: Doc, last: int) -> int:
    """The last token of a name, behind particles at its end or after it."""
    at = last + 1
    while at < len(doc) and _is_particle(doc, at):
        at += 1
    inside = at > last + 1 or doc[last].lower_ in words("titles", "particles", "inside")
    named = at < len(doc) and doc[at].tag_ in NAME_TAGS and doc[at].text.istitle()
    if not (inside and named):
        return last
    while at + 2 < len(doc) and doc[at + 1].tag_ == "HYPH" and doc[at + 2].tag_ in NAME_TAGS:
        at += 2
    return at


def _is_begun(doc: Doc, piece: Piece, following: Piece) -> bool:
    """Whether a name goes on with the piece that follows: "Harry M.", "Anne", a name before "III"."""
    first, end, label = following
    last = doc[piece[1]].text
    before = doc[piece[1] - 1].lower_ if piece[1] else ""
    if piece[0] == piece[1]:
        led = before in people().roles or before in honorifics() or role_beside(doc, piece[0], end) is not None
        one_word = doc[end].ent_type_ == "PERSON" and " " not in doc[first : end + 1].text
        known = last in given_names() and label in ("PERSON", "ORG")
        return known or ((led or one_word) and may_be_given(doc[piece[1]]))
    if before in people().roles and not is_role(last):
        return True
    initial = len(last) == 2 and last[0].isupper() and last[1] == "."
    return initial or doc[end].lower_ in words("titles", "suffixes", "generational")
