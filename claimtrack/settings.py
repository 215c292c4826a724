"""What a user can set from outside: read once, frozen, and passed down; never a global."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimtrack.errors import UsageError

__all__ = ["DATABASE_VARIABLE", "MAX_BYTES_VARIABLE", "Settings"]

DATABASE_VARIABLE = "CLAIMTRACK_DATABASE_URL"
MAX_BYTES_VARIABLE = "CLAIMTRACK_MAX_BYTES"


@dataclass(frozen=True, slots=True)
class Settings:
    """The program's settings; the defaults need nothing to be set up."""

    database_url: str = "sqlite:///claimtrack.db"
    """A database URL in SQLAlchemy's form or the path of a SQLite file, counted from the working folder."""
    max_bytes: int = 5_000_000
    """Documents whose text is larger than this are skipped."""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings that ``CLAIMTRACK_*`` variables name; an empty variable counts as unset.

        UsageError where a variable makes no sense.
        """
        defaults = cls()
        size = environ.get(MAX_BYTES_VARIABLE)
        return cls(
            database_url=environ.get(DATABASE_VARIABLE) or defaults.database_url,
            max_bytes=_positive(size, MAX_BYTES_VARIABLE) if size else defaults.max_bytes,
        )


def _positive(text: str, variable: str) -> int:
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and int(digits[:19]) > 0):
        raise UsageError(f"{variable} is {text!r}: set it to a number of bytes above 0, such as 5000000.")
    return int(digits[:19])
