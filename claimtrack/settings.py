"""What a user can set from outside: read once, frozen, and passed down; never a global."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimtrack.errors import UsageError

__all__ = ["DATABASE_VARIABLE", "MAX_SIZE_VARIABLE", "Settings", "parse_size"]

DATABASE_VARIABLE = "CLAIMTRACK_DATABASE_URL"
MAX_SIZE_VARIABLE = "CLAIMTRACK_MAX_SIZE"

_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s*([kmg]?)(?:i?b)?", re.IGNORECASE | re.ASCII)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


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
        settings = cls()
        if database := environ.get(DATABASE_VARIABLE):
            settings = replace(settings, database_url=database)
        if size := environ.get(MAX_SIZE_VARIABLE):
            settings = replace(settings, max_bytes=parse_size(size, MAX_SIZE_VARIABLE))
        return settings


def parse_size(text: str, name: str) -> int:
    """A number of bytes from ``5MB``, ``500k`` or ``1048576``; UsageError names what was set by ``name``."""
    match = _SIZE.fullmatch(text.strip())
    size = int(float(match[1]) * _UNITS[match[2].lower()]) if match else 0
    if size < 1:
        raise UsageError(f"{name} is {text!r}, which is no size: give a number of bytes such as 5MB or 500k.")
    return size
