"""Definite descriptions that tell something new of the one whom a passage is about.

"J.T. Buckner brought a barrow of books. The retired teacher said …": no role of Buckner's was given before, nobody else
is spoken of, and the phrase is definite.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from claimtrack.domain.places import place_of
from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.entities import Entity, Gender
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.salience import candidates
from claimtrack.extract.speakers.scene import Scene

__all__ = ["tells_only_life", "topical"]

FLOOR = 0.5
"""Rank that the one who is meant has to reach: a subject of the sentence before."""
AHEAD, LIFE_AHEAD = 2.5, 1.5
"""How far everybody else has to be behind; named ones alone where the phrase tells only of a life."""
FUNCTION = 1.0
"""What counts against those whom news calls by a function, where it tells only of a life."""
_PARENTS = frozenset({"mother", "father", "mum", "mom", "dad", "grandmother", "grandfather"})


def tells_only_life(tokens: Sequence[Token]) -> bool:
    """Whether a phrase tells no more than age, children or origin: "27-year-old", "mother of two", "Kenyan"."""
    plain = [token.lower_ for token in tokens]
    if any(token.tag_ == "POS" for token in tokens):
        return False
    place = place_of(tokens[0].text) if len(tokens) == 1 and tokens[0].tag_ not in ("NNS", "NNPS") else None
    if place is not None and place.demonym:
        return True
    return (plain[0] in _PARENTS and "of" in plain) or "-year-old" in "".join(plain)


def topical(scene: Scene, noun: str, offset: int, own: Spans, life: bool = False) -> Entity | None:
    """The named person of whom the sentences before are, if nobody else comes near and no role speaks against it.

    ``life``: the phrase tells no function, so that who is but the subject of the sentence before may be meant.
    """
    if noun in words("people", "newcomer"):
        return None
    ranks: dict[Entity, float] = {}
    for candidate in candidates(scene, offset, (), own):
        if candidate.entity.kind is SpeakerKind.PERSON and not candidate.entity.plural:
            known = FUNCTION if life and candidate.entity.roles else 0.0
            score = candidate.score - known - (0.0 if life else candidate.focus)
            ranks[candidate.entity] = max(score, ranks.get(candidate.entity, score))
    fitting = [each for each in ranks if _fits(each, noun, life)]
    best = max(fitting, key=lambda each: (ranks[each], each.name), default=None)
    if best is None or ranks[best] < FLOOR:
        return None
    if not life and _has_other_description(scene, best, offset):
        return None
    others = (each for each in ranks if each is not best and _agrees(each, noun) and not (life and each.anonymous))
    ahead = LIFE_AHEAD if life else AHEAD
    return best if all(ranks[each] <= ranks[best] - ahead for each in others) else None


def _has_other_description(scene: Scene, person: Entity, offset: int) -> bool:
    """Whether the last to speak was that person by a description: "The author says … The translator says" are two."""
    last = scene.heard_before(offset)[-1:]
    return any(
        each.entity is person and each.found_by is Resolution.DESCRIPTION for heard in last for each in heard.answers
    )


def _fits(entity: Entity, noun: str, life: bool) -> bool:
    """Whether a person is named, and no role that was given says otherwise."""
    told = entity.relation_only or (
        set(map(str.lower, entity.roles)) - words("titles", "courtesy", "roles") and not life
    )
    return not entity.anonymous and not told and _agrees(entity, noun)


def _agrees(entity: Entity, noun: str) -> bool:
    told = Gender.MALE if noun in people().male else Gender.FEMALE if noun in people().female else None
    known = entity.gender or entity.called
    return told is None or known is None or known is told
