"""The sentence encoder for what is stored and asked; imported when it is wanted, since rules and words do without."""

from collections.abc import Sequence
from typing import Protocol

from claimtrack.errors import ModelError
from claimtrack.model.labels import Floats

__all__ = ["Encoder", "encoder_or_none", "needed_encoder"]


class Encoder(Protocol):
    """What ``claimtrack.model.sentence.SentenceEncoder`` does."""

    @property
    def name(self) -> str:
        """What its vectors are stored under."""
        ...

    def encode(self, texts: Sequence[str]) -> Floats:
        """Vectors of length 1 ``[texts, width]``."""
        ...


def encoder_or_none() -> Encoder | None:
    """The encoder that comes with claimtrack; None where what runs it is not installed. ModelError for damaged ones."""
    try:
        from claimtrack.model.sentence import load_sentence_encoder
    except ImportError:
        return None
    return load_sentence_encoder()


def needed_encoder() -> Encoder:
    """The same; ModelError where it cannot run."""
    encoder = encoder_or_none()
    if encoder is None:
        raise ModelError("the sentence encoder cannot run here; install claimtrack again, or ask with --exact")
    return encoder
