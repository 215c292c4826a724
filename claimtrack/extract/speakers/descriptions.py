"""Speakers without a name: the description that stands for it, its kind, and who is left unnamed by it."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimtrack.domain.places import place_of
from claimtrack.domain.vocabulary import Anonymity, SpeakerKind
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.affiliations import affiliation_of
from claimtrack.extract.speakers.entities import Entity, Role
from claimtrack.extract.speakers.gender import gender_of_words
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.register import Register
from claimtrack.extract.speakers.roles import is_person_noun, is_person_word

__all__ = ["core_tokens", "describe", "kind_of"]

_ARTICLES = frozenset(
    {
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "another",
        "even",
        "only",
        "both",
        "also",
        "just",
        "meanwhile",
    }
)
_VAGUE = frozenset(
    {
        "some",
        "several",
        "many",
        "few",
        "other",
        "others",
        "two",
        "three",
        "four",
        "five",
        "multiple",
        "most",
        "various",
    }
)
_TRAILING = frozenset({"CC", "IN", ",", ".", "POS", "''", "``", "_SP"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_CUTS = frozenset({",", ":", "-LRB-", "-RRB-", "WDT", "WP", "WP$", "WRB"})
_LEADING = frozenset({"PRP$", "WP$", "PDT", "``", "CC", "IN", "WRB"})
LONGEST = 12
"""Tokens of a description; what follows is more than a name for somebody."""


def describe(unit: Unit, register: Register) -> Entity | None:
    """The unnamed entity that a noun phrase describes; None where nothing is left to describe it by."""
    tokens = core_tokens(unit)
    if not tokens or (tokens == [unit.head] and len(unit.head) == 1):
        return None
    doc = unit.head.doc
    head = unit.head if unit.head in tokens else tokens[-1]
    if _is_overlooked_name(head, tokens):
        return Entity(head.text, SpeakerKind.PERSON, words=(head.text,))
    kind = kind_of(head)
    name = doc[tokens[0].i : tokens[-1].i + 1].text
    noun = head.lower_
    role = affiliation = None
    if kind in (SpeakerKind.PERSON, SpeakerKind.GROUP):
        found = Role(name, noun.removesuffix("s"), tokens[0].i, tokens[-1].i)
        affiliation = affiliation_of(doc, register, unit.paragraph, found)
        role = doc[_role_start(tokens, affiliation) : head.i + 1].text if kind is SpeakerKind.PERSON else None
    elif kind is not SpeakerKind.DOCUMENT:
        affiliation = _country_of(tokens, head)
    entity = Entity(
        name,
        kind,
        anonymous=_is_unnamed(unit, tokens, head, kind),
        plural=head.tag_ in ("NNS", "NNPS") or kind is SpeakerKind.GROUP,
        gender=gender_of_words(noun) if kind is SpeakerKind.PERSON else None,
        roles=[role] if role else [],
        affiliation=affiliation,
        anonymity=Anonymity.GROUP if kind is SpeakerKind.GROUP and head.tag_ == "NNS" else Anonymity.ROLE,
    )
    return register.described(unit.paragraph, head.i, entity)


def _is_overlooked_name(head: Token, tokens: Sequence[Token]) -> bool:
    """Whether a single capitalised word inside a sentence is a name that nothing else has recognized."""
    return len(tokens) == 1 and head.text.istitle() and head.i != head.sent.start and head.tag_ in ("NN", "NNP", "UH")


def core_tokens(unit: Unit) -> list[Token]:
    """The phrase without article, apposition, relative clause and whatever follows a comma or dash."""
    tokens = list(unit.tokens)
    while tokens and (tokens[0].lower_ in _ARTICLES or tokens[0].tag_ in _LEADING):
        if len(tokens) == 1 or tokens[0].i == unit.head.i:
            break
        tokens.pop(0)
    for i, token in enumerate(tokens):
        gap = i and token.i > tokens[i - 1].i + 1 and not token.nbor(-1).is_punct
        if gap or i >= LONGEST or (token.i > unit.head.i and _is_cut(token)):
            tokens = tokens[:i]
            break
    while tokens and (tokens[-1].lower_ in _REFLEXIVES or tokens[-1].tag_ in _TRAILING):
        tokens.pop()
    return tokens


def _is_cut(token: Token) -> bool:
    """Whether the phrase proper ends before a token: comma, dash, relative pronoun."""
    relative = token.lower_ == "that" and token.tag_ in ("WDT", "IN")
    quoted = token.tag_ == "VBN" and token.lower_ in ("cited", "quoted", "interviewed", "contacted", "reached")
    dash = token.text in ("–", "—", "--", "-") and token.tag_ != "HYPH"
    return relative or quoted or dash or token.tag_ in _CUTS


def kind_of(head: Token) -> SpeakerKind:
    """What sort of thing a common noun describes."""
    lower = head.lower_
    if lower in people().unnamed_groups or lower in people().public_groups:
        return SpeakerKind.GROUP
    if lower in words("people", "somebody") or lower.endswith("year-old") or _is_age(head):
        return SpeakerKind.PERSON
    if lower in words("people", "quantity") and (counted := _counted(head)) is not None:
        return kind_of(counted)
    if lower in words("bodies", "document"):
        return SpeakerKind.DOCUMENT
    if lower in words("bodies", "body") and lower not in people().roles:
        return SpeakerKind.GOVERNMENT if lower in words("bodies", "government") else SpeakerKind.ORGANIZATION
    if is_person_noun(head) or (head.tag_ in ("NNP", "JJ") and _one_of_people(head)):
        return SpeakerKind.PERSON
    return _kind_by_form(head)


def _is_age(head: Token) -> bool:
    """Whether a word is the last of "34-year-old", which the pipeline cuts at its hyphens."""
    return head.lower_ == "old" and head.i >= 2 and head.nbor(-2).lower_ == "year"


def _counted(head: Token) -> Token | None:
    """What a noun of number counts: "voters" in "large numbers of voters"."""
    nouns = (noun for link in head.children if link.lower_ == "of" for noun in link.children)
    return next((noun for noun in nouns if noun.tag_ in ("NNS", "NNPS")), None)


def _kind_by_form(head: Token) -> SpeakerKind:
    """The kind of a noun that no list has: people in the plural speak as a group, things show something."""
    if head.tag_ == "NNP":
        return SpeakerKind.ORGANIZATION
    one = head.lower_.removesuffix("s")
    if head.tag_ == "NNS" and not (is_person_word(one) or one in words("bodies", "body")):
        return SpeakerKind.DOCUMENT
    return SpeakerKind.DOCUMENT if head.tag_ == "NN" else SpeakerKind.GROUP


def _one_of_people(head: Token) -> bool:
    """Whether one of a people or party is meant: "a New Hampshire Republican", "an American"."""
    return any(child.lower_ in ("a", "an", "one", "another") for child in head.lefts)


def _role_start(tokens: Sequence[Token], affiliation: str | None) -> int:
    """Where the role begins behind the name of the body: "spokesperson" in "Kremlin spokesperson"."""
    start = tokens[0].i
    text = tokens[0].doc[start : tokens[-1].i + 1].text
    if affiliation and text.startswith(affiliation):
        width = len(affiliation)
        return next((t.i for t in tokens if t.idx - tokens[0].idx > width and t.tag_ != "POS"), start)
    return start


def _country_of(tokens: Sequence[Token], head: Token) -> str | None:
    """The country whose body it is: "South Korea's defense ministry", "the Russian army"."""
    for width in (2, 1):
        place = place_of(head.doc[tokens[0].i : tokens[0].i + width].text)
        if place and tokens[0].i + width <= head.i:
            return place.country
    return None


def _is_unnamed(unit: Unit, tokens: Sequence[Token], head: Token, kind: SpeakerKind) -> bool:
    """Whether the description leaves open who speaks.

    A person without a name always; a group unless it speaks in public as what it is ("Western leaders", "House
    Republicans", but not "two senators"); a body only with an indefinite article and no name in it; a document never.
    """
    vague = any(token.lower_ in _VAGUE or token.tag_ == "CD" for token in tokens if token.i <= head.i)
    if kind is SpeakerKind.PERSON:
        return True
    if kind is SpeakerKind.GROUP:
        return vague or not (head.lower_ in people().public_groups or head.tag_ == "NNPS" or place_of(head.text))
    if kind is SpeakerKind.DOCUMENT:
        return False
    indefinite = unit.first.lower_ in ("a", "an", "one", "another", "some")
    return indefinite and not any(token.tag_ in ("NNP", "NNPS") for token in tokens)
