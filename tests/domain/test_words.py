"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.words import fold, folded_words, name_words, padded_words, preferred_spelling


@pytest.mark.parametrize(("text", "folded"), [("Élysée", "elysee"), ("İstanbul", "istanbul"), ("ŁÓDŹ", "łodz")])
def test_folding_drops_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_parted_by_punctuation_and_lose_the_possessive() -> None:
    assert folded_words("Russia's U.N.-envoy (“Nebenzya”)_said") == ["russia", "u", "n", "envoy", "nebenzya", "said"]


def test_a_name_loses_its_leading_article_but_not_itself() -> None:
    assert name_words("The White House") == ["white", "house"]
    assert name_words("The The") == ["the"]
    assert name_words("A") == ["a"]


def test_padded_words_have_a_space_on_both_sides() -> None:
    assert padded_words("John  Kirby") == " john kirby "


def test_mixed_case_is_preferred_to_capitals_and_small_letters() -> None:
    assert preferred_spelling("JOHN KIRBY", "John Kirby") == "John Kirby"
    assert preferred_spelling("John Kirby", "john kirby") == "John Kirby"


@given(st.text(), st.text(), st.text())
def test_the_preferred_spelling_does_not_depend_on_the_order(first: str, second: str, third: str) -> None:
    chosen = {
        preferred_spelling(preferred_spelling(first, second), third),
        preferred_spelling(first, preferred_spelling(third, second)),
    }
    assert len(chosen) == 1


@given(st.text())
def test_folded_words_hold_nothing_but_letters_and_digits(text: str) -> None:
    assert all(word.isalnum() or word for word in folded_words(text))
    assert not set(" ".join(folded_words(text))) & set("\"'*()|&:!<>%_\\")
