"""The sentence encoder and the matcher; imported when they are wanted, since rules and words do without."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

from claimtrack.domain.placed import Placed
from claimtrack.errors import ModelError
from claimtrack.model.labels import Floats

__all__ = ["Encoder", "Matcher", "begin_loading", "encoder_or_none", "matcher_or_none", "needed_encoder"]


class Encoder(Protocol):
    """What ``claimtrack.model.sentence.SentenceEncoder`` does."""

    @property
    def name(self) -> str:
        """What its vectors are stored under."""
        ...

    def encode(self, texts: Sequence[str]) -> Floats:
        """Vectors of length 1 ``[texts, width]`` of subjects."""
        ...

    def encode_statements(self, statements: Sequence[Placed]) -> Floats:
        """The same ``[statements, width]`` of statements amid their texts."""
        ...


class Matcher(Protocol):
    """What ``claimtrack.model.matcher.Matcher`` does."""

    def same(self, pairs: Sequence[tuple[Placed, Placed]]) -> list[float]:
        """Of each pair the log-odds that both make the same claim."""
        ...

    def about(self, subject: str, statements: Sequence[Placed]) -> list[float]:
        """Of each statement the log-odds that it is about a subject."""
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


def matcher_or_none() -> Matcher | None:
    """The matcher that comes with claimtrack; None and ModelError as for the encoder."""
    try:
        from claimtrack.model.matcher import load_matcher
    except ImportError:
        return None
    return load_matcher()


def begin_loading() -> Future[None]:
    """Let another thread load both meanwhile; what goes wrong is told when they are asked for."""
    pool = ThreadPoolExecutor(1, "loading")
    loading = pool.submit(_load_both)
    pool.shutdown(wait=False)
    return loading


def _load_both() -> None:
    encoder_or_none()
    matcher_or_none()
