"""Kin by name: "his sister", "Her father", "the younger Freeman", where the document tells who that is."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.lexicons import table
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.gender import PRONOUN_GENDER, gender_of_words
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.pronouns import third_person
from claimtrack.extract.speakers.scene import Answer, Scene
from claimtrack.extract.speakers.surnames import surnames_of

__all__ = ["relative"]

AHEAD = 4
"""Sentences within which kin who spoke first may be named: "her mother said. Volha Hrynko said her daughter …"."""


def relative(scene: Scene, unit: Unit) -> Answer | None:
    """Whom a phrase like "his sister" means; None where it is no such phrase, or nothing tells the name."""
    group = _groups().get(unit.head.lower_)
    owner = _owner_token(unit)
    if group is None or owner is None or unit.head.tag_ not in ("NN", "NNP"):
        return None
    whose = _person_at(scene, unit.paragraph, owner)
    for person, noun, kin in _relations(scene):
        if person is whose and _groups()[noun] == group and _agrees(kin, unit.head.lower_) and noun == unit.head.lower_:
            return Answer(kin, Resolution.DESCRIPTION)
        inverse = table("people")["kin_inverse"][_groups()[noun]]
        mine = kin is whose or (whose is None and _agrees_with(kin, owner))
        if mine and group in inverse and person is not whose and _agrees(person, unit.head.lower_):
            return Answer(person, Resolution.DESCRIPTION)
    later = _named_later(scene, unit, whose) if whose else None
    return Answer(later, Resolution.DESCRIPTION) if later else None


@cache
def _groups() -> dict[str, str]:
    return {noun: group for group, nouns in table("people")["kin"].items() for noun in nouns}


def _owner_token(unit: Unit) -> Token | None:
    """Whose kin it is: the possessive pronoun, or the name before "'s"."""
    first = unit.first
    if first.tag_ == "PRP$":
        return first if first.lower_ in PRONOUN_GENDER else None
    marks = [token for token in unit.tokens if token.tag_ == "POS" and token.i < unit.head.i]
    return marks[0].nbor(-1) if len(marks) == 1 else None


def _person_at(scene: Scene, paragraph: int, token: Token) -> Entity | None:
    """The person whom a name's or a possessive pronoun's token means."""
    if token.tag_ != "PRP$":
        mention = scene.register.at(paragraph, token.i)
        return mention.entity if mention and mention.entity.kind is SpeakerKind.PERSON else None
    found = third_person(scene, Unit(paragraph, token, (token,)), (), frozenset())
    return found[0].entity if len(found) == 1 and not found[0].entity.anonymous else None


def _relations(scene: Scene) -> Iterator[tuple[Entity, str, Entity]]:
    """Of all names with kinship beside them: who, the noun, and whose kin: "Her brother Ivan Kovac"."""
    for mention in scene.register.mentions:
        role = mention.role
        if role is None or role.noun not in _groups() or not role.first:
            continue
        doc = scene.parsed.paragraphs[mention.paragraph].doc
        noun = next((i for i in range(role.first, role.last + 1) if doc[i].lower_ == role.noun), role.first)
        mark = next((doc[i] for i in range(noun - 1, max(noun - 4, -1), -1) if doc[i].tag_ in ("PRP$", "POS")), None)
        if mark is None or (mark.tag_ == "POS" and not mark.i):
            continue
        owner = _person_at(scene, mention.paragraph, mark if mark.tag_ == "PRP$" else mark.nbor(-1))
        if owner is not None and owner is not mention.entity:
            yield owner, role.noun, mention.entity


def _agrees(person: Entity, noun: str) -> bool:
    told, known = gender_of_words(noun), person.gender or person.called
    return told is None or known is None or told is known


def _agrees_with(person: Entity, owner: Token) -> bool:
    known = person.gender or person.called
    return known is None or PRONOUN_GENDER.get(owner.lower_, known) is known


def _named_later(scene: Scene, unit: Unit, whose: Entity) -> Entity | None:
    """The first person named behind who was not before, bears the same surname and can be such kin."""
    offset = scene.parsed.paragraphs[unit.paragraph].start + unit.head.idx
    known = {mention.entity for mention in scene.register.before(offset)}
    here = scene.sentence(offset)
    for mention in scene.register.mentions[len(scene.register.before(offset)) :]:
        person = mention.entity
        if scene.sentence(mention.start) - here > AHEAD:
            return None
        if person in known or person.kind is not SpeakerKind.PERSON or len(person.words) < 2:
            continue
        same = surnames_of(person.words)[0] == surnames_of(whose.words)[0] if whose.words else False
        others = {word for role in person.roles for word in role.lower().split()} & _groups().keys()
        if same and _agrees(person, unit.head.lower_) and not others - {unit.head.lower_}:
            return person
    return None
