"""Types of attributions, told by cue, frame and source."""

import pytest

from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.rules.frames import Candidate
from claimtrack.extract.rules.types import type_of
from tests.extract.rules.sentences import doc

SENTENCE = doc("""
The       DT  det   2
study     NN  nsubj 3
says      VBZ ROOT  3 say
talks     NNS nsubj 5 talk
failed    VBD ccomp 3 fail
.         .   punct 3
""")


def _type(key: str, frame: str, *, source: bool = False) -> str:
    return type_of(Candidate(SENTENCE[2], frame, key, [(2, 3)], [(0, 2)] if source else [], [(3, 5)])).value


TYPES = {
    "speech": ("say", "clause", "statement"),
    "thought": ("think", "clause", "belief"),
    "will": ("plan", "to", "intention"),
    "proof": ("show", "clause", "evidence"),
    "speech with a preposition": ("call", "prep:for", "statement"),
    "a hoped-for event": ("hope", "clause", "belief"),
    "an unknown cue of a quotation": ("unheard", "quoted", "statement"),
    "an unknown cue of an infinitive": ("unheard", "to", "intention"),
    "an unknown cue of a clause": ("unheard", "clause", "belief"),
    "something agreed to be done": ("agree", "to", "intention"),
    "something agreed": ("agree", "clause", "statement"),
    "a place somebody is from": ("hail", "prep:from", "belief"),
    "an adverb of hearsay": ("reportedly", "adverb", "statement"),
}


@pytest.mark.parametrize(("key", "frame", "expected"), TYPES.values(), ids=TYPES)
def test_the_type_is_that_of(key: str, frame: str, expected: str) -> None:
    assert _type(key, frame) == expected


def test_what_a_document_suggests_is_evidence() -> None:
    assert _type("suggest", "clause", source=True) == AttributionType.EVIDENCE


def test_what_a_document_says_is_a_statement() -> None:
    assert _type("say", "clause", source=True) == AttributionType.STATEMENT


def test_what_somebody_suggests_is_a_statement() -> None:
    assert _type("suggest", "clause") == AttributionType.STATEMENT
