"""Windows: which paragraphs the model reads together, and where it cuts what is too long."""

from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.domain.spans import Span
from claimtrack.model.windows import CLS, SEP, Window, windows_of
from claimtrack.model.words import MARKS, SHAPES, ParagraphWords
from tests.model.build import read

SOME = settings(deadline=None)
MOST = 7
"""Pieces of the longest word that the properties make."""


def _paragraph(counts: list[int], begin: int = 0) -> ParagraphWords:
    """Words of the given numbers of pieces, each a character long and a space apart; every piece differs."""
    return ParagraphWords(
        spans=[Span(begin + 2 * number, begin + 2 * number + 1) for number in range(len(counts))],
        shapes=[number % len(SHAPES) for number in range(len(counts))],
        marks=[number % len(MARKS) for number in range(len(counts))],
        pieces=np.arange(1000 + MOST * begin, 1000 + MOST * begin + sum(counts)),
        firsts=np.array(list(accumulate(counts, initial=0))[:-1], dtype=np.int64),
        stops=[number % 5 == 0 for number in range(len(counts))],
    )


@st.composite
def documents(draw: st.DrawFn) -> list[ParagraphWords]:
    """Paragraphs one after another, some of them without words."""
    found: list[ParagraphWords] = []
    begin = 0
    for counts in draw(st.lists(st.lists(st.integers(1, MOST), max_size=25), max_size=6)):
        found.append(_paragraph(counts, begin))
        begin += 2 * len(counts)
    return found


SIZES = st.integers(MOST + 2, 40)


def _words(text: str, size: int) -> list[str]:
    """The words of each window, parted by spaces."""
    windows = windows_of(read(text), size)
    return [" ".join(text[start:end] for start, end in window.spans) for window in windows]


def test_paragraphs_that_fit_share_a_window() -> None:
    assert _words("Keller said\nTolls fell", 256) == ["Keller said Tolls fell"]


def test_a_paragraph_that_does_not_fit_begins_the_next_window() -> None:
    assert _words("Keller said so\nVogel said so\nMara fell", 8) == ["Keller said so", "Vogel said so Mara fell"]


def test_paragraphs_may_fill_a_window_to_its_last_piece() -> None:
    assert _words("Keller said so\nVogel fell", 8) == ["Keller said so Vogel fell"]


def test_no_paragraphs_make_no_window() -> None:
    assert windows_of([]) == []


def test_a_paragraph_without_words_is_left_out() -> None:
    (window,) = windows_of([_paragraph([1]), _paragraph([]), _paragraph([1], 2)])
    assert window.pieces.tolist().count(SEP) == 2


def test_a_paragraph_longer_than_a_window_is_cut_after_a_sentence() -> None:
    assert _words("The toll fell. Mara Keller said so", 8) == ["The toll fell .", "Mara Keller said so"]


def test_a_paragraph_is_cut_after_the_last_sentence_that_fits() -> None:
    assert _words("Tolls fell. Mara fell. Keller fell. Vogel said so", 13) == [
        "Tolls fell . Mara fell . Keller fell .",
        "Vogel said so",
    ]


def test_a_sentence_that_ends_in_the_first_half_does_not_count() -> None:
    assert _words("So. Mara Keller said the toll fell", 8) == ["So . Mara Keller said the", "toll fell"]


NO_SENTENCE_END = {
    "a small letter": ("The toll etc. fell as Keller said", ["The toll etc . fell as", "Keller said"]),
    "no white space": ("the toll at 6.Street fell today", ["the toll at 6 . Street", "fell today"]),
}


@pytest.mark.parametrize(("text", "parts"), NO_SENTENCE_END.values(), ids=NO_SENTENCE_END)
def test_a_sentence_does_not_end_where_a_full_stop_is_followed_by(text: str, parts: list[str]) -> None:
    assert _words(text, 8) == parts


def test_a_sentence_does_not_end_with_a_comma() -> None:
    assert _words("In Bern it fell. In Rome, Mara said so", 11)[0] == "In Bern it fell ."


