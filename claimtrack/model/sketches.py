"""Sketches of vectors: two bits a number, by which those that may be near a subject are told without reading them all.

The bits tell which of four levels a number is nearest to, those that lose least of normally distributed numbers (Max
1960, https://doi.org/10.1109/TIT.1960.1057548). The product of two vectors is estimated from one of them and the
other's levels, as RaBitQ does it (Gao and Long 2024, https://doi.org/10.1145/3654970) but for its random rotation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimtrack.model.labels import Floats
from claimtrack.model.vectors import unpack

__all__ = ["Estimates", "estimates", "pack_sketches"]

_KEY_BYTES = 8
_LEVELS = np.array([-1.510, -0.4528, 0.4528, 1.510], dtype=np.float32)
_BOUNDS = np.array([-0.9816, 0.0, 0.9816], dtype=np.float32)
"""Between the levels; all of these in root mean squares of a vector's numbers."""
_PIECE = 8
"""Numbers that are looked up at once: a table of 65,536 sums stays in a processor's cache."""
_AT_ONCE = 8_192
"""Rows that stay in a processor's cache."""


@dataclass(frozen=True, slots=True)
class Estimates:
    """Sketched statements with their estimated products, the greatest first; of many only these."""

    keys: NDArray[Any]
    products: Floats
    count: int
    """How many there are in all."""

    def first(self, number: int) -> list[str]:
        """Ids of so many statements."""
        return [key.tobytes().hex() for key in self.keys[:number]]

    def beyond(self, number: int) -> float:
        """The most that any but the first so many is estimated to have."""
        return float(self.products[number]) if number < len(self.products) else float("-inf")


def pack_sketches(vectors: Sequence[tuple[str, bytes]]) -> bytes:
    """Sketches of statements (ids of 16 hexadecimal digits, with packed vectors), one after the other.

    Each has 8 bytes of id, 2 of scale (what a product of the levels is multiplied by) and two bits a number.
    """
    return b"".join(bytes.fromhex(key) + _sketch(vector) for key, vector in vectors)


def estimates(asked: Floats, packed: bytes, most: int) -> Estimates:
    """The products of a vector with all sketched ones, estimated; no more than the ``most`` greatest are kept.

    ValueError where a sketch is of vectors of another width.
    """
    pieces = -(-len(asked) // _PIECE)
    kind = np.dtype([("key", f"V{_KEY_BYTES}"), ("scale", "<f2"), ("levels", "<u2", (pieces,))])
    if len(packed) % kind.itemsize:
        raise ValueError(f"sketches cannot be compared with vectors of {len(asked)} numbers")
    rows = np.frombuffer(packed, dtype=kind)
    products = rows["scale"].astype(np.float32) * _level_sums(asked, rows["levels"])
    found = np.arange(len(rows))
    if most < len(rows):
        found = np.argpartition(-products, most)[: most + 1]  # one more, to say what is beyond
    found = found[np.argsort(-products[found], kind="stable")]
    return Estimates(rows["key"][found], products[found], len(rows))


def _sketch(vector: bytes) -> bytes:
    numbers = unpack(vector)
    squares = float(numbers @ numbers)
    places = np.searchsorted(_BOUNDS * np.sqrt(squares / len(numbers)), numbers)
    scale = squares / float(numbers @ _LEVELS[places]) if squares else 0.0
    padded = np.zeros((-(-len(numbers) // _PIECE) * _PIECE, 2), dtype=np.uint8)
    padded[: len(numbers)] = np.stack([places >> 1, places & 1], axis=1)
    return np.array([scale], dtype="<f2").tobytes() + np.packbits(padded).tobytes()


def _level_sums(asked: Floats, levels: NDArray[np.uint16]) -> Floats:
    """For each row the sum of the numbers asked for, each times its level."""
    pieces = levels.shape[1]
    numbers = np.zeros((pieces, _PIECE), dtype=np.float32)
    numbers.ravel()[: len(asked)] = asked
    tables = [_table(np.roll(own, _PIECE // 2)) for own in numbers]  # of two bytes the first is the lower
    sums = np.zeros(len(levels), dtype=np.float32)
    for start in range(0, len(levels), _AT_ONCE):
        columns = np.ascontiguousarray(levels[start : start + _AT_ONCE].T)
        for table, column in zip(tables, columns, strict=True):
            sums[start : start + _AT_ONCE] += table.take(column)
    return sums


def _table(numbers: Floats) -> Floats:
    """The sum for every pattern of so many levels, the first the highest."""
    sums = np.zeros(1, dtype=np.float32)
    for number in numbers:
        sums = (sums[:, None] + number * _LEVELS).ravel()
    return sums
