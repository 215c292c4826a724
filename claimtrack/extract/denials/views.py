"""What of a statement matters to whether a denial answers it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution, Speaker
from claimtrack.domain.places import place_of
from claimtrack.domain.spans import hull
from claimtrack.domain.vocabulary import SpeechKind, Stance
from claimtrack.extract.lexicons import phrases, words
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.stance.content import heads_of, says_no
from claimtrack.extract.stance.cue import read_cue

__all__ = ["Pointing", "StatementView", "opposed", "view"]

_WORD_PARTS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_SHORTEST_NAME = 3
_SHOWN = 25
"""How many words of a content are looked at: in long ones any sign is found somewhere."""
_FIRST = frozenset({"i", "we", "my", "our", "me", "us", "mine", "ours"})
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
    words: frozenset[str]
    """Lemmas of its content's words, names as they stand; countries for their adjectives and capitals too."""
    speakers: frozenset[str]
    parties: frozenset[str]
    """By what its speakers may be named in an accusation: their names' words, their bodies, their countries."""
    accuses: bool
    pointing: Pointing | None
    negated: bool
    """Whether it says that something is not so: "no", "never", "nobody", "did not"."""
    ahead: bool
    """Whether it speaks of what is to come or can be: "will not", "cannot"."""
    absolute: bool
    """Whether it says so of all cases: "every", "always", "never", "any"."""
    verdict: bool
    """Whether it has a word for what is not true, or sets something against it: "nonsense", "in fact"."""
    yields: bool
    """Whether it regrets, agrees, promises or looks into something."""
    retorts: bool
    holds: bool
    """Whether its cue answers somebody, or holds to something against others."""
    about_self: bool
    """Whether it says something of its speaker."""
    first_person: bool
    """Whether its speaker says "I" or "we"."""
    roles: frozenset[str]
    """Lemmas of what the speaker is called, no names: "the dairy", "the mayor, Ivor Satchwell"."""
    represents: bool
    """Whether it speaks for somebody: "her office", "his lawyer", "a spokesman"."""
    grave: bool
    """Whether it has a word for what one is blamed for: "stole", "poisoned", "fake"."""
    sides: frozenset[str]
    """Words that have an opposite."""
    numbers: frozenset[str]
    done: bool
    """Whether it tells of something past."""
    asked: bool
    """Whether its sentence says that somebody asked or told the speaker of something."""
    moves_on: bool
    """Whether its cue or content does something else than answer: announces, warns, thanks."""
    plain: bool
    goes_on: bool
    """Whether it is a quotation, or told by a participle ("saying that"), and may go on with what was just said."""
    denies_itself: bool
    withholds: bool
    """Whether its cue could deny or confirm, but does something else: "denied them entry", "confirmed the judge"."""
    verbs: frozenset[str]
    sound: bool
    proof: bool


def view(parsed: ParsedDocument, found: Attribution) -> StatementView:
    """The view of one attribution; it needs a content, and its speakers."""
    whole = parsed.tokens(found.content)
    tokens = whole[:_SHOWN]
    cue = read_cue(parsed.tokens(found.cue)).lemmas
    where = hull([*found.source, *found.cue, *found.content])
    parties = frozenset(party for speaker in found.speakers for party in _parties(speaker))
    return StatementView(
        attribution=found,
        place=parsed.paragraph_at(where.start).index,
        begin=found.content[0].start,
        words=frozenset(_telling(tokens)) | frozenset(_countries([token.text for token in tokens])),
        speakers=frozenset(speaker.name for speaker in found.speakers),
        parties=parties,
        accuses=bool(cue & words("stance", "accuses", "cues")),
        pointing=_pointing(tokens),
        negated=any(says_no(head) for head in heads_of(tokens)),
        ahead=any(child.tag_ == "MD" for head in heads_of(tokens) for child in head.children),
        absolute=any(token.lower_ in words("stance", "answers", "absolutes") for token in tokens),
        verdict=any(token.lemma_.lower() in _verdicts() for token in tokens),
        yields=any(token.lemma_.lower() in words("stance", "answers", "yields") for token in tokens),
        retorts=bool(cue & words("stance", "answers", "retorts")),
        holds=bool(cue & words("stance", "answers", "holds")),
        about_self=any(token.lower_ in _SELF or token.text in parties for token in tokens),
        first_person=any(token.lower_ in _FIRST for token in tokens),
        roles=_roles(parsed.tokens(found.source)),
        represents=_represents(parsed.tokens(found.source)),
        grave=any(token.lemma_.lower() in words("stance", "answers", "grave") for token in tokens),
        sides=frozenset(token.lemma_.lower() for token in tokens) & frozenset(_opposites()),
        numbers=frozenset(token.lower_ for token in tokens if token.like_num),
        done=any(_is_past(head) for head in heads_of(tokens)),
        asked=_is_asked(parsed, found),
        moves_on=bool(cue & words("stance", "answers", "moves")),
        goes_on=found.kind is SpeechKind.DIRECT or any(t.tag_ == "VBG" for t in parsed.tokens(found.cue)[:1]),
        denies_itself=found.stance is Stance.DENIES,
        withholds=found.stance is Stance.ASSERTS and bool(cue & _acts()),
        plain=bool(cue & {"say", "tell", "reply", "answer", "insist", "write", "testify"}),
        verbs=frozenset(t.lemma_.lower() for t in tokens if t.pos_ == "VERB" and not t.is_stop),
        sound=any(token.lemma_.lower() in words("stance", "answers", "sound") for token in tokens),
        proof=any(token.lemma_.lower() in words("stance", "answers", "proof") for token in tokens),
    )


def _acts() -> frozenset[str]:
    keys = (("denies", "cues"), ("denies", "of_claims"), ("confirms", "cues"))
    return frozenset().union(*(words("stance", *key) for key in keys))


def _roles(source: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in source if token.pos_ == "NOUN")


def _represents(source: Sequence[Token]) -> bool:
    mouths = words("people", "speaks_for") | words("stance", "answers", "mouths")
    return any(token.tag_ == "PRP$" or token.lemma_.lower() in mouths for token in source)


def _is_past(head: Token) -> bool:
    return head.tag_ in {"VBD", "VBN"} and not any(child.tag_ == "MD" for child in head.children)


def _is_asked(parsed: ParsedDocument, found: Attribution) -> bool:
    """By a word outside the statement itself: "asked about it", "when told of the claim"."""
    cue = parsed.tokens(found.cue)
    if not cue:
        return False
    inside = {token.i for token in (*cue, *parsed.tokens(found.content))}
    asking = words("stance", "answers", "asking")
    return any(token.lemma_.lower() in asking and token.i not in inside for token in cue[0].sent)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in phrases("stance", "answers", "opposites"):
        left, right = pair.split("|")
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)
    return {word: frozenset(others) for word, others in found.items()}


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of one statement is the opposite of one of another."""
    return any(_opposites()[word] & other for word in one)


def _verdicts() -> frozenset[str]:
    return (
        words("stance", "verdicts", "words")
        | words("stance", "verdicts", "opinions")
        | words("stance", "answers", "contrasts")
    )


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
