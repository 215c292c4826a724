"""The telling words of a text."""

import pytest

from claimtrack.resolve.terms import document_terms, stem, telling, weight_of


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


def test_a_document_is_about_what_is_rare_elsewhere_and_often_said_in_it_and_its_countries() -> None:
    text = "The howitzer fired. The howitzer was Bordurian, not Russian. People said the president was there."
    found = document_terms("", text)
    assert found[:2] == ["Russia", "howitz"]
    assert "presid" not in found


def test_the_words_of_a_headline_count_more() -> None:
    assert document_terms("Harbor", "The mortar.") == ["harbor", "mortar"]
    assert document_terms("", "The harbor. The mortar, the mortar.") == ["mortar", "harbor"]


def test_a_document_has_not_too_many_terms() -> None:
    assert len(document_terms("", " ".join(f"zyx{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)))) == 24


def test_terms_weigh_the_same_wherever_they_are_met() -> None:
    assert weight_of("howitz") == telling(["howitzers"])["howitz"]
    assert weight_of("Russia") == telling(["Moscow"])["Russia"]


@pytest.mark.parametrize("text", ["", "—", "' ’", "x" * 10_000, "1" * 10_000])
def test_odd_texts_have_short_terms_or_none(text: str) -> None:
    assert all(0 < len(term) <= 40 for term in telling([text]))
