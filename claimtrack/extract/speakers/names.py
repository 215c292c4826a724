"""Capitalised names in a paragraph: what the entity recognizer saw, trimmed, and what it overlooked."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from claimtrack.domain.places import place_of
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.speakers.entities import RawName
from claimtrack.extract.speakers.lexicon import given_names, honorifics, people
from claimtrack.extract.speakers.roles import is_person_word, role_beside

__all__ = ["is_organization_word", "spot_names"]

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_EDGE_TAGS = frozenset(
    {"MD", "DT", "POS", "PRP", "PRP$", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "CC", "IN"}
)


def is_organization_word(word: str) -> bool:
    """Whether a capitalised word marks the name that it stands in as an organization's."""
    lower = word.lower()
    return lower in words("bodies", "body") or lower in words("bodies", "organization_words", "words")


def spot_names(paragraph: Paragraph) -> Iterator[RawName]:
    """The names of a paragraph in the order of its text; none overlap."""
    doc = paragraph.doc
    for first, last, label in sorted(_pieces(doc)):
        start = _name_start(doc, first, last, label)
        if start > first:
            yield from _raw(paragraph, first, start - 1, "")
        yield from _raw(paragraph, start, last, "PERSON" if start > first else label)


def _pieces(doc: Doc) -> list[tuple[int, int, str]]:
    """Token ranges of the recognizer's entities and of the proper nouns between them."""
    found: list[tuple[int, int, str]] = []
    covered: set[int] = set()
    for ent in doc.ents:
        if ent.label_ not in _LABELS or any(token.text == "," for token in ent):
            continue
        first, last = _trimmed(ent)
        if first < last or (first == last and (ent.label_ != "PERSON" or doc[first].tag_ != "JJ")):
            found.append((first, last, "ORG" if _names_thing(ent) else ent.label_))
        covered.update(range(ent.start, ent.end))
    run: list[int] = []
    for token in doc:
        if token.tag_ in _NAME_TAGS and token.i not in covered and not _is_writer(doc, token.i):
            run.append(token.i)
        elif run:
            found.append((run[0], run[-1], ""))
            run = []
    if run:
        found.append((run[0], run[-1], ""))
    return _joined(doc, sorted(found))


def _names_thing(ent: Span) -> bool:
    """Whether what was taken for a person is what a thing before it is called: "the album, Weather Permitting,"."""
    noun = ent.root.head
    renames = ent.label_ == "PERSON" and ent.root.dep_ == "appos" and noun.tag_ == "NN" and noun.i < ent.start
    return renames and ent[0].text not in given_names() and not is_person_word(noun.lower_)


def _trimmed(ent: Span) -> tuple[int, int]:
    """An entity without the articles, possessive marks and punctuation at its edges."""
    doc, first, last = ent.doc, ent.start, ent.end - 1
    while first <= last and (_is_edge(doc[first]) or doc[first].lower_ in honorifics() or _is_verb(doc, first, last)):
        first += 1
    while last >= first and (_is_edge(doc[last]) or _is_writer(doc, last) or _is_headline_verb(doc, first, last)):
        last -= 1
    return first, last


def _is_verb(doc: Doc, first: int, last: int) -> bool:
    """Whether a capitalised verb stands before a name: "Entrusting Anna Weber with it"."""
    return first < last and doc[first].tag_.startswith("VB") and doc[first].text not in given_names()


def _is_headline_verb(doc: Doc, first: int, last: int) -> bool:
    """Whether a verb with a capital stands behind a name: "Obama Says"."""
    return first < last and doc[last].lower_ in words("titles", "headlines", "verbs")


def _is_writer(doc: Doc, i: int) -> bool:
    """Whether "I" is no number of a monarch: "I promised Barbara I'd be home"."""
    return doc[i].text == "I" and i + 1 < len(doc) and doc[i + 1].text[0] in "'’"


def _is_edge(token: Token) -> bool:
    return token.is_space or (token.tag_ in _EDGE_TAGS and not (token.text.endswith(".") and len(token) > 1))


