"""Paragraphs of a text, and words looked up by their characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.spans import Span
from claimtrack.extract.parsed import paragraph_spans
from tests.extract.build import parsed, spans

FIRST = """
Talks  NNS nsubj 2
failed VBD ROOT  2
.      .   punct 2
"""
SECOND = """
Kirby NNP nsubj 2
left  VBD ROOT  2
.     .   punct 2
"""


def _lines(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_spans(text)]


def test_each_line_is_a_paragraph_without_its_white_space() -> None:
    assert _lines("  One. \r\n\r\n\tTwo.\n \nThree.") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("separator", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_lines_end_at(separator: str) -> None:
    assert _lines(f"One.{separator}Two.") == ["One.", "Two."]


def test_a_text_without_letters_has_no_paragraph() -> None:
    assert _lines(" \n\u00a0\n\t") == []


def test_a_very_long_line_is_cut_at_the_end_of_a_sentence() -> None:
    sentence = "The bridge is old. "
    lines = _lines(sentence * 2500)
    assert len(lines) == 3
    assert all(line.endswith("old.") and len(line) <= 20_000 for line in lines)


def test_a_very_long_line_without_sentences_is_cut_between_words() -> None:
    assert all(set(line.split()) == {"bridge"} for line in _lines("bridge " * 6000))


def test_a_very_long_word_is_cut_anywhere() -> None:
    assert [len(line) for line in _lines("x" * 45_000)] == [20_000, 20_000, 5_000]


@given(st.text(st.sampled_from("ab.\n\r \u2028é😀"), max_size=80))
def test_paragraphs_are_in_order_and_hold_all_that_is_no_white_space(text: str) -> None:
    found = list(paragraph_spans(text))
    assert found == sorted(found)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


def test_words_are_found_by_any_character_of_theirs() -> None:
    document = parsed(FIRST, SECOND)
    middle = document.text.index("irb")
    assert [token.text for token in document.tokens((Span(middle, middle + 1),))] == ["Kirby"]


def test_words_are_found_across_paragraphs() -> None:
    document = parsed(FIRST, SECOND)
    assert [token.text for token in document.tokens((Span(0, len(document.text)),))] == [
        *["Talks", "failed", "."],
        *["Kirby", "left", "."],
    ]


def test_no_words_stand_in_no_span() -> None:
    assert parsed(FIRST).tokens(()) == []


def test_words_have_their_place_in_the_whole_text() -> None:
    document = parsed(FIRST, SECOND)
    second = document.paragraphs[1]
    assert document.text[second.start : second.end] == "Kirby left."
    assert (second.span(second.doc[0], second.doc[1]),) == spans(document.text, "Kirby left")


def test_a_character_stands_in_its_paragraph() -> None:
    document = parsed(FIRST, SECOND)
    assert [document.paragraph_at(offset).index for offset in (0, 12, 14, len(document.text) - 1)] == [0, 0, 1, 1]
