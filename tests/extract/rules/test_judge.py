"""The model that says how likely a candidate is an attribution."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.extract.rules.judge import CueTable, Judge, load_judge, log_odds
from claimtrack.extract.rules.verbs import verb_candidates
from tests.extract.rules.sentences import ACCUSED, CLAUSE_FIRST, SAID_THAT, word

ROBBED = """
Kirby  NNP nsubj 2
robbed VBD ROOT  2 rob
Moscow NNP dobj  2
.      .   punct 2
"""


def _table() -> CueTable:
    table = CueTable()
    table.add("say", "clause", 90, 100)
    table.add("see", "clause", 10, 100)
    table.add("say", "object", 5, 10)
    table.add("hit", "object", 0, 90)
    return table


def test_a_cue_seen_often_has_nearly_its_own_rate() -> None:
    assert _table().rate("say", "clause") == pytest.approx(0.9, abs=0.02)


def test_an_unknown_cue_has_about_the_rate_of_its_frame() -> None:
    table = _table()
    assert table.rate("unheard", "clause") == pytest.approx(0.5, abs=0.1)
    assert table.rate("unheard", "object") < 0.2


def test_a_cue_carries_its_tendency_into_another_frame() -> None:
    table = _table()
    assert table.rate("say", "noun:of") > table.rate("unheard", "noun:of") > table.rate("hit", "noun:of")


def test_counts_taken_back_leave_no_trace() -> None:
    table, untouched = _table(), _table()
    table.add("say", "clause", -1, -1)
    table.add("say", "clause", 1, 1)
    assert table.rate("say", "clause") == untouched.rate("say", "clause")


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_rate_is_never_certain(right: int, wrong: int) -> None:
    table = CueTable()
    table.add("say", "clause", right, right + wrong)
    assert 0.002 <= table.rate("say", "clause") <= 0.998


def test_log_odds_of_one_half_are_zero() -> None:
    assert log_odds(0.5) == 0


def test_probability_is_the_logistic_of_the_weighted_sum() -> None:
    judge = Judge(_table(), {"bias": -1.0, "cue": 0.5, "content:that": 2.0})
    score = -1.0 + 0.5 * log_odds(_table().rate("say", "clause")) + 2.0
    told = judge.probability_of("say", "clause", ["content:that", "feature without a weight"])
    assert told == pytest.approx(1 / (1 + math.exp(-score)))


def test_a_candidate_is_judged_by_its_cue_frame_and_features() -> None:
    judge = Judge(_table(), {"bias": 0.0, "cue": 1.0, "order:content-first": -1.0})
    (after,) = verb_candidates(word(SAID_THAT, "said"))
    (before,) = verb_candidates(word(CLAUSE_FIRST, "said"))
    assert judge.probability(after, []) > judge.probability(before, [])


def test_the_shipped_model_prefers_speech_to_deeds() -> None:
    judge = load_judge()
    (said,) = verb_candidates(word(SAID_THAT, "said"))
    accused = next(verb_candidates(word(ACCUSED, "accused")))
    hit = next(verb_candidates(word(ROBBED, "robbed")))
    assert judge.probability(said, []) > 0.7 > judge.probability(hit, [])
    assert judge.probability(accused, []) > judge.probability(hit, [])


def test_the_shipped_model_is_loaded_once() -> None:
    assert load_judge() is load_judge()
