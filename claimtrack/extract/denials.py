"""Denials inside a document: which statements a denial answers, and plain negatives that answer an accusation.

A denial is compared with the statements around it: by words they share ("arms deals"), by party (who is accused),
and by distance. A bare "such claims", "it", "the allegations" says nothing of its own and answers what came last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import hull
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.speakers.lexicon import place_of

__all__ = ["link_denials"]

LEAST = 1.5
"""A link below this score is not made: a wrong link is worse than none."""
_REACH = 12
"""How many paragraphs back a denial may look; forward it looks no further than its own paragraph."""
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
    tokens = parsed.tokens(statement.attribution.content)[:12]
    negative = next((t for t in tokens if t.dep_ == "neg"), None)
    if negative is None or statement.attribution.stance is not Stance.ASSERTS:
        return False
    subject = next((t for t in negative.head.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject.pos_ == "PRON" and subject.lower_ in {"i", "we", "he", "she", "they"}


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
    content = {t.text if t.pos_ == "PROPN" else t.lemma_.lower() for t in tokens if _tells(t)} | set(_countries(tokens))
    vague = words("stance", "claims") | {"such", "absurd"}
    cue = {t.lemma_.lower() for t in parsed.tokens(found.cue)}
    where = hull([*found.source, *found.cue, *found.content])
    named = {speaker.name for speaker in found.speakers}
    return _Statement(
        attribution=found,
        place=parsed.paragraph_at(where.start).index,
        begin=found.content[0].start,
        words=frozenset(content),
        speakers=frozenset(named),
        accuses=bool(cue & words("stance", "accuses", "cues")),
        bare=not content - vague - words("stance", "verdicts", "words"),
    )


def _tells(token: Token) -> bool:
    return token.pos_ in _WORD_PARTS and not token.is_stop


def _countries(tokens: Sequence[Token]) -> Iterator[str]:
    """Countries named in the words, by name, adjective or capital."""
    for length in (1, 2, 3):
        for start in range(len(tokens) - length + 1):
            if tokens[start].text[:1].isupper():
                place = place_of(" ".join(t.text for t in tokens[start : start + length]))
                if place is not None and place.country:
                    yield place.country
