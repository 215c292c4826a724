"""Reading dependency trees."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.extract.rules.trees import dependents, merge, subject_of, subtract, subtree
from tests.extract.rules import sentences
from tests.extract.rules.sentences import word

RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


def _places(ranges: list[tuple[int, int]]) -> set[int]:
    return {place for start, end in ranges for place in range(start, end)}


@given(RANGES)
def test_merged_ranges_hold_the_same_places_in_order_and_apart(ranges: list[tuple[int, int]]) -> None:
    merged = merge(ranges)
    assert _places(merged) == _places(ranges)
    assert all(a[1] < b[0] for a, b in pairwise(merged))


@given(RANGES, RANGES)
def test_subtraction_leaves_the_places_outside_the_holes(
    ranges: list[tuple[int, int]], holes: list[tuple[int, int]]
) -> None:
    assert _places(subtract(ranges, holes)) == _places(ranges) - _places(holes)


def test_dependents_stand_under_their_labels_in_order() -> None:
    below = dependents(word(sentences.WAS_ACCUSED, "accused"))
    assert {label: [token.text for token in tokens] for label, tokens in below.items()} == {
        "nsubjpass": ["Kirby"],
        "auxpass": ["was"],
        "prep": ["of"],
        "agent": ["by"],
        "punct": ["."],
    }


def test_a_subtree_reaches_from_its_first_to_its_last_word() -> None:
    assert subtree(word(sentences.SAID_THAT, "failed")) == (2, 5)


SUBJECTS = {
    "its own": (sentences.SAID_THAT, "said", "Kirby"),
    "that of the verb above, for a participle": (sentences.SAYING, "saying", "Kirby"),
    "the object, for what somebody is urged to do": (sentences.URGED_TO_SAY, "say", "him"),
    "the noun after with": (sentences.WITH_CALLING, "calling", "official"),
    "the noun that a participle describes": (sentences.STATEMENT_SAYING, "saying", "statement"),
    "the owner of a plan, for what is planned": (sentences.HIS_PLANS_TO_SAY, "say", "His"),
    "never a quotation mark": (sentences.MARK_AS_SUBJECT, "said", "Kirby"),
}


@pytest.mark.parametrize(("table", "verb", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_the_subject_of_a_verb_is(table: str, verb: str, expected: str) -> None:
    subject = subject_of(word(table, verb))
    assert subject is not None
    assert subject.text == expected


def test_a_verb_without_a_subject_has_none() -> None:
    assert subject_of(word(sentences.ANNOUNCED, "announced")) is None
