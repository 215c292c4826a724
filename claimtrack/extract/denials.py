"""Denials inside a document: which statements a denial answers, and plain negatives that answer an accusation.

A denial is compared with the statements around it: by words they share ("arms deals"), by party (who is accused),
and by distance. A bare "such claims", "it", "the allegations" says nothing of its own and answers what came last.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import hull
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.places import place_of
from claimtrack.extract.stance import heads_of

__all__ = ["link_denials"]

LEAST = 1.5
"""A link below this score is not made: a wrong link is worse than none."""
_REACH = 12
"""How many paragraphs back a denial may look; forward it looks no further than its own paragraph."""
_SELF = frozenset({"i", "we", "he", "she", "it", "they"})
_WORD_PARTS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class _Statement:
    """What of a statement the comparison looks at."""

    attribution: Attribution
    place: int
    """Index of its paragraph."""
    begin: int
    words: frozenset[str]
    """Lemmas of its content's words; names of countries for their adjectives and capitals."""
    speakers: frozenset[str]
    accuses: bool
    bare: bool
    """Whether the content is only a word like "claims" or "it"."""


def link_denials(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, denials with the ids of the statements that they answer.

    A plain negative ("we have never sold weapons") becomes a denial where it answers an earlier accusation of its
    speaker. Needs speakers and stance.
    """
    statements = [
        _read(parsed, found) for found in attributions if found.type is AttributionType.STATEMENT and found.content
    ]
    answered: dict[str, tuple[str, ...]] = {}
    for index, statement in enumerate(statements):
        if statement.attribution.stance is Stance.DENIES:
            answered[statement.attribution.id] = _targets(statement, statements, answered)
        elif _is_plain_negative(parsed, statement) and (accusation := _accused_before(statement, statements[:index])):
            answered[statement.attribution.id] = (accusation,)
    return [
        replace(found, stance=Stance.DENIES, denies=answered[found.id]) if found.id in answered else found
        for found in attributions
    ]


def _targets(
    denial: _Statement, statements: Sequence[_Statement], answered: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    if denial.bare and (shared := _denied_just_before(denial, statements, answered)):
        return shared
    scored = [(_score(denial, other), other.begin, other.attribution.id) for other in statements]
    best = max(scored, default=(0.0, 0, ""))
    return (best[2],) if best[0] >= LEAST else ()


def _denied_just_before(
    denial: _Statement, statements: Sequence[_Statement], answered: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """What another denial of the same paragraph answers: "both deny it, an official calling such claims absurd"."""
    for other in statements:
        if other.place == denial.place and other.begin < denial.begin and answered.get(other.attribution.id):
            return answered[other.attribution.id]
    return ()


def _score(denial: _Statement, other: _Statement) -> float:
    """How likely the denial answers the other statement; 0 where it cannot."""
    same = other.attribution.id == denial.attribution.id or bool(other.speakers & denial.speakers)
    behind = denial.place - other.place
    too_far = behind > _REACH or behind < 0 or (other.begin > denial.begin and behind != 0)
    if same or too_far or other.attribution.stance in {Stance.DENIES, Stance.DECLINES}:
        return 0.0
    shared = len(denial.words & other.words)
    party = len(denial.speakers & other.words)
    near = 1.5 / (1 + behind) if other.begin < denial.begin else 0.3
    return shared + 0.75 * min(party, 2) + near + (0.75 if other.accuses else 0.0) - (0.0 if shared or party else 1.0)


def _is_plain_negative(parsed: ParsedDocument, statement: _Statement) -> bool:
    """Whether the content is a short negative about the speaker: "we have never sold", "he did not take"."""
    if statement.attribution.stance is not Stance.ASSERTS:
        return False
    for verb in heads_of(parsed.tokens(statement.attribution.content)):
        below = {child.dep_: child for child in verb.children}
        if "neg" in below and "nsubj" in below and below["nsubj"].lower_ in _SELF:
            return True
    return False


def _accused_before(statement: _Statement, earlier: Sequence[_Statement]) -> str | None:
    """The latest accusation that names the speaker and shares a word with the statement."""
    for other in reversed(earlier):
        if statement.place - other.place > _REACH:
            return None
        named = any(name.split()[-1] in other.words for name in statement.speakers)
        if other.accuses and named and statement.words & other.words and not other.speakers & statement.speakers:
            return other.attribution.id
    return None


def _read(parsed: ParsedDocument, found: Attribution) -> _Statement:
    tokens = parsed.tokens(found.content)
    cue = {t.lemma_.lower() for t in parsed.tokens(found.cue)}
    where = hull([*found.source, *found.cue, *found.content])
    return _Statement(
        attribution=found,
        place=parsed.paragraph_at(where.start).index,
        begin=found.content[0].start,
        words=frozenset(_content_words(tokens)) | frozenset(_countries(tokens)),
        speakers=frozenset(speaker.name for speaker in found.speakers),
        accuses=bool(cue & words("stance", "accuses", "cues")),
        bare=_is_bare(tokens),
    )


def _is_bare(content: Sequence[Token]) -> bool:
    """Whether what is denied is only pointed at: "it", "such claims", "the allegations"."""
    first = next((t for t in content if t.pos_ in {"NOUN", "PROPN", "PRON", "VERB", "AUX"}), None)
    if first is None or first.pos_ not in {"NOUN", "PRON"}:
        return False
    phrase = [t for t in first.subtree if t.dep_ != "relcl"]
    return not set(_content_words(phrase)) - words("stance", "claims") - {"such"}


def _content_words(tokens: Iterable[Token]) -> Iterator[str]:
    """Names as they stand, other words that tell something by their lemma."""
    for token in tokens:
        if token.pos_ in _WORD_PARTS and not token.is_stop:
            yield token.text if token.pos_ == "PROPN" else token.lemma_.lower()


def _countries(tokens: Sequence[Token]) -> Iterator[str]:
    """Countries named in the words, by name, adjective or capital."""
    for length in (1, 2, 3):
        for start in range(len(tokens) - length + 1):
            if tokens[start].text[:1].isupper():
                place = place_of(" ".join(t.text for t in tokens[start : start + length]))
                if place is not None and place.country:
                    yield place.country
