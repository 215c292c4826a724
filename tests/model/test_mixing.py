"""Vectors mixed with those of their document."""

import tracemalloc

import numpy as np
import pytest

from claimtrack.model.mixing import mixed, mixed_by_article, mixed_packed, shares
from claimtrack.model.vectors import pack, unpack

VECTORS = np.eye(4, dtype=np.float32)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 40])
def test_a_vector_is_made_of_one_altogether(count: int) -> None:
    assert shares(count).sum(axis=1) == pytest.approx(np.ones(count))


def test_its_own_counts_most_and_that_beside_it_more_than_those_further_off() -> None:
    own, beside, further, last = mixed(VECTORS)[0]
    assert own > 2 * beside
    assert beside > 2 * further > 0
    assert further == pytest.approx(last)


def test_both_neighbours_count_alike() -> None:
    assert mixed(VECTORS)[1, 0] == pytest.approx(mixed(VECTORS)[1, 2])


def test_a_statement_alone_stays_as_it_is() -> None:
    assert mixed(VECTORS[:1]) == pytest.approx(VECTORS[:1])


def test_articles_do_not_mix() -> None:
    found = mixed_by_article(VECTORS, [3, 1])
    assert found[:3] == pytest.approx(mixed(VECTORS[:3]))
    assert found[3] == pytest.approx(VECTORS[3])


def test_packed_vectors_are_mixed_as_others() -> None:
    found = np.stack([unpack(each) for each in mixed_packed([pack(vector) for vector in VECTORS])])
    assert found == pytest.approx(mixed(VECTORS), abs=0.01)


def test_nothing_is_mixed_of_no_statements() -> None:
    assert mixed_packed([]) == []


def test_mixing_a_very_long_document_takes_a_few_times_the_memory_of_its_vectors() -> None:
    vectors = np.ones((20_000, 8), dtype=np.float32)
    tracemalloc.start()
    mixed(vectors)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * vectors.nbytes
