"""Things that show something: "The returns came out. They exposed his account"."""

from spacy.tokens import Token

from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import Resolution, SpeakerKind
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.descriptions import describe, kind_of
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.scene import Answer, Scene

__all__ = ["shown_by"]

_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})


def shown_by(scene: Scene, unit: Unit, cue: Spans) -> Answer | None:
    """The document, image or other thing that "it" or "they" are, where the cue says that they show something.

    The latest noun of that number for a thing in its sentence or the one before, subjects and objects before the rest;
    None where there is none.
    """
    cues = {token.lemma_.lower() for token in scene.parsed.tokens(cue)}
    if not cues & words("types", "evidence", "shows"):
        return None
    several = unit.head.lower_ == "they"
    doc, sentence = unit.head.doc, unit.head.sent.start
    before = doc[sentence - 1].sent.start if sentence else 0
    found = [
        (token.dep_ != "pobj", token.i)
        for token in doc[before : unit.head.i]
        if token.tag_ == ("NNS" if several else "NN") and token.dep_ in _OBJECTS and _is_thing(token)
    ]
    if not found:
        return None
    best = doc[max(found)[1]]
    entity = describe(Unit(unit.paragraph, best, tuple(best.subtree)), scene.register)
    return Answer(entity, Resolution.PRONOUN) if entity else None


def _is_thing(token: Token) -> bool:
    return kind_of(token) is SpeakerKind.DOCUMENT
