"""What of a statement matters to whether a denial answers it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution, Speaker
from claimtrack.domain.places import place_of
from claimtrack.domain.spans import cut, hull
from claimtrack.extract.denials.marks import marks_of
from claimtrack.extract.lexicons import phrases, words
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["Pointing", "StatementView", "opposed", "view"]

_WORD_PARTS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_SHORTEST_NAME = 3
_SHOWN = 25
"""How many words of a content are looked at: in long ones any sign is found somewhere."""
_SELF = frozenset({"i", "we", "he", "she", "it", "they", "our", "my", "us", "me", "his", "her", "their", "its"})


class Pointing(Enum):
    """How a content points at what somebody else said, where it says nothing of its own."""

    NOUN = auto()
    """the allegations, such claims"""
    PRONOUN = auto()
    """it, this"""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as the comparison of denials sees it."""

    attribution: Attribution
    place: int
    """Index of its paragraph."""
    begin: int
    content: str
    words: frozenset[str]
    """Lemmas of its content's words, names as they stand; countries for their adjectives and capitals too."""
    speakers: frozenset[str]
    parties: frozenset[str]
    """By what its speakers may be named in an accusation: their names' words, their bodies, their countries."""
    pointing: Pointing | None
    about_self: bool
    """Whether it says something of its speaker."""
    roles: frozenset[str]
    """Lemmas of what the speaker is called, no names: "the dairy", "the mayor, Ivor Satchwell"."""
    verbs: frozenset[str]
    sides: frozenset[str]
    """Its words that have an opposite."""
    numbers: frozenset[str]
    marks: frozenset[str]
    """What else it shows by itself: see ``marks.py``."""


def view(parsed: ParsedDocument, found: Attribution) -> StatementView:
    """The view of one attribution; it needs a content, and its speakers."""
    tokens = parsed.tokens(found.content)[:_SHOWN]
    where = hull([*found.source, *found.cue, *found.content])
    parties = frozenset(party for speaker in found.speakers for party in _parties(speaker))
    lemmas = frozenset(token.lemma_.lower() for token in tokens)
    return StatementView(
        attribution=found,
        place=parsed.paragraph_at(where.start).index,
        begin=found.content[0].start,
        content=cut(parsed.text, found.content),
        words=frozenset(_telling(tokens)) | frozenset(_countries([token.text for token in tokens])),
        speakers=frozenset(speaker.name for speaker in found.speakers),
        parties=parties,
        pointing=_pointing(tokens),
        about_self=any(token.lower_ in _SELF or token.text in parties for token in tokens),
        roles=frozenset(token.lemma_.lower() for token in parsed.tokens(found.source) if token.pos_ == "NOUN"),
        verbs=frozenset(token.lemma_.lower() for token in tokens if token.pos_ == "VERB" and not token.is_stop),
        sides=lemmas & opposites().keys(),
        numbers=frozenset(token.lower_ for token in tokens if token.like_num),
        marks=marks_of(parsed, found, tokens),
    )


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Words with what they are the opposite of."""
    found: dict[str, set[str]] = {}
    for pair in phrases("stance", "answers", "opposites"):
        left, right = pair.split("|")
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)
    return {word: frozenset(others) for word, others in found.items()}


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of one statement is the opposite of one of another."""
    return any(opposites()[word] & other for word in one)


def _pointing(content: Sequence[Token]) -> Pointing | None:
    """Told by the first noun or pronoun: "such claims an absurd paradox", "that the accusations were groundless"."""
    first = next((t for t in content if t.pos_ in {"NOUN", "PROPN", "PRON", "VERB", "AUX"}), None)
    if first is None:
        return None
    if first.pos_ == "PRON":
        return Pointing.PRONOUN if first.lower_ in words("stance", "claims", "pronouns") else None
    phrase = [token for token in first.subtree if token.dep_ != "relcl"]
    names_claim = first.lemma_.lower() in words("stance", "claims")
    says_more = set(_telling(phrase)) - words("stance", "claims") - {"such"}
    return Pointing.NOUN if first.pos_ == "NOUN" and names_claim and not says_more else None


def _parties(speaker: Speaker) -> Iterator[str]:
    for text in (speaker.name, speaker.affiliation or "", speaker.role or ""):
        parts = text.replace("’", "'").replace("'s", "").split()
        yield from _countries(parts)
        if text != speaker.role:
            yield text
            yield from (part for part in parts if part[:1].isupper() and len(part) >= _SHORTEST_NAME)


def _telling(tokens: Iterable[Token]) -> Iterator[str]:
    """Names as they stand, other words that tell something by their lemma."""
    for token in tokens:
        if token.pos_ in _WORD_PARTS and not token.is_stop:
            yield token.text if token.pos_ == "PROPN" else token.lemma_.lower()


def _countries(parts: Sequence[str]) -> Iterator[str]:
    """Countries named in the words, by name, adjective or capital."""
    for length in (1, 2, 3):
        for start in range(len(parts) - length + 1):
            if parts[start][:1].isupper():
                place = place_of(" ".join(parts[start : start + length]))
                if place is not None and place.country:
                    yield place.country
