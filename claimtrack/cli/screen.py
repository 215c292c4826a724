"""What a person sees: text from documents made harmless, messages on standard error."""

import sys

from claimtrack.domain.characters import escape_steering

__all__ = ["one_line", "say"]


def one_line(text: str) -> str:
    """The text for a table cell: white space of any kind is one space, the rest is harmless."""
    return escape_steering(" ".join(text.split()))


def say(message: str) -> None:
    """Tell a person something on standard error; the message may hold words of documents."""
    sys.stderr.write(escape_steering(message) + "\n")
    sys.stderr.flush()
