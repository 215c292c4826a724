"""Two of one surname, told apart by age: "the younger Freeman", "the elder Ms Hrynko", "the elder"."""

from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.lexicons import table, words
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.scene import Answer, Scene
from claimtrack.extract.speakers.surnames import surnames_of

__all__ = ["by_generation"]

_YOUNGER = frozenset({"younger", "junior"})
_ELDER = frozenset({"elder", "older", "senior"})


def by_generation(scene: Scene, unit: Unit) -> Answer | None:
    """Which of two with one surname is meant; None where the phrase is none such, or nothing tells them apart."""
    plain = {token.lower_ for token in unit.tokens}
    if unit.first.lower_ != "the" or not plain & (_YOUNGER | _ELDER):
        return None
    offset = scene.parsed.paragraphs[unit.paragraph].start + unit.first.idx
    mention = scene.register.at(unit.paragraph, unit.head.i)
    heard = scene.heard_before(offset)[-1:]
    one = mention.entity if mention else heard[0].answers[0].entity if heard and len(unit.tokens) == 2 else None
    if one is None or one.kind is not SpeakerKind.PERSON or not one.words:
        return None
    surname = surnames_of(one.words)[0]
    bearers = {
        m.entity for m in scene.register.before(offset) if m.entity.kind is SpeakerKind.PERSON and m.entity.words
    }
    alike = [person for person in bearers if surnames_of(person.words)[0] == surname]
    young = [person for person in alike if _is_young(person, alike)]
    if len(alike) != 2 or len(young) != 1:
        return None
    elder = next(person for person in alike if person is not young[0])
    return Answer(young[0] if plain & _YOUNGER else elder, Resolution.SHORT_NAME)


def _is_young(person: Entity, alike: list[Entity]) -> bool:
    """Whether a person is called junior, or somebody's child, or the other one a parent."""
    kin = table("people")["kin"]
    down, up = (
        {*kin["child"], *kin["grandchild"], *kin["younger"]},
        {*kin["parent"], *kin["grandparent"], *kin["elder"]},
    )
    last = person.words[-1].casefold()
    if last in words("titles", "suffixes", "generational"):
        return not last.startswith("sr")
    if _roles(person) & down:
        return True
    return any(_roles(other) & up for other in alike if other is not person) and not _roles(person) & up


def _roles(person: Entity) -> set[str]:
    return {word for role in person.roles for word in role.lower().split()}
