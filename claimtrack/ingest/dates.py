"""Publication dates as metadata write them."""

import re
from datetime import date

__all__ = ["parse_published"]

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
_ZONE = r"(?:Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)"
_WRITTEN = re.compile(rf"({_DAY})(?:(?:T|\s+){_TIME}\s*{_ZONE}?)?", re.IGNORECASE)


def parse_published(value: str) -> date:
    """An ISO date, or the date of an ISO date and time as written, whatever its zone.

    Raises ValueError, whose text names the value and the expected form.
    """
    match = _WRITTEN.fullmatch(value.strip())
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        expected = "write it as 2024-06-18 or 2024-06-18T09:30:00+02:00"
        raise ValueError(f"the publication date {value[:40]!r} is no date; {expected}") from None
