"""How likely statements are about a subject."""

import pytest

from claimtrack.search.meaning import borderline, least, likelihoods


def test_the_nearest_is_the_likeliest() -> None:
    near, far = likelihoods([1.0, 0.2], [False, False])
    assert 1 > near > least() > far > 0


def test_words_make_it_likelier() -> None:
    with_words, without = likelihoods([0.6, 0.6], [True, False])
    assert with_words > without


def test_what_is_far_behind_the_nearest_is_less_likely() -> None:
    assert likelihoods([0.6], [False])[0] > likelihoods([0.6, 1.2], [False, False])[0]


def test_no_statement_has_no_likelihood() -> None:
    assert likelihoods([], []) == []


def test_one_answer_for_each_statement_is_needed() -> None:
    with pytest.raises(ValueError, match="shorter"):
        likelihoods([0.1, 0.2], [True])


def test_what_is_borderline_is_found() -> None:
    assert least() < borderline() < 1
