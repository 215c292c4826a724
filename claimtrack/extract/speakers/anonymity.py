"""How it is kept from the reader who an unnamed speaker is, told by the sentence of the source."""

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import Anonymity, SpeakerKind
from claimtrack.extract.lexicons import phrases, words
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.scene import Scene

__all__ = ["note_anonymity"]

NEAR = 2
"""Sentences around a source in which it may be told why it has no name."""


def note_anonymity(scene: Scene, entity: Entity, attribution: Attribution) -> None:
    """Note on an unnamed entity what the sentence of its source tells; what was told before is kept.

    What it says itself is left out: "losses because of the storm" is no reason for anonymity.
    """
    if not entity.anonymous or entity.anonymity in {Anonymity.UNNAMED, Anonymity.UNNAMED_REASON}:
        return
    source = attribution.source or attribution.cue
    paragraph = scene.parsed.paragraph_at(source[0].start)
    tokens = paragraph.tokens([Span(source[0].start, source[0].start + 1)])
    if not tokens:
        return
    sentences = [_plain(token for token in tokens[0].sent if not _is_said(attribution, paragraph, token))]
    sentences += _others_of(scene, entity, source[0].start)
    nouns = set(re.findall(r"\w+", entity.name.lower()))
    if asked := next((sentence for sentence in sentences if _any("asked", sentence)), None):
        entity.anonymity = Anonymity.UNNAMED_REASON if _any("reasons", asked) else Anonymity.UNNAMED
    elif nouns & words("speakers", "anonymity"):
        entity.anonymity = Anonymity.UNNAMED
    else:
        several = entity.plural or entity.kind is SpeakerKind.GROUP
        entity.anonymity = Anonymity.GROUP if several else Anonymity.ROLE


def _others_of(scene: Scene, entity: Entity, offset: int) -> list[str]:
    """The sentences near by that go on about it: "The people asked not to be identified because …"."""
    here = scene.sentence(offset)
    nouns = set(re.findall(r"[\w-]+", entity.name.lower()))
    return [
        _plain(token.sent)
        for start, _, token in scene.subjects
        if token.lower_ in nouns and 0 < abs(scene.sentence(start) - here) <= NEAR
        if any(child.lower_ == "the" for child in token.lefts)
    ]


def _plain(tokens: Iterable[Token]) -> str:
    """The words of a sentence for the patterns: lower case, one space between."""
    text = " ".join(token.lower_ for token in tokens)
    return " ".join(text.replace("’", "'").replace(" n't", "n't").split())


def _is_said(attribution: Attribution, paragraph: Paragraph, token: Token) -> bool:
    return any(start <= paragraph.start + token.idx < end for start, end in attribution.content)


def _any(key: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(key))


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in phrases("speakers", "anonymity", key))
