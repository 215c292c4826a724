"""Definite descriptions that take up somebody known: "the aide", "the ministry", "the Florida senator"."""

from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.speakers.bodies import body_taken_up, is_firm_noun
from claimtrack.extract.speakers.descriptions import core_tokens, describe, kind_of
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.role_bearers import bearer_of_role
from claimtrack.extract.speakers.scene import Answer, Scene
from claimtrack.extract.speakers.topical import tells_only_life, topical

__all__ = ["known_or_described"]

_DEFINITE = frozenset({"the", "this", "that"})
_EMPTY = frozenset({"same", "latter", "said", "own", "’s", "'s", "-"})


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
        return topical(scene, noun, offset, own, life=True)
    titled = noun in people().roles and unit.head.tag_ == "JJ"  # "the major"
    if not (titled or unit.head.tag_ in ("NN", "NNP")) or any(token.i > unit.head.i for token in tokens):
        return None
    modifiers = {t.lower_ for t in tokens if t.i != unit.head.i} - _EMPTY
    if kind is SpeakerKind.PERSON and not noun.endswith("maker"):
        owned = any(token.tag_ == "POS" for token in tokens)
        return bearer_of_role(scene, noun, modifiers, offset) or (None if owned else topical(scene, noun, offset, own))
    if kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GOVERNMENT) or is_firm_noun(noun):
        return body_taken_up(scene, noun, modifiers, offset, own)
    return None


def _is_definite(unit: Unit) -> bool:
    """By its article; or bare at the beginning of a sentence, as headlines have it."""
    first = unit.first
    bare = first is unit.head and first.text[0].isupper() and first.i == first.sent.start
    return first.lower_ in _DEFINITE or bare
