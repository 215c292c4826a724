"""Cues that are no verbs, on sentences parsed by hand."""

import pytest

from claimtrack.extract.rules.phrases import (
    according_candidates,
    adjective_candidates,
    adverb_candidates,
    colon_candidates,
    noun_candidates,
)
from tests.extract.rules import sentences
from tests.extract.rules.sentences import all_told, doc, word


def test_according_to_takes_the_clause_around_it() -> None:
    (found,) = all_told(according_candidates(word(sentences.ACCORDING, "according")))
    assert found == ("phrase", "Kirby", "according to", "Talks failed, … .")


def test_per_takes_the_clause_around_it() -> None:
    (found,) = all_told(according_candidates(word(sentences.PER, "per")))
    assert found == ("phrase", "the ministry", "per", "Talks failed, … .")


def test_in_a_poll_tells_where_something_stands() -> None:
    (found,) = all_told(according_candidates(word(sentences.IN_A_POLL, "In")))
    assert found[:3] == ("phrase", "a poll", "In")


def test_in_a_town_attributes_nothing() -> None:
    assert not list(according_candidates(word(sentences.IN_A_TOWN, "In")))


NOUNS = {
    "with a possessor": (sentences.HIS_CLAIM, "claim", ("noun:that", "His", "claim", "that talks failed")),
    "with the subject of its verb": (
        sentences.MADE_THE_CLAIM,
        "claim",
        ("noun:that", "Kirby", "made the claim", "that talks failed"),
    ),
    "with an infinitive": (sentences.HIS_PLANS_TO_SAY, "plans", ("noun:to", "His", "plans", "to say talks failed")),
    "with a preposition and nobody": (sentences.FEARS_OF, "Fears", ("noun:of", "", "Fears of", "war")),
}


@pytest.mark.parametrize(("table", "noun", "expected"), NOUNS.values(), ids=NOUNS)
def test_a_noun_is_a_cue(table: str, noun: str, expected: tuple[str, str, str, str]) -> None:
    assert all_told(noun_candidates(word(table, noun))) == [expected]


def test_an_adjective_takes_a_clause() -> None:
    (found,) = all_told(adjective_candidates(word(sentences.SURE_THAT, "sure")))
    assert found == ("adj:that", "Kirby", "was sure", "that talks failed")


def test_an_adjective_takes_a_preposition() -> None:
    (found,) = all_told(adjective_candidates(word(sentences.WORRIED_ABOUT, "worried")))
    assert found == ("adj:about", "Voters", "were worried about", "talks")


def test_an_adverb_of_hearsay_names_nobody() -> None:
    (found,) = all_told(adverb_candidates(word(sentences.REPORTEDLY, "reportedly")))
    assert found == ("adverb", "", "reportedly", "Talks … failed.")


def test_another_adverb_attributes_nothing() -> None:
    assert not list(adverb_candidates(word(sentences.COLON, "again")))


def test_a_name_and_a_colon_take_the_rest_of_the_paragraph() -> None:
    (found,) = all_told(colon_candidates(doc(sentences.COLON)[0]))
    assert found == ("colon", "Kirby", ":", "Talks failed again")


def test_a_colon_after_common_words_attributes_nothing() -> None:
    assert not list(colon_candidates(doc(sentences.QUOTED_AFTER)[0]))
