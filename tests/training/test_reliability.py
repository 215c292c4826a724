"""How far confidences can be trusted."""

import pytest

from claimtrack.training.reliability import Bin, expected_error, reliability


def test_confidences_fall_into_the_tenth_that_they_are_in() -> None:
    bins = reliability([0.05, 0.31, 0.39, 1.0], [False, True, False, True])
    assert bins == [Bin(0.0, 0.05, 0.0, 1), Bin(0.3, 0.35, 0.5, 2), Bin(0.9, 1.0, 1.0, 1)]


def test_confidences_that_keep_their_word_have_no_error() -> None:
    assert expected_error(reliability([0.5] * 4, [True, False, True, False])) == pytest.approx(0)


def test_the_error_is_the_mean_distance_weighted_by_number() -> None:
    assert expected_error([Bin(0.1, 0.2, 0.0, 1), Bin(0.9, 0.9, 1.0, 3)]) == pytest.approx((0.2 + 3 * 0.1) / 4)


def test_nothing_found_has_no_error() -> None:
    assert expected_error(reliability([], [])) == 0
