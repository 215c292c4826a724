"""The function beside a person's name: "the mayor's aide X", "X, a spokesperson for Y,", "the aide, X,"."""

from spacy.tokens import Doc, Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.entities import Role
from claimtrack.extract.speakers.lexicon import honorifics, people

__all__ = ["is_person_noun", "is_person_word", "role_beside", "second_role"]

_PREMODIFIERS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "JJS", "JJR", "POS", "HYPH", "VBN", "VBG", "AFX"})
_NO_START = frozenset({"POS", "HYPH", "VBN", "VBG", "something", "as"})
_APOSTROPHES = frozenset({"'", "’"})
_NAMES = frozenset({"ORG", "PERSON", "GPE", "NORP"})
_ADVERBS = frozenset({"then", "now", "once", "also", "currently", "formerly", "recently"})
_BREAK_TAGS = frozenset(
    {"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WP$", "WRB", ",", ":", ".", "-LRB-", "-RRB-", "``", "''"}
)
_OPENERS = frozenset({",", "–", "—", "-", "--", "("})
_SUFFIXES = ("man", "woman", "ist", "ologist", "er", "or", "ian", "ologian", "eer")
_CLERGY = {"Father": "priest", "Mother": "nun", "Brother": "monk", "Sister": "nun"}
"""Titles before a name, no relations: "the parish priest, Father Anselmo"."""
_MARKUP = frozenset("<>=@#{}[]")

LONGEST = 14
"""Tokens: a longer apposition is a misread sentence."""


def is_person_noun(token: Token) -> bool:
    """Whether a singular noun is for a person: of the list, or built like one ("pollster", "economist")."""
    return token.lower_ in people().roles or (token.tag_ == "NN" and is_person_word(token.lower_))


def is_person_word(lower: str) -> bool:
    """The same for a word by itself, lower case."""
    if lower in people().roles:
        return True
    listed = lower in words("people", "no_person") | words("bodies", "body") | words("bodies", "firms", "words")
    return not listed and len(lower) > 4 and lower.endswith(_SUFFIXES) and lower not in words("bodies", "document")


def role_beside(doc: Doc, first: int, last: int) -> Role | None:
    """The role before a name (tokens ``first`` to ``last``), else the one after it."""
    role = _role_beside(doc, first, last)
    return None if role is None or _MARKUP & set(role.text) else role


def second_role(doc: Doc, last: int, first: Role) -> Role | None:
    """The role after a name that has one before it: "her brother Ivan Kovac, the firm's bookkeeper,"."""
    role = _apposition_after(doc, last) if first.last < last else None
    return None if role is None or _MARKUP & set(role.text) else role


def _role_beside(doc: Doc, first: int, last: int) -> Role | None:
    if first and doc[first - 1].text in _CLERGY:
        first -= 1
        clergy = Role(doc[first].text, _CLERGY[doc[first].text], first, first)
        return _title_before(doc, first) or _apposition_after(doc, last) or _phrase_before(doc, first, last) or clergy
    title = _title_before(doc, first)
    if title and title.text.lower() in people().abbreviations:
        return _phrase_before(doc, title.first, last) or title
    return title or _apposition_after(doc, last) or _phrase_before(doc, first, last)


def _title_before(doc: Doc, first: int) -> Role | None:
    """ "French Minister of Health Anna Weber", "the mayor's aide Paul Meier"."""
    end = first - 1
    if end < 0:
        return None
    noun = end
    if not is_person_noun(doc[end]):
        if end < 2 or doc[end - 1].lower_ != "of" or not is_person_noun(doc[end - 2]):
            return None
        noun = end - 2
    return _leftward(doc, noun, end)


def _is_premodifier(token: Token) -> bool:
    """Whether a token may stand before a noun in its phrase: no date, no hyphen between spaces, no other name."""
    if token.tag_ == "HYPH":
        return not token.whitespace_
    following = token.nbor(1)
    person = token.ent_type_ == "PERSON" and following.ent_type_ != "PERSON" and following.tag_ not in ("POS", "NN")
    fits = token.tag_ in _PREMODIFIERS or token.ent_type_ in _NAMES
    return fits and token.ent_type_ not in ("DATE", "TIME") and not person


