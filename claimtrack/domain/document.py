"""A document as it was read: its text, untouched, and what is known of its publication."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from claimtrack.domain.keys import document_key

__all__ = ["Document"]


@dataclass(frozen=True)
class Document:
    """One news document. ``text`` is decoded but otherwise untouched; all offsets count its characters."""

    id: str
    """The caller's own id; for a file, its name without suffix."""
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    """None where it is found nowhere; never invented."""
    url: str | None = None
    author: str | None = None
    origin: str | None = None
    """Where it was read from: a path, a URL, ``-``; with a line number inside a bulk file."""
    media_type: str = "text/plain"
    raw_sha256: str | None = None
    """Hash of the bytes that were read, hexadecimal."""

    @cached_property
    def key(self) -> str:
        """Provenance key: the same id and text are the same document."""
        return document_key(self.id, self.text)
