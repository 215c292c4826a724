"""Vectors packed into 8 bits."""

import numpy as np
import pytest

from claimtrack.model.vectors import pack, products

ONE = np.array([0.5, -0.25, 0.0, 1.0], dtype=np.float32)
OTHER = np.array([-0.1, 0.2, 0.3, 0.1], dtype=np.float32)


def test_products_are_those_of_the_vectors_but_for_rounding() -> None:
    assert products(ONE, [pack(ONE), pack(OTHER)]) == pytest.approx([float(ONE @ ONE), float(ONE @ OTHER)], abs=0.01)


def test_a_packed_vector_takes_a_byte_a_number_and_four() -> None:
    assert len(pack(ONE)) == 4 + len(ONE)


def test_a_vector_of_nothing_is_near_nothing() -> None:
    assert products(ONE, [pack(np.zeros(4, dtype=np.float32))]) == [0.0]


def test_no_vectors_have_no_products() -> None:
    assert products(ONE, []) == []


def test_vectors_of_another_width_are_refused() -> None:
    with pytest.raises(ValueError, match="vectors of 3 numbers cannot be compared with 4"):
        products(ONE, [pack(OTHER[:3])])
