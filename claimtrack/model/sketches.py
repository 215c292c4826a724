"""Sketches of vectors: a bit a number, by which those that may be near a subject are told without reading them all.

A bit says whether a number is above nothing. The product of two vectors is estimated from one of them and the other's
bits, as RaBitQ does it (Gao and Long 2024, https://doi.org/10.1145/3654970) but for its random rotation.
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
_PIECE = 16
"""Bits that are looked up at once: a table of 65,536 sums stays in a processor's cache."""

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

    Each has 8 bytes of id, 2 of scale (what a product of the bits is multiplied by) and a bit a number.
    """
    return b"".join(bytes.fromhex(key) + _sketch(vector) for key, vector in vectors)


def estimates(asked: Floats, packed: bytes, most: int) -> Estimates:
    """The products of a vector with all sketched ones, estimated; no more than the ``most`` greatest are kept.

    ValueError where a sketch is of vectors of another width.
    """
    pieces = -(-len(asked) // _PIECE)
    kind = np.dtype([("key", f"V{_KEY_BYTES}"), ("scale", "<f2"), ("bits", "<u2", (pieces,))])
    if len(packed) % kind.itemsize:
        raise ValueError(f"sketches cannot be compared with vectors of {len(asked)} numbers")
    rows = np.frombuffer(packed, dtype=kind)
    products = rows["scale"].astype(np.float32) * _signed_sums(asked, rows["bits"])
    found = np.arange(len(rows))
    if most < len(rows):
        found = np.argpartition(-products, most)[: most + 1]  # one more, to say what is beyond
    found = found[np.argsort(-products[found], kind="stable")]
    return Estimates(rows["key"][found], products[found], len(rows))


def _sketch(vector: bytes) -> bytes:
    numbers = unpack(vector)
    total = float(np.abs(numbers).sum())
    scale = float(numbers @ numbers) / total if total else 0.0
    padded = np.zeros(-(-len(numbers) // _PIECE) * _PIECE, dtype=bool)
    padded[: len(numbers)] = numbers > 0
    return np.array([scale], dtype="<f2").tobytes() + np.packbits(padded).tobytes()


def _signed_sums(asked: Floats, bits: NDArray[np.uint16]) -> Floats:
    """For each row of bits the sum of the numbers asked for, those without a bit taken away."""
    pieces = bits.shape[1]
    numbers = np.zeros((pieces, _PIECE), dtype=np.float32)
    numbers.ravel()[: len(asked)] = asked
    tables = [_table(np.roll(own, _PIECE // 2)) for own in numbers]  # of two bytes the first is the lower
    sums = np.zeros(len(bits), dtype=np.float32)
    for start in range(0, len(bits), _AT_ONCE):
        columns = np.ascontiguousarray(bits[start : start + _AT_ONCE].T)
        for table, column in zip(tables, columns, strict=True):
            sums[start : start + _AT_ONCE] += table.take(column)
    return sums


def _table(numbers: Floats) -> Floats:
    """The sum for every pattern of so many bits, the first the highest."""
    sums = np.zeros(1, dtype=np.float32)
    for number in numbers:
        sums = np.concatenate([sums[:, None] - number, sums[:, None] + number], axis=1).ravel()
    return sums
