"""Sketches of vectors: two bits a number."""

import numpy as np
import pytest

from claimtrack.model.sketches import estimates, pack_sketches
from claimtrack.model.vectors import pack, products

WIDTH = 384
CHANCE = np.random.default_rng(3)
ASKED = CHANCE.standard_normal(WIDTH).astype(np.float32) / np.sqrt(WIDTH)
NEAR = CHANCE.random((500, 1)).astype(np.float32)
VECTORS = [
    pack(vector) for vector in NEAR * ASKED + CHANCE.standard_normal((500, WIDTH)).astype(np.float32) / np.sqrt(WIDTH)
]
KEYS = [f"{number:016x}" for number in range(500)]
SKETCHES = pack_sketches(list(zip(KEYS, VECTORS, strict=True)))
TRUE = dict(zip(KEYS, products(ASKED, VECTORS), strict=True))


def test_estimates_are_near_the_products() -> None:
    found = estimates(ASKED, SKETCHES, most=500)
    wrong = found.products - [TRUE[key] for key in found.first(500)]
    assert abs(float(wrong.mean())) < 0.01
    assert float(wrong.std()) < 0.03


def test_the_greatest_estimates_come_first() -> None:
    found = estimates(ASKED, SKETCHES, most=500)
    assert list(found.products) == sorted(found.products, reverse=True)


def test_fewer_are_the_first_of_all() -> None:
    every, some = (estimates(ASKED, SKETCHES, most) for most in (500, 20))
    assert some.first(20) == every.first(20)
    assert some.beyond(20) == every.beyond(20)


def test_beyond_the_last_nothing_is_estimated() -> None:
    assert estimates(ASKED, SKETCHES, most=500).beyond(500) == float("-inf")


def test_a_sketch_takes_two_bits_a_number_and_ten_bytes() -> None:
    assert len(SKETCHES) == 500 * (8 + 2 + WIDTH // 4)


def test_a_width_that_fills_no_piece_is_estimated_too() -> None:
    vectors = [pack(np.array([1.0, -1.0, 1.0], dtype=np.float32)), pack(np.array([-1.0, 1.0, 1.0], dtype=np.float32))]
    asked = np.array([1.0, 0.0, 0.5], dtype=np.float32)
    found = estimates(asked, pack_sketches([("00" * 8, vectors[0]), ("01" * 8, vectors[1])]), most=5)
    assert found.first(2) == ["00" * 8, "01" * 8]
    assert list(found.products) == pytest.approx([1.5, -0.5], abs=0.01)


def test_a_vector_of_nothing_is_near_nothing() -> None:
    assert estimates(ASKED, pack_sketches([(KEYS[0], pack(np.zeros(WIDTH, np.float32)))]), 1).products[0] == 0


def test_no_sketches_have_no_estimates() -> None:
    assert estimates(ASKED, b"", most=5).first(5) == []


def test_sketches_of_another_width_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot be compared with vectors of 100 numbers"):
        estimates(ASKED[:100], SKETCHES[:106], most=5)