def _joined(doc: Doc, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """A person's name cut short by the recognizer is made whole with the proper nouns next to it."""
    out: list[tuple[int, int, str]] = []
    for first, last, label in _with_particles(doc, pieces):
        if out and out[-1][1] == first - 1:
            before = out[-1]
            if before[2] == "PERSON" and not label and not _is_role(doc[first].text):
                out[-1] = (before[0], last, "PERSON")
                continue
            person = label in ("PERSON", "ORG") or (label and not place_of(doc[first : last + 1].text))
            if person and before[2] in ("", "PERSON") and _is_begun(doc, before, last, label):
                out[-1] = (before[0], last, "PERSON")
                continue
        out.append((first, last, label))
    return out


def _with_particles(doc: Doc, pieces: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Persons' names with the particles and surnames behind them: "Pieter van den Abeele"."""
    end = -1
    for first, last, label in pieces:
        if first <= end:
            continue
        end = _surname_behind(doc, last) if label in ("PERSON", "") else last
        yield first, end, "PERSON" if end > last else label


def _surname_behind(doc: Doc, last: int) -> int:
    """The last token of a name, behind particles at its end or after it."""
    particles = words("titles", "particles", "inside")
    at = last + 1
    while at < len(doc) and doc[at].text in particles:
        at += 1
    inside = at > last + 1 or doc[last].text in particles
    named = at < len(doc) and doc[at].tag_ in _NAME_TAGS and doc[at].text.istitle()
    return at if inside and named else last


def _is_begun(doc: Doc, piece: tuple[int, int, str], end: int, label: str) -> bool:
    """Whether a name that ends at ``end`` begins with the piece before: "Harry M.", "Anne", a name before "III"."""
    last = doc[piece[1]].text
    before = doc[piece[1] - 1].lower_ if piece[1] else ""
    if piece[0] == piece[1]:
        led = before in people().roles or before in honorifics() or role_beside(doc, piece[0], end) is not None
        named = led or (doc[end].ent_type_ == "PERSON" and piece[1] + 1 == end)
        known = last in given_names() and label in ("PERSON", "ORG")
        return known or (named and _may_be_given(doc[piece[1]]))
    if before in people().roles and not _is_role(last):
        return True
    initial = len(last) == 2 and last[0].isupper() and last[1] == "."
    return initial or doc[end].lower_ in words("titles", "suffixes", "generational")


def _may_be_given(token: Token) -> bool:
    """Whether a word with a capital may be a given name that no list has: no role, no place, no day."""
    known = _is_role(token.text) or is_person_word(token.lower_) or is_organization_word(token.text)
    other = known or place_of(token.text) is not None or token.ent_type_ in ("DATE", "TIME")
    return token.text.istitle() and not other


def _is_role(word: str) -> bool:
    """Whether a word is a title or function; "Guy" and "Dean" are given names too."""
    lower = word.lower()
    return (lower in people().roles or lower in honorifics()) and word not in given_names()


def _name_start(doc: Doc, first: int, last: int, label: str) -> int:
    """Where a person's name begins behind titles and functions: "Secretary of State John Kerry" at "John"."""
    if _is_function(doc, first, last):
        return first + 1
    behind_of = first > 1 and doc[first - 1].lower_ == "of"
    misread = label == "ORG" and behind_of and doc[first - 2].lower_ in people().roles
    if label not in ("PERSON", "") and not misread:
        return first
    for i in range(last - 1, first - 1, -1):
        if _is_role(doc[i].text):
            return i + 1
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
    return long and noun and not is_organization_word(doc[last].text) and _may_be_given(doc[first + 1])


def _is_noun_before_name(doc: Doc, first: int, last: int) -> bool:
    """Whether a sentence begins with a noun for a person before a full name: "Campaigner Jane Doe"."""
    noun = doc[first]
    begins = noun.is_sent_start and noun.text not in given_names() and is_person_word(noun.lower_)
    return bool(begins) and last - first >= 2 and _may_be_given(doc[first + 1])


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
