"""Scoring of slices and of single predictions."""

import pytest

from claimtrack.domain.interchange import JsonObject
from claimtrack.training.scoring import right_ones, score_slice, score_spans
from tests.training.corpus import row


@pytest.fixture
def gold() -> JsonObject:
    return row("a", "Keller said the toll fell.", "Vogel said the bridge was closed.")


def test_predictions_that_find_a_relation_are_right(gold: JsonObject) -> None:
    first, second = gold["statements"]
    assert right_ones(gold, [{**first, "source": []}, second, {**first, "content": [[0, 6]]}]) == [False, True, False]


def test_two_predictions_of_the_same_relation_are_not_both_right(gold: JsonObject) -> None:
    first, _ = gold["statements"]
    assert right_ones(gold, [first, first]).count(True) == 1


def test_recall_of_a_slice_is_over_its_gold_found_by_any_prediction(gold: JsonObject) -> None:
    gold["statements"][0]["type"] = "belief"
    predictions = [{**gold["statements"][0], "type": "statement"}, gold["statements"][1]]
    tally = score_slice([(gold, predictions)], lambda statement: statement.get("type") == "belief")
    assert (tally.gold, tally.found, tally.predicted) == (1, 1, 0)


def test_precision_of_a_slice_is_over_its_predictions(gold: JsonObject) -> None:
    wrong = {"source": [], "cue": [], "content": [[0, 6]], "type": "belief"}
    tally = score_slice([(gold, [wrong])], lambda statement: statement.get("type") == "belief")
    assert (tally.predicted, tally.right, tally.gold) == (1, 0, 0)


def test_a_content_with_one_wrong_piece_is_wrong_but_its_other_piece_is_right() -> None:
    text = "“It fell,” Keller said, “at last.”"
    gold = {"text": text, "statements": [{"source": [[11, 17]], "cue": [[18, 22]], "content": [[0, 10], [24, 34]]}]}
    predicted = {**gold["statements"][0], "content": [[0, 10]]}
    scores = score_spans([(gold, [predicted])])
    assert scores["content exact"].f1 == 0
    assert (scores["content pieces exact"].right, scores["content pieces exact"].gold) == (1, 2)
