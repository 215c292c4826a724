"""What a person sees: text from documents made harmless, messages on standard error."""

import sys

from claimtrack.domain.characters import escape_steering

__all__ = ["counted", "one_line", "say"]


def one_line(text: str) -> str:
    """The text for a table cell: white space of any kind is one space, the rest is harmless."""
    return escape_steering(" ".join(text.split()))


def counted(number: int, noun: str) -> str:
    """The number with its noun: ``1 statement``, ``2 statements``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say(message: str) -> None:
    """Tell a person something on standard error; the message may hold words of documents."""
    sys.stderr.write(escape_steering(message) + "\n")
    sys.stderr.flush()
