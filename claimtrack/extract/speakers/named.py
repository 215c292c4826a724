"""Sources that hold a name: whose it is, and what stands around it."""

from spacy.tokens import Doc, Token

from claimtrack.domain.places import place_of
from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.called import named_within
from claimtrack.extract.speakers.descriptions import core_tokens
from claimtrack.extract.speakers.entities import Entity, Mention
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.media import is_medium_noun
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.register import Register
from claimtrack.extract.speakers.roles import is_person_noun
from claimtrack.extract.speakers.scene import Answer

__all__ = ["in_full", "named", "providers"]

BESIDE = 9
"""Tokens from a noun in which its bearer's name begins."""
_OF = frozenset({"IN", "DT", "NNP", "NNPS"})
_MORE = frozenset({"DT", "JJ", "NN", "NNP", "HYPH"})


def named(unit: Unit, register: Register) -> Answer | None:
    """The speaker that a phrase names; None where it only describes one."""
    mention = _own_mention(unit, register)
    if mention is None and (entity := named_within(register, unit.paragraph, _behind_head(unit))):
        return Answer(entity, Resolution.NAME)
    if mention and mention.entity.kind is SpeakerKind.GROUP and _is_misread(unit, mention):
        mention.entity.kind, mention.entity.plural = SpeakerKind.ORGANIZATION, False
    if mention is None or mention.entity.kind is SpeakerKind.GROUP:
        return None
    if mention.entity.kind is SpeakerKind.PERSON:
        role = mention.role.text if mention.role else None
        return Answer(mention.entity, _found_by(mention.entity, unit), role)
    entity = in_full(unit, mention)
    return Answer(entity, _found_by(entity, unit))


def _is_misread(unit: Unit, mention: Mention) -> bool:
    """Whether what was taken for a people's name is what one thing is called: "the carrier, AeroPuna,"."""
    return unit.head.tag_ == "NN" and mention.first > unit.head.i and place_of(mention.entity.name) is None


def _behind_head(unit: Unit) -> list[Token]:
    """What tells more of the noun that the phrase is about, behind it."""
    if not unit.head.tag_.startswith("NN"):
        return []
    return [token for token in unit.tokens if token.i > unit.head.i]


def _found_by(entity: Entity, unit: Unit) -> Resolution:
    """Whether the phrase gives the name whole, or only a part or a seat of it."""
    given = {word for token in unit.tokens for word in token.text.split("-")}
    whole = all(set(word.replace("’", "'").removesuffix("'s").split("-")) <= given for word in entity.name.split())
    return Resolution.NAME if whole else Resolution.SHORT_NAME


def _own_mention(unit: Unit, register: Register) -> Mention | None:
    """The name that the phrase is about, not one that it only has as a modifier."""
    head = unit.head
    mention = register.at(unit.paragraph, head.i)
    if mention and _heads(mention, unit):
        return mention
    if leading := _leading_person(unit, register):
        return leading
    inside = {token.i for token in unit.tokens}
    for child in head.children:
        if child.dep_ == "appos" and child.i in inside and (found := register.at(unit.paragraph, child.i)):
            return found
    if is_person_noun(head) and head.tag_ != "NNS":
        return _person_beside(unit, register, inside)
    if is_medium_noun(head.lower_) and head.i - 1 in inside:
        return register.at(unit.paragraph, head.i - 1)
    return None


def _leading_person(unit: Unit, register: Register) -> Mention | None:
    """A person's name that begins the phrase, behind titles at most, whatever the parser took for its head."""
    for token in unit.tokens:
        mention = register.at(unit.paragraph, token.i)
        if mention and mention.entity.kind is SpeakerKind.PERSON:
            return mention if _heads(mention, unit) and unit.head.i > mention.last else None
        if token.lower_ not in people().abbreviations:
            return None
    return None


def _heads(mention: Mention, unit: Unit) -> bool:
    """Whether a name that holds the phrase's head is the phrase: "Trump" is not in "Trump campaign"."""
    following = next((token for token in unit.tokens if token.i == mention.last + 1), None)
    if following is None or mention.entity.kind is not SpeakerKind.PERSON:
        return True
    owner = following.tag_ == "POS" and following.i < unit.tokens[-1].i
    return not owner and following.tag_ not in ("NN", "NNS")


def _person_beside(unit: Unit, register: Register, inside: set[int]) -> Mention | None:
    """A person's name right behind the noun, or behind a comma, that the parser hung elsewhere.

    More of the noun, or of the name, may stand before it: "the prefect of Hautmarne, X", "a guest, the poet X".
    """
    doc, comma = unit.head.doc, False
    for i in range(unit.head.i + 1, min(unit.head.i + BESIDE, len(doc))):
        if i not in inside:
            return None
        mention = register.at(unit.paragraph, i)
        if mention and mention.entity.kind is SpeakerKind.PERSON and (comma or i == unit.head.i + 1):
            return mention
        if doc[i].text == ",":
            if comma:
                return None
            comma = True
        elif doc[i].tag_ not in (_MORE if comma else _OF):
            return None
    return None


def in_full(unit: Unit, mention: Mention) -> Entity:
    """The entity, with the country in front of its name if the phrase has one ("Chile's Supreme Court")."""
    entity = mention.entity
    doc = unit.head.doc
    if entity.kind is not SpeakerKind.ORGANIZATION:
        return entity
    start = mention.first
    if start - 1 > unit.first.i and doc[start - 1].tag_ == "POS":
        start -= 1
    owner = _country_before(doc, unit.first.i, start)
    if owner is None:
        return entity
    text = doc[owner[0] : mention.last + 1].text
    return Entity(text, entity.kind, words=entity.words, affiliation=owner[1])


def _country_before(doc: Doc, first: int, end: int) -> tuple[int, str | None] | None:
    """Where a country's name of up to three words begins that ends before ``end``, and its usual name."""
    for width in (3, 2, 1):
        if end - width >= first and (place := place_of(doc[end - width : end].text)):
            return end - width, place.country
    return None


def providers(unit: Unit, register: Register) -> list[Answer]:
    """Who provides pictures, data or a written statement: "images from X and Y", "a letter by Z"."""
    if unit.head.lower_ not in words("bodies", "provider"):
        return []
    last = core_tokens(unit)[-1].i if core_tokens(unit) else unit.head.i
    for child in unit.head.children:
        if child.lower_ in ("from", "by", "of") and child.i > unit.head.i and child.dep_ in ("prep", "agent"):
            objects = [token for token in child.subtree if token.dep_ in ("pobj", "conj") and token.i <= last]
            found = [register.at(unit.paragraph, token.i) for token in objects]
            of = child.lower_ == "of"
            if found and all(m and not (of and m.entity.kind is not SpeakerKind.ORGANIZATION) for m in found):
                return [Answer(mention.entity, Resolution.NAME) for mention in found if mention]
    return []
