"""How likely statements are about a subject."""

import pytest

from claimtrack.search.meaning import borderline, least, likelihoods, read_likelihoods, worth_reading


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


def test_what_the_matcher_says_counts_beside_what_was_likely_before() -> None:
    for_it, against, unlikely = read_likelihoods([0.5, 0.5, 0.1], [3.0, -3.0, 3.0])
    assert 1 > for_it > against > 0
    assert for_it > unlikely


def test_what_was_as_good_as_sure_before_may_be_read() -> None:
    assert all(0 <= each <= 1 for each in read_likelihoods([0.0, 1.0], [-9.0, 9.0]))


def test_what_is_not_likely_enough_to_be_found_may_be_worth_reading() -> None:
    assert 0 < worth_reading() < least()
