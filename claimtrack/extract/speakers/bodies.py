"""Which body "the ministry", "the company", "the regulator" or "the aid group" takes up."""

import bisect

from spacy.tokens import Token

from claimtrack.domain.places import place_of
from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.lexicons import table, words
from claimtrack.extract.speakers.called import called
from claimtrack.extract.speakers.descriptions import describe
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.named import in_full
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.salience import best_candidate, candidates
from claimtrack.extract.speakers.scene import Scene

__all__ = ["body_taken_up", "is_firm_noun"]

FIRM_FLOOR = 1.0
"""Rank of a firm that "the company" may mean: subject of the sentence before, or the last to speak."""
LIKE = 2.0
"""For a name that has a word of its own for what the noun says: "Banco Aurelio" is a bank."""
REACH = 8
"""Sentences within which a body is called by what it is."""
NEAR = 1
"""The same where another body has been named since that may be meant as well."""
LAST = 40
"""Names and speakers looked at."""
_INDEFINITE = frozenset({"a", "an", "another", "one", "some"})
_RENAMES = frozenset({"appos", "attr"})
_BODIES = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT})


def is_firm_noun(noun: str) -> bool:
    """Whether a noun calls a company without its name."""
    return noun in words("bodies", "firms", "words") or noun.endswith("maker")


def body_taken_up(scene: Scene, noun: str, modifiers: set[str], offset: int, own: Spans) -> Entity | None:
    """The body that a definite phrase takes up; None where the text has introduced one without a name."""
    if found := _same_noun(scene, noun, modifiers, offset):
        return found
    more = modifiers - _kinds(noun)
    if _is_introduced(scene, noun, offset):
        return None
    if more:
        national = all((place := place_of(word.title())) and place.demonym for word in more)
        return _firm(scene, noun, offset, own) if national and is_firm_noun(noun) else None
    return _named_like(scene, noun, offset) or (_firm(scene, noun, offset, own) if is_firm_noun(noun) else None)


def _kinds(noun: str) -> frozenset[str]:
    """What may be told of such a body that its name need not say: "the aid group"."""
    loose = is_firm_noun(noun) or noun in words("bodies", "modifiers", "bodies")
    return words("bodies", "modifiers") if loose else frozenset()


def _same_noun(scene: Scene, noun: str, modifiers: set[str], offset: int) -> Entity | None:
    """The latest fuller mention of such a body: "South Korea's defense ministry" for "the ministry"."""
    for index, token in _before(scene, noun, offset):
        if found := _fuller(scene, index, token, modifiers):
            return found
    return None


def _before(scene: Scene, noun: str, offset: int) -> list[tuple[int, Token]]:
    """Where a noun stands before an offset, the latest first: paragraph and token."""
    places = scene.nouns.get(noun, [])
    last = bisect.bisect_left(places, offset, key=lambda place: place[0])
    return [(index, token) for _, index, token in reversed(places[:last])]


def _is_introduced(scene: Scene, noun: str, offset: int) -> bool:
    """Whether the noun last stood for one that is told of without its name: "a rival firm … The firm"."""
    for _, token in _before(scene, noun, offset)[:1]:
        indefinite = any(left.lower_ in _INDEFINITE or left.dep_ == "amod" for left in token.lefts)
        of_many = any(child.lower_ == "of" for child in token.rights)
        return token.dep_ not in _RENAMES and (indefinite or of_many)
    return False


def _fuller(scene: Scene, paragraph: int, token: Token, modifiers: set[str]) -> Entity | None:
    mention = scene.register.at(paragraph, token.i)
    if mention and mention.first < mention.last:
        have = {word.lower() for word in mention.entity.words}
        unit = Unit(paragraph, token, tuple(token.doc[token.left_edge.i : token.i + 1]))
        return in_full(unit, mention) if mention.entity.kind in _BODIES and modifiers <= have else None
    if (name := called(scene.register, paragraph, token)) and not modifiers:
        return name
    left = [t for t in token.doc[token.left_edge.i : token.i] if t.dep_ != "punct"]
    named = any(t.tag_ in ("NNP", "NNPS", "POS") for t in left)
    if named and modifiers <= {t.lower_ for t in left} and token.dep_ != "compound":
        return describe(Unit(paragraph, token, (*left, token)), scene.register)
    return None


def _named_like(scene: Scene, noun: str, offset: int) -> Entity | None:
    """The latest body whose name has a word that the noun takes up: "the agency" for "Office of Food Hygiene"."""
    alike = _alike(noun)
    here, others = scene.sentence(offset), False
    for start, entity in _told_of(scene, offset):
        back = here - scene.sentence(start)
        if not alike or back > (NEAR if others else REACH):
            return None
        if entity.kind in _BODIES and _has(entity, alike):
            return entity
        others = others or _may_be_such(entity, noun)
    return None


def _told_of(scene: Scene, offset: int) -> list[tuple[int, Entity]]:
    """Who was named or heard to speak before an offset, and where, the latest first."""
    found = [(mention.start, mention.entity) for mention in scene.register.before(offset)[-LAST:]]
    found += [(heard.start, answer.entity) for heard in scene.heard_before(offset)[-LAST:] for answer in heard.answers]
    return sorted(found, key=lambda each: -each[0])


def _may_be_such(entity: Entity, noun: str) -> bool:
    """Whether a noun may mean a body that says nothing of itself; one word is a firm's: "Nordamed" is no regulator."""
    long = len(entity.words) > 1 or is_firm_noun(noun)
    return long and entity.kind is SpeakerKind.ORGANIZATION and _may_be_firm(entity)


def _alike(noun: str) -> frozenset[str]:
    takes_up = table("bodies")["takes_up"]
    return words("bodies", "takes_up", noun) if noun in takes_up else frozenset()


def _has(entity: Entity, alike: frozenset[str]) -> bool:
    """Whether one of the words is in a name, with an ending or without: "NATO", "Railways"; "Bank" alone is no name."""
    lower = [word.lower() for word in entity.name.split()]
    whole = len(lower) > 1 or entity.name.isupper()
    return whole and any(word.removesuffix("s") in alike or word in alike for word in lower)


def _firm(scene: Scene, noun: str, offset: int, own: Spans) -> Entity | None:
    """The firm that a reader has in mind, else the only one of the sentences before."""
    alike = _alike(noun)

    def fits(entity: Entity) -> float | None:
        return (LIKE if _has(entity, alike) else 0.0) if _may_be_firm(entity) else None

    best = best_candidate(scene, offset, (), fits, FIRM_FLOOR, own)
    if best is not None:
        best.kind = SpeakerKind.ORGANIZATION
    return best or _only_firm(scene, offset, own)


def _only_firm(scene: Scene, offset: int, own: Spans) -> Entity | None:
    """The one name of the sentences before that can be a firm's."""
    near = {each.entity for each in candidates(scene, offset, (), own) if _may_be_firm(each.entity)}
    best = near.pop() if len(near) == 1 else None
    if best is not None:
        best.kind = SpeakerKind.ORGANIZATION
    return best


def _may_be_firm(entity: Entity) -> bool:
    """Whether a name can be a company's: nothing tells of another sort of body, or of a person."""
    if entity.anonymous or not entity.words:
        return False
    if entity.kind is SpeakerKind.PERSON:  # the recognizer takes "Nordamed" for one
        told = entity.gender or entity.called or entity.roles or entity.by_given_name
        return len(entity.words) == 1 and not told
    bodies = {word.lower() for word in entity.words} & words("bodies", "body")
    return entity.kind is SpeakerKind.ORGANIZATION and not bodies - words("bodies", "firms", "words")
