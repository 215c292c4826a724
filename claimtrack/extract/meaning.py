"""What texts mean, as vectors: the sentence encoder, where it can run."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from claimtrack.errors import ModelError

__all__ = ["Encode", "Vector", "shipped_encoder"]

Vector: TypeAlias = Sequence[float]
Encode: TypeAlias = Callable[[Sequence[str]], Sequence[Vector]]
"""Texts → vectors of length 1, in their order; texts that mean much the same have vectors near each other."""


def shipped_encoder() -> Encode:
    """The encoder that comes with claimtrack, read when it is first asked; ModelError where it cannot run."""

    def encode(texts: Sequence[str]) -> Sequence[Vector]:
        try:
            from claimtrack.model.sentence import load_sentence_encoder
        except ImportError as error:
            raise ModelError(f"the sentence encoder cannot run here ({error}); install claimtrack again") from error
        vectors: list[list[float]] = load_sentence_encoder().encode(texts).tolist()
        return vectors

    return encode
