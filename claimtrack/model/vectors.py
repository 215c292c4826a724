"""Vectors as the database keeps them: whole numbers of 8 bits, with the step between them in front."""

from collections.abc import Sequence

import numpy as np

from claimtrack.model.labels import Floats

__all__ = ["cosines", "pack", "products", "unpack"]

_MOST = 127
_STEP = np.dtype("<f4")


def pack(vector: Floats) -> bytes:
    """A vector ``[width]`` of any length; each number is right to a 254th of the largest."""
    step = float(np.abs(vector).max()) / _MOST or 1.0
    return np.array([step], dtype=_STEP).tobytes() + np.round(vector / step).astype(np.int8).tobytes()


def unpack(packed: bytes) -> Floats:
    """A packed vector, but for rounding."""
    step = np.frombuffer(packed[: _STEP.itemsize], dtype=_STEP)
    return np.frombuffer(packed[_STEP.itemsize :], dtype=np.int8).astype(np.float32) * step


def products(asked: Floats, packed: Sequence[bytes]) -> list[float]:
    """The inner product of a vector with each of the packed ones; ValueError where one has another width."""
    if not packed:
        return []
    rows = np.frombuffer(b"".join(packed), dtype=np.int8).reshape(len(packed), -1)
    if rows.shape[1] != _STEP.itemsize + len(asked):
        raise ValueError(f"vectors of {rows.shape[1] - _STEP.itemsize} numbers cannot be compared with {len(asked)}")
    steps = np.ascontiguousarray(rows[:, : _STEP.itemsize]).view(_STEP)[:, 0]
    found: list[float] = (rows[:, _STEP.itemsize :].astype(np.float32) @ asked * steps).tolist()
    return found


def cosines(ones: Sequence[bytes | None], others: Sequence[bytes | None]) -> list[list[float]]:
    """The cosines of each of some packed vectors (rows) with each of others; 0 where one is missing.

    ValueError where widths differ.
    """
    width = max((len(each) for each in (*ones, *others) if each is not None), default=_STEP.itemsize) - _STEP.itemsize
    found: list[list[float]] = (_directions(ones, width) @ _directions(others, width).T).tolist()
    return found


def _directions(packed: Sequence[bytes | None], width: int) -> Floats:
    """Vectors of length 1; of nothing but zeros where one is missing."""
    rows = np.array([np.zeros(width) if each is None else unpack(each) for each in packed], dtype=np.float32)
    rows = rows.reshape(len(packed), width)
    directions: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-9))
    return directions
