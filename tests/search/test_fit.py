"""How well statements fit phrases: by the places of their words."""

import pytest

from claimtrack.search.fit import fit


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({"arms": 1.0, "transfer": 1.0}, 1.0),
        ({"arms": 1.0, "transfer": 0.5}, 0.75),
        ({"arms": 1.0, "transfer": 0.25}, 0.625),
        ({"arms": 1.0, "transfer": 0.0}, 0.0),
    ],
)
def test_the_mean_weight_of_a_phrases_words_is_its_fit(weights: dict[str, float], expected: float) -> None:
    assert fit([["arms", "transfer"]], weights) == expected


def test_the_best_phrase_of_which_all_words_are_there_counts() -> None:
    assert fit([["a", "b"], ["c"], ["d", "e"]], {"a": 1.0, "b": 0.0, "c": 0.5, "d": 1.0, "e": 0.25}) == 0.625
