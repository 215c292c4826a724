"""Scores of cues with what may belong to them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from claimtrack.model.labels import Chunk, Floats
from claimtrack.model.links import DISTANCES, WIDTH, distance, pair_scores

SOME = settings(deadline=None)
CUE = Chunk(1, 100, 102)
NO_BIAS = np.zeros((2, DISTANCES), dtype=np.float32)
QUERY_SOURCE, QUERY_CONTENT, SOURCE_FIRST, SOURCE_LAST, CONTENT_FIRST, CONTENT_LAST = range(6)
WORDS = 12
"""Words of the windows that the properties make."""


@st.composite
def chunks(draw: st.DrawFn) -> list[Chunk]:
    """One to three chunks of a window."""
    starts = draw(st.lists(st.integers(0, WORDS - 3), min_size=1, max_size=3))
    return [Chunk(0, start, start + draw(st.integers(1, 3))) for start in starts]


def _behind(words: int) -> int:
    """The bucket of a chunk with so many words between the cue and itself."""
    return distance(CUE, Chunk(2, CUE.end + words, CUE.end + words + 5))


def _before(words: int) -> int:
    return distance(CUE, Chunk(2, CUE.start - words - 5, CUE.start - words))


def _vectors(*ones: tuple[int, int]) -> Floats:
    """Link vectors that are zero but for some of some words, which are ones."""
    vectors = np.zeros((WORDS, 6, WIDTH), dtype=np.float32)
    for word, vector in ones:
        vectors[word, vector] = 1
    return vectors.reshape(WORDS, 6 * WIDTH)


def test_a_chunk_that_touches_a_cue_is_told_from_one_a_word_away() -> None:
    assert len({_before(0), _before(1), _behind(0), _behind(1)}) == 4


SAME = {"one and two words": (1, 2), "three and six words": (3, 6), "far away": (127, 1000)}


@pytest.mark.parametrize(("near", "far"), SAME.values(), ids=SAME)
def test_distances_are_the_same_of(near: int, far: int) -> None:
    assert (_behind(near), _before(near)) == (_behind(far), _before(far))


NOT_SAME = {"none and one word": (0, 1), "two and three words": (2, 3), "six and seven words": (6, 7)}


@pytest.mark.parametrize(("near", "far"), NOT_SAME.values(), ids=NOT_SAME)
def test_distances_differ_by_one_of(near: int, far: int) -> None:
    assert (_behind(far) - _behind(near), _before(far) - _before(near)) == (1, 1)


def test_a_chunk_inside_a_cue_is_nearer_than_one_directly_behind_it() -> None:
    assert distance(CUE, Chunk(0, 101, 102)) == _behind(0) - 1


def test_a_chunk_around_a_cue_is_as_near_as_one_directly_before_it() -> None:
    assert distance(CUE, Chunk(2, 95, 110)) == _before(0)


@SOME
@given(st.integers(0, 300), st.integers(0, 300))
def test_before_and_behind_are_never_the_same(before: int, behind: int) -> None:
    assert _before(before) != _behind(behind)


@SOME
@given(st.integers(0, 300), st.integers(1, 30), st.integers(0, 300), st.integers(1, 30))
def test_every_distance_has_a_bucket(cue: int, cue_words: int, start: int, words: int) -> None:
    assert 0 <= distance(Chunk(1, cue, cue + cue_words), Chunk(2, start, start + words)) < DISTANCES


@SOME
@given(st.integers(0, 300))
def test_farther_is_never_nearer(words: int) -> None:
    assert _behind(words) <= _behind(words + 1)
    assert _before(words) <= _before(words + 1)


def test_a_source_is_known_by_its_first_and_its_last_word() -> None:
    vectors = _vectors((5, QUERY_SOURCE), (1, SOURCE_FIRST), (3, SOURCE_LAST), (8, SOURCE_LAST))
    cues, sources = [Chunk(1, 5, 6)], [Chunk(0, 1, 4), Chunk(0, 7, 9), Chunk(0, 2, 3)]
    assert pair_scores(vectors, NO_BIAS, cues, sources, content=False).tolist() == [[16, 8, 0]]


def test_a_content_is_known_by_its_first_and_its_last_word() -> None:
    vectors = _vectors((5, QUERY_CONTENT), (1, CONTENT_FIRST), (3, CONTENT_LAST), (8, CONTENT_LAST))
    cues, contents = [Chunk(1, 5, 6)], [Chunk(2, 1, 4), Chunk(2, 7, 9), Chunk(2, 2, 3)]
    assert pair_scores(vectors, NO_BIAS, cues, contents, content=True).tolist() == [[16, 8, 0]]


def test_a_cue_asks_with_its_first_word() -> None:
    vectors = _vectors((5, QUERY_SOURCE), (1, SOURCE_FIRST))
    cues = [Chunk(1, 5, 7), Chunk(1, 4, 6)]
    assert pair_scores(vectors, NO_BIAS, cues, [Chunk(0, 1, 2)], content=False).tolist() == [[8], [0]]


@pytest.mark.parametrize("content", [False, True], ids=["source", "content"])
def test_distances_are_scored_for_each_role_apart(content: bool) -> None:
    bias = np.stack([np.arange(DISTANCES), 100 + np.arange(DISTANCES)]).astype(np.float32)
    cue, chunk = Chunk(1, 5, 6), Chunk(0, 1, 4)
    found = pair_scores(_vectors(), bias, [cue], [chunk], content=content)
    assert found.tolist() == [[100 * content + distance(cue, chunk)]]


@SOME
@given(
    arrays(np.float32, (WORDS, 6 * WIDTH), elements=st.sampled_from(np.float32([-1, 0, 1])), fill=st.just(0)),
    arrays(np.float32, (2, DISTANCES), elements=st.floats(-4, 4, width=32)),
    chunks(),
    chunks(),
    st.booleans(),
)
def test_the_score_of_a_pair_depends_on_no_other(
    vectors: Floats, bias: Floats, cues: list[Chunk], others: list[Chunk], content: bool
) -> None:
    together = pair_scores(vectors, bias, cues, others, content=content)
    alone = [[pair_scores(vectors, bias, [c], [o], content=content)[0, 0] for o in others] for c in cues]
    assert together == pytest.approx(np.array(alone), abs=1e-4)
