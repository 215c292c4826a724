"""Labels of words: what a sequence stands for, and which sequences stand for anything."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.labels import LABELS, ROLES, Chunk, allowed, chunks_of, labels_of
from tests.model.build import labels

SOURCE, CUE, CONTENT = range(3)
ENDS = len(LABELS)
"""The row of the start and the column of the end in the table of what may follow what."""


@st.composite
def chunked(draw: st.DrawFn) -> tuple[list[Chunk], int]:
    """Chunks in order that do not overlap, and how many words there are."""
    chunks: list[Chunk] = []
    end = 0
    for gap, size, role in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5), st.sampled_from(range(3))))):
        chunks.append(Chunk(role, end + gap, end + gap + size))
        end = chunks[-1].end
    return chunks, end + draw(st.integers(0, 3))


def test_labels_stay_in_the_order_that_models_are_trained_with() -> None:
    assert " ".join(LABELS) == (
        "O B-source I-source E-source S-source B-cue I-cue E-cue S-cue B-content I-content E-content S-content"
    )


CHUNKS = {
    "one word": (Chunk(CUE, 1, 2), "O S-cue O O O"),
    "two words": (Chunk(SOURCE, 0, 2), "B-source E-source O O O"),
    "more words": (Chunk(CONTENT, 1, 5), "O B-content I-content I-content E-content"),
}


@pytest.mark.parametrize(("chunk", "names"), CHUNKS.values(), ids=CHUNKS)
def test_labels_of_a_chunk_of(chunk: Chunk, names: str) -> None:
    assert labels_of([chunk], 5) == labels(names)


def test_a_chunk_that_overlaps_one_before_it_is_left_out() -> None:
    assert labels_of([Chunk(SOURCE, 1, 3), Chunk(CONTENT, 2, 4)], 4) == labels("O B-source E-source O")


def test_words_outside_all_chunks_make_none() -> None:
    assert list(chunks_of(labels("O O O"))) == []


def test_chunks_of_one_role_that_touch_stay_apart() -> None:
    found = list(chunks_of(labels("B-content E-content B-content E-content S-content")))
    assert found == [Chunk(CONTENT, 0, 2), Chunk(CONTENT, 2, 4), Chunk(CONTENT, 4, 5)]


def test_a_chunk_names_its_role() -> None:
    assert [ROLES[chunk.role] for chunk in chunks_of(labels("S-source S-cue S-content"))] == [
        "source",
        "cue",
        "content",
    ]


@given(chunked())
def test_chunks_come_back_from_their_labels(case: tuple[list[Chunk], int]) -> None:
    chunks, words = case
    assert list(chunks_of(labels_of(chunks, words))) == chunks


@given(chunked())
def test_every_word_gets_a_label(case: tuple[list[Chunk], int]) -> None:
    chunks, words = case
    assert len(labels_of(chunks, words)) == words


@pytest.mark.parametrize("words", range(4))
def test_a_sequence_is_allowed_just_where_its_labels_stand_for_chunks(words: int) -> None:
    table = allowed()
    for sequence in product(range(len(LABELS)), repeat=words):
        follows = all(table[pair] for pair in pairwise([ENDS, *sequence, ENDS]))
        assert follows == (labels_of(chunks_of(sequence), words) == list(sequence)), sequence


@given(chunked())
def test_chunks_that_do_not_overlap_are_allowed(case: tuple[list[Chunk], int]) -> None:
    table = allowed()
    assert all(table[pair] for pair in pairwise([ENDS, *labels_of(*case), ENDS]))
