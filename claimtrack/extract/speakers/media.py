"""News media: which names are a medium's, and which one carries a statement (``via``)."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span, overlap
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.register import Register
from claimtrack.extract.speakers.scene import Scene

__all__ = ["carrier", "is_medium", "is_medium_noun"]

_SECOND = re.compile(
    r"\b(?:according to|(?:as )?(?:quoted|cited|reported|carried|published) (?:by|in)|via)\s+", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|speaking (?:to|with)|interview(?:ed)? (?:with|to|on|by))\s+", re.IGNORECASE
)
_REPORTERS = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.PERSON, SpeakerKind.GOVERNMENT})
PHRASE = 8
"""Tokens behind "according to" in which the name has to begin."""
_BRIDGE = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "POS", "CD", "NNS", "HYPH", "PRP$"})


def is_medium_noun(lower: str) -> bool:
    """Whether a noun calls the name before it a medium: "newspaper"."""
    return lower in words("media", "nouns", "words")


def is_medium(name: str) -> bool:
    """Whether a name is a news medium's."""
    known = words("media", "names", "known")
    last = name.rsplit(maxsplit=1)[-1].lower() if name else ""
    return name in known or (last in words("media", "names", "endings") and " " in name)


def carrier(scene: Scene, attribution: Attribution) -> str | None:
    """The medium or second source beside the speaker in the attribution's sentence; None where there is none.

    A name after "according to", "quoted by" and the like; a medium after "told" or "interview with".
    Listeners that are no medium ("told reporters") are none.
    """
    if not attribution.source:
        return None
    start = (attribution.cue or attribution.source)[0].start
    paragraph = scene.parsed.paragraph_at(start)
    sentence = _sentence(paragraph, start)
    text = scene.parsed.text[sentence.start : sentence.end]
    for marker in _markers(_SECOND, text, sentence.start):
        named = _is_second(scene, attribution, marker) and _name_at(paragraph, scene.register, marker.end)
        if named:
            return named.name
    for marker in _markers(_TOLD, text, sentence.start):
        named = _is_told(scene, attribution, marker) and _name_at(paragraph, scene.register, marker.end)
        if named and is_medium(named.name):
            return named.name
    return None


def _markers(pattern: re.Pattern[str], text: str, start: int) -> Iterator[Span]:
    for match in pattern.finditer(text):
        yield Span(start + match.start(), start + match.end())


def _is_told(scene: Scene, attribution: Attribution, marker: Span) -> bool:
    """Whether "told" is the attribution's own; an interview need only be no part of what was said."""
    interview = "interview" in scene.parsed.text[marker.start : marker.end].lower()
    return (interview or overlap([marker], attribution.cue)) and not overlap([marker], attribution.content)


def _is_second(scene: Scene, attribution: Attribution, marker: Span) -> bool:
    """Whether "according to" follows right behind the attribution's words, and is not its own cue or content."""
    own = [*attribution.source, *attribution.cue, *attribution.content]
    if overlap([marker], own):
        return False
    behind = max((span.end for span in own if span.end <= marker.start), default=None)
    return behind is not None and not any(char.isalnum() for char in scene.parsed.text[behind : marker.start])


def _sentence(paragraph: Paragraph, offset: int) -> Span:
    token: Token = paragraph.tokens([Span(offset, offset + 1)])[0]
    return Span(paragraph.start + token.sent.start_char, paragraph.start + token.sent.end_char)


def _name_at(paragraph: Paragraph, register: Register, offset: int) -> Entity | None:
    """The name that the phrase at an offset is about: "the official X newspaper"; an owner only if a medium."""
    doc = paragraph.doc
    for token in paragraph.tokens([Span(offset, paragraph.end)])[:PHRASE]:
        mention = register.at(paragraph.index, token.i)
        if mention and mention.entity.kind in _REPORTERS:
            owner = mention.last + 1 < len(doc) and doc[mention.last + 1].tag_ == "POS"
            if not owner or is_medium(mention.entity.name):
                return mention.entity
        elif not mention and token.tag_ not in _BRIDGE:
            return None
    return None
