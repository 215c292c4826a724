"""Token ranges that may be names: the recognizer's entities, trimmed, and the proper nouns between them."""

from spacy.tokens import Doc, Span, Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.joins import Piece, joined
from claimtrack.extract.speakers.lexicon import given_names, honorifics
from claimtrack.extract.speakers.name_words import NAME_TAGS
from claimtrack.extract.speakers.roles import is_person_word

__all__ = ["name_pieces"]

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_EDGE_TAGS = frozenset(
    {"MD", "DT", "POS", "PRP", "PRP$", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "CC", "IN"}
)


def name_pieces(doc: Doc) -> list[Piece]:
    """Token ranges of the recognizer's entities and of the proper nouns between them."""
    found: list[Piece] = []
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
        if token.tag_ in NAME_TAGS and token.i not in covered and not _is_writer(doc, token.i):
            run.append(token.i)
        elif run:
            found.append((run[0], run[-1], ""))
            run = []
    if run:
        found.append((run[0], run[-1], ""))
    return joined(doc, sorted(found))


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
