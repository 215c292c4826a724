"""What statements do with what they say, as likelihoods: the stance reader, where it can run."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from claimtrack.domain.attribution import Attribution
from claimtrack.errors import ModelError

__all__ = ["Read", "Scores", "shipped_reader"]

Scores: TypeAlias = Sequence[float]
"""How likely a statement asserts, denies, confirms, declines, each as a logarithm."""
Read: TypeAlias = Callable[[str, Sequence[Attribution]], Sequence[Scores]]
"""A text and statements in it → the scores of each, in their order; each has a cue or a content."""


def shipped_reader() -> Read:
    """The reader that comes with claimtrack, loaded when it is first asked; ModelError where it cannot run."""

    def read(text: str, statements: Sequence[Attribution]) -> Sequence[Scores]:
        try:
            from claimtrack.model.stances import Marked, load_stance_reader
        except ImportError as error:
            raise ModelError(f"the stance reader cannot run here ({error}); install claimtrack again") from error
        marked = [Marked(each.source, each.cue, each.content) for each in statements]
        scores: list[list[float]] = load_stance_reader().read(text, marked).tolist()
        return scores

    return read