def _leftward(doc: Doc, noun: int, end: int) -> Role | None:
    """The phrase that ends in a noun (and what belongs to it up to ``end``), from its first modifier on."""
    start = noun
    sentence = doc[noun].sent.start
    while start > sentence and _is_premodifier(doc[start - 1]):
        start -= 1
    while start < noun and (doc[start].tag_ in _NO_START or doc[start].lower_ in _NO_START):
        start += 1
    stop = end
    led = stop == noun > start and is_person_noun(doc[stop - 1]) and not doc[stop - 1].text.endswith(".")
    if led and doc[stop].text.endswith("."):
        noun = stop = stop - 1
    return Role(doc[start : stop + 1].text, doc[noun].lower_, start, stop)


def _apposition_after(doc: Doc, last: int) -> Role | None:
    """ "Paul Meier, a lawyer for the family,", "Jane Doe, 34, president of the club,"."""
    i = last + 1
    size = len(doc)
    while i + 1 < size and doc[i].text in _OPENERS:
        if doc[i].text == "(" or (doc[i + 1].tag_ == "CD" and doc[i + 1].text.isdigit()):
            closer = ")" if doc[i].text == "(" else ","
            i = next((j + (closer == ")") for j in range(i + 1, min(i + 8, size)) if doc[j].text == closer), size)
            continue
        return _rightward(doc, i + 1)
    return None


def _rightward(doc: Doc, start: int) -> Role | None:
    size = min(len(doc), start + LONGEST)
    while start < size and (doc[start].tag_ in ("DT", "PRP$") or doc[start].lower_ in _ADVERBS):
        start += 1
    noun = _first_person_noun(doc, start, size)
    if noun is None:
        return None
    end = noun
    while end + 1 < size and not _breaks(doc[end + 1]):
        end += 1
    if end + 1 == size < len(doc):  # cut short: back to what is whole
        end = next((i - 1 for i in range(end, noun, -1) if doc[i].tag_ in ("CC", "IN")), end)
    while end > noun and (doc[end].tag_ in ("CC", "IN", "RB", "TO", "DT") or doc[end].lower_ in honorifics()):
        end -= 1
    return Role(doc[start : end + 1].text, doc[noun].lower_, start, end)


def _first_person_noun(doc: Doc, start: int, size: int) -> int | None:
    """The noun for a person that ends the phrase beginning here: "strategist" in "Iowa Republican strategist"."""
    for i in range(start, size):
        token = doc[i]
        following = doc[i + 1].tag_ if i + 1 < len(doc) else "."
        ends = following not in _PREMODIFIERS or following == "JJ"
        if ends and token.tag_ in ("NN", "NNP") and is_person_noun(token):
            return i
        if token.tag_ not in _PREMODIFIERS and token.text not in _APOSTROPHES:
            return None
    return None


def _breaks(token: Token) -> bool:
    """Whether a phrase ends before a token; a hyphen inside a word ends none."""
    return token.tag_ != "HYPH" and (token.tag_ in _BREAK_TAGS or token.text in _OPENERS)


def _noun_before_of(doc: Doc, end: int) -> int | None:
    """The noun for a person whose phrase ends in names behind "of": "mayor" in "the mayor of Skarvik"."""
    i = end
    while i > 0 and doc[i].tag_ in ("NNP", "NNPS"):
        i -= 1
    i -= doc[i].tag_ == "DT"
    of = i < end and i > 0 and doc[i].lower_ in ("of", "for")
    return i - 1 if of and is_person_noun(doc[i - 1]) else None


def _phrase_before(doc: Doc, first: int, last: int) -> Role | None:
    """ "Her campaign manager, Robby Mook,": a definite phrase and a comma before the name."""
    head = doc[first]
    while head.head.i >= first and head.head.i != head.i and head.dep_ in ("compound", "nmod", "flat"):
        head = head.head
    if first < 2 or doc[first - 1].text != ",":
        return None
    if head.dep_ == "appos" and is_person_noun(head.head):
        noun = head.head.i
    elif is_person_noun(doc[first - 2]) and last + 1 < len(doc) and doc[last + 1].text == ",":
        noun = first - 2  # "the captain, Ada Brunn, was late", whatever the parser makes of it
    elif (holder := _noun_before_of(doc, first - 2)) is not None and last + 1 < len(doc) and doc[last + 1].text == ",":
        noun = holder
    else:
        return None
    if noun >= first:
        return None
    role = _leftward(doc, noun, noun)
    before = doc[role.first - 1] if role and role.first else None
    definite = before is not None and (before.lower_ == "the" or before.tag_ == "PRP$")
    if role is None or not (definite or any(doc[i].tag_ == "POS" for i in range(role.first, noun))):
        return None
    end = first - 2
    return Role(doc[role.first : end + 1].text, role.noun, role.first, end) if end - role.first < LONGEST else role
