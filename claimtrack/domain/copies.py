"""What two documents are compared by, to find out whether they are copies of one text."""

from dataclasses import dataclass

__all__ = ["Signature"]


@dataclass(frozen=True, slots=True)
class Signature:
    """A text's MinHash: small, and as alike as the texts are."""

    minhash: bytes
    """128 unsigned numbers of 32 bits, little-endian."""
    shingles: int
    """How many different runs of words the text has."""
