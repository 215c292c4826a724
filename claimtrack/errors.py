"""Every error that claimtrack raises on purpose.

::

    ClaimtrackError              exit 1   expected failure; the message says what to do next
    ├── DocumentError            exit 1   one document cannot be read; a batch goes on without it
    ├── ModelError               exit 1   a language model is missing or does not fit
    ├── DatabaseError            exit 1   the database cannot be reached, or its schema does not fit
    ├── NotFoundError            exit 1   nothing has the id or name that was given
    └── UsageError               exit 2   options that contradict each other or make no sense

Anything else that reaches the command line is a bug (exit 3). The seam is ``claimtrack.cli.seam``.
"""

from typing import ClassVar

__all__ = [
    "ClaimtrackError",
    "DatabaseError",
    "DocumentError",
    "ModelError",
    "NotFoundError",
    "UsageError",
]


class ClaimtrackError(Exception):
    """Root of the tree: an expected failure, told in one line."""

    exit_status: ClassVar[int] = 1


class DocumentError(ClaimtrackError):
    """A document that cannot be read; carries where it came from and why it was skipped."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin = origin
        self.reason = reason


class ModelError(ClaimtrackError):
    """A language model is missing, damaged or of the wrong version."""


class DatabaseError(ClaimtrackError):
    """The database cannot be opened, or its schema is not the one that this version needs."""


class NotFoundError(ClaimtrackError):
    """No stored thing has the id or the name that was given."""


class UsageError(ClaimtrackError):
    """Options or a query that make no sense together."""

    exit_status = 2
