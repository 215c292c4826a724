"""The telling words of a text."""

import pytest

from claimtrack.resolve.terms import key_terms, stem, telling


@pytest.mark.parametrize(
    ("one", "other"),
    [("shelling", "shelled"), ("sold", "sell"), ("Städte", "stadte"), ("ministry’s", "ministry"), ("6,700", "6700")],
)
def test_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_countries_are_one_term_by_name_adjective_capital_and_seat() -> None:
    for text in ("Russia", "Russian forces", "Moscow's forces", "the Kremlin"):
        assert "Russia" in telling([text])


def test_rare_words_tell_more_than_common_ones_and_the_commonest_nothing() -> None:
    found = telling(["The president said that the howitzer was sold"])
    assert found["howitz"] > found["sell"]
    assert not {"the", "said", "say", "that", "was", "presid"} & found.keys()


def test_the_words_of_several_texts_count_together() -> None:
    assert {"howitz", "harbor"} <= telling(["a howitzer", "a harbor"]).keys()


def test_the_most_telling_terms_are_the_keys_and_not_too_many() -> None:
    terms = {f"t{number:02}": number / 100 for number in range(40)}
    assert key_terms(terms) == [f"t{number:02}" for number in range(39, 23, -1)]


@pytest.mark.parametrize("text", ["", "—", "' ’", "x" * 10_000, "1" * 10_000])
def test_odd_texts_have_short_terms_or_none(text: str) -> None:
    assert all(0 < len(term) <= 40 for term in telling([text]))
