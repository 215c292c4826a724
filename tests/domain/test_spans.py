import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.spans import Span, Spans, cut, hull, overlap, shift, size
from tests.domain.strategies import spans

SOME = spans().filter(bool)


def test_cut_joins_pieces_by_an_ellipsis() -> None:
    assert cut("He said no, and yes.", (Span(8, 10), Span(12, 19))) == "no … and yes"


def test_cut_of_no_spans_is_empty() -> None:
    assert cut("text", ()) == ""


@given(st.text(max_size=100), spans())
def test_cut_gives_the_very_characters(text: str, pieces: Spans) -> None:
    assert cut(text, pieces, joint="") == "".join(text[i] for p in pieces for i in range(*p) if i < len(text))


@given(SOME)
def test_a_hull_begins_and_ends_with_its_pieces(pieces: Spans) -> None:
    assert hull(pieces) == (pieces[0].start, pieces[-1].end)


def test_a_hull_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        hull([])


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not overlap([Span(0, 5)], [Span(5, 9)])


def test_spans_that_share_one_character_overlap() -> None:
    assert overlap([Span(0, 5)], [Span(4, 9)])


@given(spans(), spans())
def test_overlap_is_sharing_a_character(left: Spans, right: Spans) -> None:
    shared = {i for p in left for i in range(*p)} & {i for p in right for i in range(*p)}
    assert overlap(left, right) == overlap(right, left) == bool(shared)


@given(SOME)
def test_spans_overlap_themselves(pieces: Spans) -> None:
    assert overlap(pieces, pieces)


@given(spans(), st.integers(0, 1000))
def test_a_shift_can_be_undone_and_keeps_the_size(pieces: Spans, by: int) -> None:
    moved = shift(pieces, by)
    assert shift(moved, -by) == pieces
    assert size(moved) == size(pieces)


@given(st.text(max_size=50), st.text(max_size=20), spans())
def test_shifted_spans_cut_the_same_words_behind_a_prefix(text: str, prefix: str, pieces: Spans) -> None:
    assert cut(prefix + text, shift(pieces, len(prefix))) == cut(text, pieces)


def test_size_counts_the_characters_of_all_pieces() -> None:
    assert size([Span(0, 3), Span(10, 14)]) == 7
