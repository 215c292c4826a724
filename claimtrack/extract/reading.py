"""What statements do with what they say, as likelihoods: the stance reader, where it can run."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from claimtrack.domain.attribution import Attribution
from claimtrack.errors import ModelError

__all__ = ["Read", "Scores", "shipped_reader"]

Scores: TypeAlias = Sequence[float]
"""How likely a statement asserts, denies, confirms, declines, each as a logarithm."""
Read: TypeAlias = Callable[[str, Sequence[Attribution]], Iterable[Scores]]
"""A text and statements in it → the scores of each, in their order; each has a cue or a content.

Reading begins with the call; what it finds is waited for as it is taken.
"""


def shipped_reader() -> Read:
    """The reader that comes with claimtrack, loaded when it is first asked; ModelError where it cannot run."""

    def read(text: str, statements: Sequence[Attribution]) -> Iterable[Scores]:
        try:
            from claimtrack.model.stances import Marked, load_stance_reader
        except ImportError as error:
            raise ModelError(f"the stance reader cannot run here ({error}); install claimtrack again") from error
        marked = [Marked(each.source, each.cue, each.content) for each in statements]
        begun = load_stance_reader().begin(text, marked)
        return (scores.tolist() for scores in begun)

    return read
