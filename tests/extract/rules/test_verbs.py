"""Verbs as cues, on sentences parsed by hand."""

import pytest

from claimtrack.extract.rules.trees import dependents
from claimtrack.extract.rules.verbs import source_range, verb_candidates, verb_cue
from tests.extract.rules import sentences
from tests.extract.rules.sentences import all_told, cut, doc, word

FRAMES = {
    "a clause after the cue": (sentences.SAID_THAT, "said", ("clause", "Kirby", "said", "that talks failed")),
    "a clause before the cue": (sentences.CLAUSE_FIRST, "said", ("clause", "Kirby", "said", "Talks failed")),
    "a cue inside the clause": (sentences.INSERTED, "said", ("inserted", "Kirby", "said", "Talks … would fail.")),
    "an infinitive": (sentences.PROMISED, "promised", ("to", "Kirby", "promised", "to leave")),
    "an object with its complement": (sentences.ACCUSED, "accused", ("object", "Kirby", "accused", "Moscow of theft")),
    "an object and what it is called": (sentences.CALLED, "called", ("as", "Kirby", "called", "the claim absurd")),
    "an object and as what": (sentences.DESCRIBED, "described", ("as", "Kirby", "described", "it as theft")),
    "a preposition": (sentences.CALLED_FOR, "called", ("prep:for", "Kirby", "called for", "talks")),
    "a preposition and an infinitive": (
        sentences.CALLED_ON,
        "called",
        ("prep:on", "Kirby", "called on", "them to leave"),
    ),
    "a passive with a clause": (
        sentences.ANNOUNCED,
        "announced",
        ("passive:clause", "", "was announced", "that talks failed"),
    ),
    "a passive with an infinitive": (
        sentences.EXPECTED,
        "expected",
        ("passive:to", "", "is expected", "Kirby … to leave"),
    ),
    "a passive with its agent": (
        sentences.WAS_ACCUSED,
        "accused",
        ("passive", "Moscow", "was accused", "Kirby … of theft"),
    ),
    "a participle with the subject of the verb above": (
        sentences.SAYING,
        "saying",
        ("clause", "Kirby", "saying", "talks failed"),
    ),
    "a participle after with": (
        sentences.WITH_CALLING,
        "calling",
        ("as", "an official", "calling", "the claims absurd"),
    ),
    "somebody urged to say it": (sentences.URGED_TO_SAY, "say", ("clause", "him", "to say", "that talks failed")),
    "a finite verb taken for a participle": (
        sentences.MISTAKEN_PARTICIPLE,
        "told",
        ("clause", "Kirby, a spokesman,", "told", "that talks failed."),
    ),
}


@pytest.mark.parametrize(("table", "verb", "expected"), FRAMES.values(), ids=FRAMES)
def test_a_verb_takes(table: str, verb: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in all_told(verb_candidates(word(table, verb)))


def test_who_is_told_is_no_content() -> None:
    contents = [content for _, _, _, content in all_told(verb_candidates(word(sentences.TOLD, "told")))]
    assert contents == ["that talks failed"]


def test_a_verb_that_takes_nothing_makes_no_candidate() -> None:
    assert not list(verb_candidates(word(sentences.SAID_THAT, "failed")))


def test_the_time_of_saying_is_no_part_of_the_clause() -> None:
    (found,) = all_told(verb_candidates(word(sentences.SAID_ON_MONDAY, "said")))
    assert found == ("clause", "Kirby", "said", "it would appeal")


def test_a_dateline_is_no_part_of_the_source() -> None:
    (found,) = all_told(verb_candidates(word(sentences.DATELINE, "said")))
    assert found[1] == "Kirby"


def test_an_apposition_belongs_to_the_source_with_both_commas() -> None:
    told = word(sentences.APPOSITION, "told")
    assert cut(told.doc, [source_range(told.doc[0], told)]) == "Kirby, a spokesman,"


CUES = {
    "auxiliaries": (sentences.WAS_ACCUSED, "accused", "was accused"),
    "the verb that governs an infinitive": (sentences.CONTINUED, "dismiss", "continued to dismiss"),
    "an adverb that is a particle": (sentences.BRUSHED_ASIDE, "brushed", "brushed aside"),
    "no object": (sentences.ACCUSED, "accused", "accused"),
}


@pytest.mark.parametrize(("table", "verb", "expected"), CUES.values(), ids=CUES)
def test_a_cue_has(table: str, verb: str, expected: str) -> None:
    head = word(table, verb)
    assert cut(head.doc, [verb_cue(head, dependents(head))]) == expected


def test_a_particle_is_part_of_the_key() -> None:
    assert {found.key for found in verb_candidates(word(sentences.BRUSHED_ASIDE, "brushed"))} == {"brush_aside"}


def test_roles_of_a_candidate_share_no_word() -> None:
    for name in (name for name in dir(sentences) if name.isupper()):
        for token in doc(getattr(sentences, name)):
            for found in verb_candidates(token) if token.pos_ == "VERB" else ():
                places = [i for part in (found.cue, found.source, found.content) for a, b in part for i in range(a, b)]
                assert len(places) == len(set(places)), (name, found)