def test_the_rest_of_a_cut_paragraph_shares_a_window_with_the_next_one() -> None:
    assert _words("The toll fell. Mara Keller said\nVogel", 8) == ["The toll fell .", "Mara Keller said Vogel"]


def test_the_second_part_of_a_cut_paragraph_has_its_own_pieces() -> None:
    paragraph = _paragraph([2, 3, 1, 4])
    first, second = windows_of([paragraph], 7)
    assert first.pieces.tolist() == [CLS, *paragraph.pieces[:5], SEP]
    assert second.pieces.tolist() == [CLS, *paragraph.pieces[5:], SEP]
    assert second.firsts.tolist() == [1, 2]


def test_a_word_longer_than_a_window_stands_in_one_alone() -> None:
    windows = windows_of([_paragraph([1, 1, 9, 1])], 6)
    assert [len(window.spans) for window in windows] == [2, 1, 1]


def test_a_window_begins_with_cls_and_each_paragraph_ends_with_sep() -> None:
    first, second = _paragraph([1, 2]), _paragraph([1], 4)
    (window,) = windows_of([first, second])
    assert window.pieces.tolist() == [CLS, *first.pieces, SEP, *second.pieces, SEP]


def test_every_piece_has_the_shape_and_the_mark_of_its_word() -> None:
    (window,) = windows_of([_paragraph([1, 2, 3])])
    assert window.shapes[1:-1].tolist() == [0, 1, 1, 2, 2, 2]
    assert window.marks[1:-1].tolist() == [0, 1, 1, 2, 2, 2]


def test_special_pieces_are_neither_words_nor_quoted() -> None:
    (window,) = windows_of([_paragraph([1] * 4)])
    assert {SHAPES[window.shapes[at]] for at in (0, -1)} == {"other"}
    assert {MARKS[window.marks[at]] for at in (0, -1)} == {"outside"}


@SOME
@given(documents(), SIZES)
def test_windows_have_every_word_once_and_in_order(document: list[ParagraphWords], size: int) -> None:
    read = [span for window in windows_of(document, size) for span in window.spans]
    assert read == [span for paragraph in document for span in paragraph.spans]


@SOME
@given(documents(), SIZES)
def test_windows_have_every_piece_once_and_in_order(document: list[ParagraphWords], size: int) -> None:
    read = [piece for window in windows_of(document, size) for piece in window.pieces if piece not in {CLS, SEP}]
    assert read == [piece for paragraph in document for piece in paragraph.pieces]


@SOME
@given(documents(), SIZES)
def test_no_window_is_larger_than_asked_for(document: list[ParagraphWords], size: int) -> None:
    assert all(len(window.pieces) <= size for window in windows_of(document, size))


@SOME
@given(documents(), SIZES)
def test_arrays_of_a_window_are_of_one_length(document: list[ParagraphWords], size: int) -> None:
    for window in windows_of(document, size):
        assert len(window.pieces) == len(window.shapes) == len(window.marks)
        assert len(window.firsts) == len(window.spans)


@SOME
@given(documents(), SIZES)
def test_words_are_found_by_their_first_pieces(document: list[ParagraphWords], size: int) -> None:
    first = {
        span: int(paragraph.pieces[at])
        for paragraph in document
        for span, at in zip(paragraph.spans, paragraph.firsts, strict=True)
    }
    for window in windows_of(document, size):
        assert window.pieces[window.firsts].tolist() == [first[span] for span in window.spans]


@SOME
@given(documents(), SIZES)
def test_a_paragraph_that_fits_is_not_cut(document: list[ParagraphWords], size: int) -> None:
    windows = windows_of(document, size)
    for paragraph in document:
        if paragraph.spans and len(paragraph.pieces) + 2 <= size:
            assert sum(_has_any(window, paragraph) for window in windows) == 1


def _has_any(window: Window, paragraph: ParagraphWords) -> bool:
    return not set(window.spans).isdisjoint(paragraph.spans)
