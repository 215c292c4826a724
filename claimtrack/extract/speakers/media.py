"""News media: which names are a medium's, and which one carries a statement (``via``)."""

import re

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span, overlap
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.lexicon import words
from claimtrack.extract.speakers.register import Register
from claimtrack.extract.speakers.scene import Scene

__all__ = ["carrier", "is_medium", "is_medium_noun"]

_ACCORDING = re.compile(
    r"\b(?:according to|(?:as )?(?:quoted|cited|reported|carried|published) (?:by|in)|via)\s+", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview (?:with|to|on)|interviewed by|speaking (?:to|with))\s+", re.IGNORECASE
)
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
    anchors = attribution.cue or attribution.source
    if not anchors or not attribution.source:
        return None
    start = min(span.start for span in anchors)
    paragraph = scene.parsed.paragraph_at(start)
    sentence = _sentence(paragraph, start)
    text = scene.parsed.text[sentence.start : sentence.end]
    for pattern, only_media in ((_ACCORDING, False), (_TOLD, True)):
        for match in pattern.finditer(text):
            at = sentence.start + match.end()
            if _taken(attribution, sentence.start + match.start(), at, only_media):
                continue
            if found := _name_at(paragraph, scene.register, at, only_media):
                return found.name
    return None


def _taken(attribution: Attribution, start: int, end: int, only_media: bool) -> bool:
    """Whether the words belong to the content, or are the attribution's own cue and source."""
    words_of = [Span(start, end)]
    if overlap(words_of, attribution.content):
        return True
    own = [Span(start, end + 1)]
    return not only_media and overlap(own, [*attribution.cue, *attribution.source])


def _sentence(paragraph: Paragraph, offset: int) -> Span:
    token: Token = paragraph.tokens([Span(offset, offset + 1)])[0]
    return Span(paragraph.start + token.sent.start_char, paragraph.start + token.sent.end_char)


def _name_at(paragraph: Paragraph, register: Register, offset: int, only_media: bool) -> Entity | None:
    """The named organization that the phrase at an offset is about: "the official X newspaper"."""
    for token in paragraph.tokens([Span(offset, paragraph.end)])[:8]:
        mention = register.at(paragraph.index, token.i)
        if mention and mention.entity.kind in (
            SpeakerKind.ORGANIZATION,
            SpeakerKind.PERSON,
            SpeakerKind.GOVERNMENT,
        ):
            after = paragraph.doc[mention.last + 1].lower_ if mention.last + 1 < len(paragraph.doc) else ""
            medium = is_medium(mention.entity.name) or is_medium_noun(after)
            if medium or (mention.last == token.i and after in ("'s", "’s")):
                if medium:
                    return mention.entity
                continue
            return None if only_media else mention.entity
        if token.tag_ not in _BRIDGE:
            return None
    return None
