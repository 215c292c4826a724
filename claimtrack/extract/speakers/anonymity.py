"""How it is kept from the reader who an unnamed speaker is, told by the sentence of the source."""

import re
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


def note_anonymity(scene: Scene, entity: Entity, attribution: Attribution) -> None:
    """Note on an unnamed entity what the sentence of its source tells; what was told before is kept.

    What it says itself is left out: "losses because of the storm" is no reason for anonymity.
    """
    if not entity.anonymous or entity.anonymity in {Anonymity.UNNAMED, Anonymity.UNNAMED_REASON}:
        return
    source = attribution.source
    paragraph = scene.parsed.paragraph_at(source[0].start)
    tokens = paragraph.tokens([Span(source[0].start, source[0].start + 1)])
    if not tokens:
        return
    sentence = " ".join(token.lower_ for token in tokens[0].sent if not _is_said(attribution, paragraph, token))
    sentence = " ".join(sentence.replace("’", "'").replace(" n't", "n't").split())
    nouns = set(re.findall(r"\w+", entity.name.lower()))
    if _any("asked", sentence):
        entity.anonymity = Anonymity.UNNAMED_REASON if _any("reasons", sentence) else Anonymity.UNNAMED
    elif nouns & words("speakers", "anonymity"):
        entity.anonymity = Anonymity.UNNAMED
    else:
        several = entity.plural or entity.kind is SpeakerKind.GROUP
        entity.anonymity = Anonymity.GROUP if several else Anonymity.ROLE


def _is_said(attribution: Attribution, paragraph: Paragraph, token: Token) -> bool:
    return any(start <= paragraph.start + token.idx < end for start, end in attribution.content)


def _any(key: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(key))


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in phrases("speakers", "anonymity", key))
