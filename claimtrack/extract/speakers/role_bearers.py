"""Which person "the aide", "the Florida senator" or "the founder" takes up."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimtrack.domain.places import place_of
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.lexicons import table, words
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.scene import Scene

__all__ = ["bearer_of_role"]

REACH = 10
"""Sentences after which a person has to be named anew before a mere "the candidate" means them."""


def bearer_of_role(scene: Scene, noun: str, modifiers: set[str], offset: int) -> Entity | None:
    """The latest person before the offset with such a role: the same noun first, then one of like meaning."""
    exact = {noun}
    like = people().takes_up.get(noun, frozenset()) | exact
    for nouns in (exact, like):
        for entity in _persons_before(scene, offset):
            if any(_fits(role, nouns, modifiers, entity) for role in _roles(entity)):
                return entity
    return _doer(scene, noun, modifiers, offset)


def _doer(scene: Scene, noun: str, modifiers: set[str], offset: int) -> Entity | None:
    """The latest person who did what the noun says, or was taken on as such: "founded Nimbly", "as its chairman"."""
    for mention in reversed(scene.register.before(offset)):
        if scene.sentence(offset) - scene.sentence(mention.start) > REACH:
            break
        token = scene.parsed.paragraphs[mention.paragraph].doc[mention.last]
        person = mention.entity.kind is SpeakerKind.PERSON and not mention.entity.anonymous
        if person and ((not modifiers and _has_done(token, noun)) or _was_made(token, noun, modifiers)):
            return mention.entity
    return None


def _has_done(name: Token, noun: str) -> bool:
    """Whether a name is the subject of a verb of the noun's, of its clause or of a "who" behind it."""
    verbs = words("people", "doers", noun) if noun in table("people")["doers"] else frozenset()
    subject = [name.head, *name.head.conjuncts] if name.dep_ == "nsubj" else []
    clauses = [child for child in name.children if child.dep_ in ("relcl", "acl") and child.tag_ != "VBN"]
    own = (verb for verb in clauses if any(child.lower_ == "who" for child in verb.children) or verb.tag_ == "VBG")
    return any(verb.lemma_.lower() in verbs for verb in [*subject, *own])


def _was_made(name: Token, noun: str, modifiers: set[str]) -> bool:
    """Whether a verb has the name as its object, or passive subject, and the noun behind "as"."""
    if name.dep_ not in ("dobj", "nsubjpass"):
        return False
    nouns = (each for child in name.head.children if child.lower_ == "as" for each in child.children)
    return any(
        each.dep_ == "pobj" and each.lower_ == noun and modifiers <= {left.lower_ for left in each.lefts}
        for each in nouns
    )


def _persons_before(scene: Scene, offset: int) -> list[Entity]:
    """Persons named or heard to speak in the sentences before an offset, the latest first."""
    places = [(m.start, m.entity) for m in scene.register.before(offset) if m.entity.kind is SpeakerKind.PERSON]
    places += [(heard.start, answer.entity) for heard in scene.heard_before(offset) for answer in heard.answers]
    places = [place for place in places if scene.sentence(offset) - scene.sentence(place[0]) <= REACH]
    latest = sorted(places, key=lambda place: -place[0])
    return [e for e in dict.fromkeys(entity for _, entity in latest) if e.kind is SpeakerKind.PERSON]


def _roles(entity: Entity) -> list[str]:
    return [*entity.roles, entity.name] if entity.anonymous else entity.roles


def _fits(role: str, nouns: frozenset[str] | set[str], modifiers: set[str], entity: Entity) -> bool:
    """Whether a role is about one of the nouns, is not a thing of the past, and has all the modifiers."""
    from_abbreviation = people().abbreviations
    has = [from_abbreviation.get(word, word) for word in role.lower().replace("-", " - ").replace(",", " ").split()]
    head = has[: has.index("of")] if "of" in has else has
    if not nouns & set(head):
        return False
    past = {"former", "ex", "late"} & set(has)
    extra = {word.removesuffix("'s").removesuffix("’s") for word in has} | _place_words(has)
    if entity.affiliation:
        extra |= set(entity.affiliation.lower().split())
    return modifiers <= extra and (not past or entity.anonymous or bool(past & modifiers))


def _place_words(has: Sequence[str]) -> set[str]:
    """The other words for the countries that a role names: "russian" beside "Russia"."""
    places = [place for word in has if (place := place_of(word.title()))]
    return {place.name.lower() for place in places}
