"""Definite descriptions that take up somebody known: "the aide", "the ministry", "the Florida senator"."""

import bisect
from collections.abc import Sequence

from spacy.tokens import Token

from claimtrack.domain.places import place_of
from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.descriptions import core_tokens, describe, kind_of
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.named import in_full
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.salience import best_candidate, candidates
from claimtrack.extract.speakers.scene import Answer, Scene
from claimtrack.extract.speakers.topical import tells_only_life, topical

__all__ = ["known_or_described"]

_DEFINITE = frozenset({"the", "this", "that"})
_EMPTY = frozenset({"same", "latter", "said", "own", "’s", "'s", "-"})


FIRM_FLOOR = 1.0
"""Rank of a firm that "the company" may mean: subject of the sentence before, or the last to speak."""


REACH = 10
"""Sentences after which a person has to be named anew before a mere "the candidate" means them."""


def known_or_described(scene: Scene, unit: Unit, own: Spans) -> Answer | None:
    """Whom a phrase without a name takes up, else the unnamed entity that it describes.

    ``own`` is the content of its attribution: "The mill will close, the company said" may name the company.
    """
    if known := _known(scene, unit, own):
        return Answer(known, Resolution.DESCRIPTION)
    described = describe(unit, scene.register)
    return Answer(described, Resolution.DESCRIBED) if described else None


def _known(scene: Scene, unit: Unit, own: Spans) -> Entity | None:
    tokens = core_tokens(unit)
    if unit.head not in tokens or not _is_definite(unit):
        return None
    kind = kind_of(unit.head)
    offset = scene.parsed.paragraphs[unit.paragraph].start + unit.first.idx
    noun = unit.head.lower_
    if tells_only_life(tokens):
        return topical(scene, noun, offset, own)
    if unit.head.tag_ not in ("NN", "NNP") or any(token.i > unit.head.i for token in tokens):
        return None
    modifiers = {t.lower_ for t in tokens if t.i != unit.head.i} - _EMPTY
    if kind is SpeakerKind.PERSON:
        return _person(scene, noun, modifiers, offset) or topical(scene, noun, offset, own)
    if noun in words("bodies", "firms", "words") or noun.endswith("maker"):
        return None if modifiers else _firm(scene, offset, own)
    if kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT):
        return _body(scene, noun, modifiers, offset)
    return None


def _is_definite(unit: Unit) -> bool:
    """By its article; or bare at the beginning of a sentence, as headlines have it."""
    first = unit.first
    bare = first is unit.head and first.text[0].isupper() and first.i == first.sent.start
    return first.lower_ in _DEFINITE or bare


def _firm(scene: Scene, offset: int, own: Spans) -> Entity | None:
    """The firm that a reader has in mind, else the only one of the sentences before."""
    if best := best_candidate(scene, offset, (), _is_firm, FIRM_FLOOR, own):
        return best
    near = {each.entity for each in candidates(scene, offset, (), own) if _is_firm(each.entity) is not None}
    return near.pop() if len(near) == 1 else None


def _is_firm(entity: Entity) -> float | None:
    """Zero where an organization can be a company: no noun of its name says that it is something else."""
    bodies = {word.lower() for word in entity.words} & words("bodies", "body") - words("bodies", "firms", "words")
    fits = entity.kind is SpeakerKind.ORGANIZATION and not entity.anonymous and not bodies and entity.words
    return 0.0 if fits else None


def _person(scene: Scene, noun: str, modifiers: set[str], offset: int) -> Entity | None:
    """The latest person before the offset with such a role: the same noun first, then one of like meaning."""
    exact = {noun}
    like = people().takes_up.get(noun, frozenset()) | exact
    for nouns in (exact, like):
        for entity in _persons_before(scene, offset):
            if any(_fits(role, nouns, modifiers, entity) for role in _roles(entity)):
                return entity
    return None


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
    return modifiers <= extra and (not past or bool(past & modifiers))


def _place_words(has: Sequence[str]) -> set[str]:
    """The other words for the countries that a role names: "russian" beside "Russia"."""
    places = [place for word in has if (place := place_of(word.title()))]
    return {place.name.lower() for place in places}


def _body(scene: Scene, noun: str, modifiers: set[str], offset: int) -> Entity | None:
    """The latest fuller mention of such a body: "South Korea's defense ministry" for "the ministry"."""
    places = scene.nouns.get(noun, [])
    last = bisect.bisect_left(places, offset, key=lambda place: place[0])
    for _, index, token in reversed(places[:last]):
        if found := _fuller(scene, index, token, modifiers):
            return found
    return None


def _fuller(scene: Scene, paragraph: int, token: Token, modifiers: set[str]) -> Entity | None:
    mention = scene.register.at(paragraph, token.i)
    if mention and mention.first < mention.last:
        have = {word.lower() for word in mention.entity.words}
        body = mention.entity.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT)
        unit = Unit(paragraph, token, tuple(token.doc[token.left_edge.i : token.i + 1]))
        return in_full(unit, mention) if body and modifiers <= have else None
    left = [t for t in token.doc[token.left_edge.i : token.i] if t.dep_ != "punct"]
    named = any(t.tag_ in ("NNP", "NNPS", "POS") for t in left)
    if named and modifiers <= {t.lower_ for t in left} and token.dep_ != "compound":
        return describe(Unit(paragraph, token, (*left, token)), scene.register)
    return None
