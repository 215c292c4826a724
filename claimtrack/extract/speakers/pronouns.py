"""Pronouns as sources: he, she, it, they, I, we, who."""

from collections.abc import Callable

from spacy.tokens import Token

from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.gender import PRONOUN_GENDER
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.salience import best_candidate
from claimtrack.extract.speakers.scene import Answer, Scene

__all__ = ["antecedent", "is_pronoun", "third_person"]

_THINGS = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT, SpeakerKind.DOCUMENT})
SAME_GENDER = 1.0
UNNAMED = 0.7
PERSON_FLOOR = -4.0
THING_FLOOR = 0.0
"""Ranks below which nobody is meant: "it" and "they" are often nobody that speaks, and have to be near."""

NEAR = 2
"""Sentences within which "they" may be the last speakers."""

_THIRD = frozenset({"it", "its", "itself", "they", "them", "their", "themselves", *PRONOUN_GENDER})
_OTHERS = frozenset(
    {"i", "we", "you", "me", "us", "my", "our", "your", "who", "which", "that", "whom", "what", "this", "these"}
)


def is_pronoun(unit: Unit) -> bool:
    """Whether the phrase is a bare pronoun, up to "himself" behind it."""
    lower = unit.head.lower_
    if (lower == "us" and unit.head.text != "us") or len(unit.tokens) > 2:
        return False
    return lower in _THIRD or (lower in _OTHERS and len(unit.tokens) == 1)


def third_person(scene: Scene, unit: Unit, own: Spans, barred: frozenset[Entity]) -> list[Answer]:
    """Who "he", "she", "it" or "they" is; empty where nobody before it fits.

    ``barred`` are those who cannot be meant: the speaker of a quotation is no "he" inside it.
    """
    paragraph = scene.parsed.paragraphs[unit.paragraph]
    offset = paragraph.start + unit.head.idx
    lower = unit.head.lower_
    if lower in ("they", "them", "their", "themselves") and (several := _several(scene, offset)):
        return several
    floor = PERSON_FLOOR if lower in PRONOUN_GENDER else THING_FLOOR
    found = best_candidate(scene, offset, own, _fits(lower, barred), floor)
    if found and lower in PRONOUN_GENDER:
        found.called = PRONOUN_GENDER[lower]
    return [Answer(found, Resolution.PRONOUN)] if found else []


def _fits(lower: str, barred: frozenset[Entity]) -> Callable[[Entity], float | None]:
    """How well an entity agrees with a pronoun: None not at all, more for a known gender and for a name."""
    told = PRONOUN_GENDER.get(lower)

    def agreement(entity: Entity) -> float | None:
        if entity in barred:
            return None
        if told:
            genders = {entity.gender or told, entity.called or told}
            if entity.kind is not SpeakerKind.PERSON or entity.plural or genders != {told}:
                return None
            return (SAME_GENDER if entity.gender else 0.0) - (UNNAMED if entity.anonymous else 0.0)
        if lower in ("it", "its", "itself"):
            return 0.0 if entity.kind in _THINGS and not entity.plural else None
        return 0.0 if entity.plural and entity.kind is not SpeakerKind.DOCUMENT else None

    return agreement


def _several(scene: Scene, offset: int) -> list[Answer]:
    """The speakers of the last source, where they were several and it is near, else names joined as a subject."""
    for heard in reversed(scene.heard_before(offset)[-1:]):
        near = scene.sentence(offset) - scene.sentence(heard.start) <= NEAR
        if near and (len(heard.answers) > 1 or heard.answers[0].entity.plural):
            return [Answer(answer.entity, Resolution.PRONOUN) for answer in heard.answers]
    return _joined_subject(scene, offset)


def _joined_subject(scene: Scene, offset: int) -> list[Answer]:
    """ "Cruz and Rubio", the subject of this sentence or the one before."""
    mentions = scene.register.before(offset)
    for mention in reversed(mentions):
        if scene.sentence(offset) - scene.sentence(mention.start) > 1:
            break
        doc = scene.parsed.paragraphs[mention.paragraph].doc
        conj = doc[mention.last]
        if conj.dep_ == "appos" and conj.head.dep_ == "conj":  # "Alan Pike and his wife, Rosalind Pike,"
            conj = conj.head
        lead = scene.register.at(mention.paragraph, conj.head.i)
        subject = conj.head.dep_ in ("nsubj", "nsubjpass")
        if conj.dep_ == "conj" and subject and lead and lead.entity.kind is mention.entity.kind:
            return [Answer(each, Resolution.PRONOUN) for each in (lead.entity, mention.entity)]
    return []


def antecedent(unit: Unit) -> Unit | None:
    """The phrase that "who", "which" or "that" takes up; None where the parser sees no relative clause."""
    verb: Token = unit.head.head
    while verb.dep_ not in ("relcl", "acl") and verb.head.i != verb.i and verb.i > unit.head.i:
        verb = verb.head
    noun = verb.head
    if verb.dep_ not in ("relcl", "acl") or noun.i >= unit.head.i:
        noun = unit.head.nbor(-1) if unit.head.i > unit.head.sent.start else unit.head
        if not noun.tag_.startswith("N"):
            return None
    if noun.dep_ == "appos" and noun.head.tag_ == "NNP":
        noun = noun.head  # "Gov. John Kasich, a Republican who": the name, not what it is called
    tokens = tuple(token for token in noun.subtree if token.i < unit.head.i)
    return Unit(unit.paragraph, noun, tokens) if tokens else None
