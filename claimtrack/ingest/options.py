"""How documents are to be read: limits, the format of standard input, and what fills gaps in metadata."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import BinaryIO

from claimtrack.domain.document import Document

__all__ = ["DEFAULT_MAX_BYTES", "RAW_FACTOR", "InputFormat", "ReadOptions", "filled_in"]

DEFAULT_MAX_BYTES = 5_000_000

RAW_FACTOR = 8
"""How many times a text's limit its raw form may have: markup, escapes and wider encodings inflate it."""


class InputFormat(StrEnum):
    """What a document is written in."""

    AUTO = "auto"
    """By suffix; standard input by its first characters."""
    TXT = "txt"
    MD = "md"
    HTML = "html"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of one reading.

    ``published``, ``publisher``, ``title``, ``url`` and ``author`` fill in where a document's own metadata is
    silent. What the document says of itself always wins: options speak for a whole batch, a document only for
    itself.
    """

    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES
    """Limit of one document's text, in bytes of UTF-8."""
    format: InputFormat = InputFormat.AUTO
    """Format of standard input, and of files named on their own whose suffix is not known."""
    stdin: BinaryIO | None = None
    """What ``-`` reads; None for the process's standard input."""


def filled_in(document: Document, options: ReadOptions) -> Document:
    """The document, the gaps in its metadata filled from the options."""
    return replace(
        document,
        published=document.published or options.published,
        publisher=document.publisher or options.publisher,
        title=document.title or options.title,
        url=document.url or options.url,
        author=document.author or options.author,
    )
