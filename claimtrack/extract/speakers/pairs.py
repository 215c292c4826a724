"""Two at once without their names: "both countries", "the two leaders", "the two sides"."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from spacy.tokens import Token

from claimtrack.domain.places import place_of
from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.speakers.entities import Entity, Mention
from claimtrack.extract.speakers.roles import is_person_word
from claimtrack.extract.speakers.scene import Answer, Scene

__all__ = ["pair"]

_LEADS = frozenset({"both", "two", "neither", "pair", "couple", "duo"})
_COUNTRIES = frozenset({"countries", "nations", "governments", "capitals", "powers", "states", "neighbors", "koreas"})
_PERSONS = frozenset({"leaders", "men", "women", "presidents", "candidates", "ministers", "senators", "rivals"})
_BODIES = frozenset(
    {"companies", "firms", "banks", "airlines", "clubs", "groups", "unions", "universities", "organizations"}
)
_SIDES = frozenset({"sides", "parties", "side", "party"})
_ANY = frozenset({"", "of them"})
Pick: TypeAlias = Callable[[Mention, Scene], Entity | None]
REACH = 3
"""Sentences before the pair in which its two members are looked for."""


def pair(scene: Scene, tokens: Sequence[Token], offset: int) -> list[Answer]:
    """The two that are meant; an empty list where they cannot be told or the words mean no pair."""
    plain = [token.lower_ for token in tokens if not token.is_punct and not token.is_space]
    if plain[:1] == ["the"] or plain[:1] == ["these"]:
        plain = plain[1:]
    if plain in (["former"], ["latter"]):
        both = _nearest(scene, offset, _person) or _nearest(scene, offset, _body)
        return both[plain == ["latter"] :][:1]
    if plain == ["all", "three"]:
        return _nearest(scene, offset, _person, 3) or _nearest(scene, offset, _country, 3)
    if not plain or plain[0] not in _LEADS:
        return []
    noun = " ".join(plain[1:])
    for pick in _picks(noun):
        if found := _nearest(scene, offset, pick):
            return found
    return []


def _picks(noun: str) -> list[Pick]:
    """What the two can be, by the noun that they are called by: what is looked for first stands first."""
    if noun in _COUNTRIES:
        return [_country]
    if noun in _BODIES:
        return [_body, _firm]
    if noun in _SIDES:
        return [_country, _person]
    if noun in _ANY:
        return [_person, _country]
    persons = noun in _PERSONS or (" " not in noun and is_person_word(noun.removesuffix("s")))
    return [_person] if persons else []


def _country(mention: Mention, scene: Scene) -> Entity | None:
    """The country that a mention is of, an adjective included."""
    if mention.entity.kind is SpeakerKind.GOVERNMENT:
        place = place_of(mention.entity.name)
        return mention.entity if place and not place.is_seat else None
    place = place_of(mention.entity.name)
    if place and place.demonym:
        return scene.register.country(place.name)
    return None


def _person(mention: Mention, _: Scene) -> Entity | None:
    return mention.entity if mention.entity.kind is SpeakerKind.PERSON else None


def _body(mention: Mention, _: Scene) -> Entity | None:
    return mention.entity if mention.entity.kind is SpeakerKind.ORGANIZATION else None


def _firm(mention: Mention, _: Scene) -> Entity | None:
    """A body, or what is named like no person: "Fjordgull", "Pesquera Antu"."""
    if mention.entity.kind is SpeakerKind.PERSON and not mention.entity.gender and not mention.entity.called:
        return mention.entity
    return _body(mention, _)


def _nearest(scene: Scene, offset: int, pick: Pick, count: int = 2) -> list[Answer]:
    """The two of one sort in the nearest sentences that name as many; of more, the document's main two."""
    here = scene.sentence(offset)
    near: list[tuple[int, Entity]] = []
    for mention in reversed(scene.register.before(offset)):
        distance = here - scene.sentence(mention.start)
        if distance > REACH:
            break
        if entity := pick(mention, scene):
            near.append((distance, entity))
    for reach in range(REACH + 1):
        found = list(dict.fromkeys(entity for distance, entity in near if distance <= reach))
        if len(found) == count:
            return [Answer(entity, Resolution.PAIR) for entity in reversed(found)]
        if len(found) > count:
            return _main_two(found, near) if count == 2 else []
    return []


def _main_two(found: Iterable[Entity], near: Sequence[tuple[int, Entity]]) -> list[Answer]:
    """Of three or more the two that the document names most, if the third is clearly behind."""
    ranked = sorted(found, key=lambda entity: -entity.full_mentions)
    if ranked[1].full_mentions >= 2 * ranked[2].full_mentions:
        order = [entity for _, entity in reversed(near)]
        return [Answer(entity, Resolution.PAIR) for entity in sorted(ranked[:2], key=order.index)]
    return []
