"""The best sequence and the likelihood of labels, against all sequences written out."""

from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from claimtrack.model.crf import best_labels, marginals
from claimtrack.model.labels import LABELS, Floats, chunks_of, labels_of
from claimtrack.model.words import Integers
from tests.model.build import labels, moves

FORBIDDEN = -1e4
SOME = settings(deadline=None, derandomize=True)


@dataclass(frozen=True)
class Batch:
    """Sequences of scores, padded with whatever comes."""

    emissions: Floats
    lengths: Integers
    transitions: Floats

    def scores(self, row: int) -> dict[tuple[int, ...], float]:
        """The score of every sequence of labels that one of the rows could have."""
        count = self.emissions.shape[2]
        words = int(self.lengths[row])
        return {
            path: sum(float(self.emissions[row, word, label]) for word, label in enumerate(path))
            + sum(float(self.transitions[pair]) for pair in pairwise([count, *path, count]))
            for path in product(range(count), repeat=words)
        }


@st.composite
def batches(draw: st.DrawFn, most: int = 30) -> Batch:
    """Up to three sequences of up to four words with up to three labels, the first of which is always allowed."""
    rows, words, count = draw(st.integers(1, 3)), draw(st.integers(1, 4)), draw(st.integers(1, 3))
    lengths = draw(st.lists(st.integers(1, words), min_size=rows, max_size=rows))
    numbers = st.floats(-most, most, width=32)
    transitions = draw(arrays(np.float32, (count + 1, count + 1), elements=st.floats(-4, 4, width=32)))
    forbidden = draw(arrays(np.bool_, (count + 1, count + 1)))
    forbidden[[0, -1], 0] = forbidden[0, -1] = False
    return Batch(
        draw(arrays(np.float32, (rows, words, count), elements=numbers)),
        np.array(lengths),
        np.where(forbidden, np.float32(FORBIDDEN), transitions),
    )


def _emissions(*names: str) -> Floats:
    """Scores of one sequence: for each word the names of the labels that it favors, the first most."""
    scores = np.zeros((1, len(names), len(LABELS)), dtype=np.float32)
    for word, favored in enumerate(names):
        for place, label in enumerate(labels(favored)):
            scores[0, word, label] = 5 - place
    return scores


def _best(*names: str) -> list[str]:
    (found,) = best_labels(_emissions(*names), np.array([len(names)]), moves())
    return [LABELS[label] for label in found]


def _marginals(*names: str) -> Floats:
    found: Floats = marginals(_emissions(*names), np.array([len(names)]), moves())[0]
    return found


def test_labels_that_agree_are_taken_as_they_are() -> None:
    assert _best("B-source", "E-source", "S-cue", "O") == ["B-source", "E-source", "S-cue", "O"]


def test_a_label_that_nothing_can_follow_gives_way() -> None:
    assert _best("B-source S-source", "S-cue") == ["S-source", "S-cue"]


def test_a_chunk_does_not_end_with_another_role() -> None:
    assert _best("B-content", "E-source E-content") == ["B-content", "E-content"]


def test_a_chunk_is_not_left_open_at_the_end() -> None:
    assert _best("S-cue", "B-content S-content") == ["S-cue", "S-content"]


def test_a_chunk_does_not_begin_in_its_middle() -> None:
    assert _best("I-content B-content", "E-content") == ["B-content", "E-content"]


def test_sequences_of_a_batch_keep_their_lengths() -> None:
    emissions = np.zeros((3, 4, len(LABELS)), dtype=np.float32)
    assert list(map(len, best_labels(emissions, np.array([4, 1, 2]), moves()))) == [4, 1, 2]


@SOME
@given(batches())
def test_no_sequence_is_better_than_the_best(batch: Batch) -> None:
    for row, found in enumerate(best_labels(batch.emissions, batch.lengths, batch.transitions)):
        scores = batch.scores(row)
        assert scores[tuple(found)] == pytest.approx(max(scores.values()), abs=1e-3)


@SOME
@given(arrays(np.float32, (2, 6, len(LABELS)), elements=st.floats(-30, 30, width=32)), st.integers(1, 6))
def test_a_sequence_always_stands_for_chunks(emissions: Floats, shorter: int) -> None:
    for found in best_labels(emissions, np.array([6, shorter]), moves()):
        assert labels_of(chunks_of(found), len(found)) == found


@SOME
@given(batches(most=10))
def test_marginals_are_shares_of_all_sequences(batch: Batch) -> None:
    found = marginals(batch.emissions, batch.lengths, batch.transitions)
    for row, length in enumerate(batch.lengths.tolist()):
        expected = np.zeros((length, batch.emissions.shape[2]))
        scores = batch.scores(row)
        highest = max(scores.values())
        for path, score in scores.items():
            expected[range(length), path] += np.exp(score - highest)
        assert found[row, :length] == pytest.approx(expected / expected.sum(axis=1, keepdims=True), abs=1e-4)


@SOME
@given(batches())
def test_marginals_of_each_word_sum_to_one(batch: Batch) -> None:
    sums = marginals(batch.emissions, batch.lengths, batch.transitions).sum(axis=2)
    for row, length in enumerate(batch.lengths.tolist()):
        assert sums[row, :length] == pytest.approx(1, abs=1e-4)


@SOME
@given(batches())
def test_marginals_of_a_sequence_are_to_the_last_bit_those_it_has_alone(batch: Batch) -> None:
    found = marginals(batch.emissions, batch.lengths, batch.transitions)
    for row, length in enumerate(batch.lengths.tolist()):
        alone = marginals(batch.emissions[row : row + 1, :length], batch.lengths[row : row + 1], batch.transitions)
        assert (found[row, :length] == alone[0]).all()


@SOME
@given(batches())
def test_padding_has_no_marginals(batch: Batch) -> None:
    found = marginals(batch.emissions, batch.lengths, batch.transitions)
    assert not any(found[row, length:].any() for row, length in enumerate(batch.lengths.tolist()))


def test_labels_that_no_sequence_can_have_are_impossible() -> None:
    alone = _marginals("I-source B-cue E-content O")
    assert [LABELS[label] for label in np.flatnonzero(alone[0])] == ["O", "S-source", "S-cue", "S-content"]


def test_a_neighbor_makes_a_label_likelier() -> None:
    place = LABELS.index("B-source")
    assert _marginals("B-source O", "E-source")[0, place] > _marginals("B-source O", "O")[0, place] + 0.1


def test_labels_scored_alike_are_as_likely_as_each_other() -> None:
    shares = _marginals("O", "S-cue")[1]
    assert shares[LABELS.index("S-cue")] > 0.9
    assert shares[LABELS.index("S-source")] == pytest.approx(shares[LABELS.index("S-content")])
