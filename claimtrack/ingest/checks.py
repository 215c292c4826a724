"""What never gets through: binary data, lone surrogates, and texts that are empty or too long."""

import re
from typing import BinaryIO

from claimtrack.errors import DocumentError
from claimtrack.ingest.options import RAW_FACTOR

__all__ = ["checked_line", "checked_text", "one_line", "read_whole"]

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_whole(stream: BinaryIO, origin: str, max_bytes: int) -> bytes:
    """All bytes of a stream, in bounded memory; DocumentError where its text cannot but be over the limit."""
    limit = max_bytes * RAW_FACTOR
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise DocumentError(
            origin, f"its text is over the limit of {max_bytes:,} bytes; split it, or raise the limit with --max-bytes"
        )
    return data


def checked_text(text: str, origin: str, max_bytes: int) -> str:
    """The text itself, untouched; DocumentError where it cannot be stored or there is nothing to store.

    A stray control character is let through, NUL never; more than one control character in a hundred is
    taken for binary data.
    """
    if "\0" in text or sum(1 for _ in _CONTROLS.finditer(text)) * 100 > len(text):
        raise DocumentError(origin, "it is binary data, not text; convert it to text first")
    size = len(_encoded(text, "its text", origin))
    if size > max_bytes:
        over = f"its text has {size:,} bytes, over the limit of {max_bytes:,}"
        raise DocumentError(origin, f"{over}; split it, or raise the limit with --max-bytes")
    if not text.strip():
        raise DocumentError(origin, "it holds no text; leave it out")
    return text


def checked_line(value: str, what: str, origin: str) -> str | None:
    """A piece of metadata, None for an empty one; DocumentError where it cannot be stored."""
    _encoded(value, what, origin)
    if "\0" in value:
        raise DocumentError(origin, f"{what} holds a NUL character; remove it")
    return value if value.strip() else None


def one_line(value: str | None) -> str | None:
    """A piece of metadata on one line, white space joined; None for an empty one."""
    return " ".join((value or "").split()) or None


def _encoded(value: str, what: str, origin: str) -> bytes:
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError as error:
        half = f"\\u{ord(value[error.start]):04x}"
        reason = f"{what} holds half a character ({half}) that no database takes; repair it where it was written"
        raise DocumentError(origin, reason) from None
