"""Which format a file or a stream has."""

import re

from claimtrack.ingest.options import InputFormat

__all__ = ["KNOWN_SUFFIXES", "format_of_name", "format_of_start", "name_without_suffix"]

_SUFFIXES = {
    ".txt": InputFormat.TXT,
    ".md": InputFormat.MD,
    ".markdown": InputFormat.MD,
    ".html": InputFormat.HTML,
    ".htm": InputFormat.HTML,
    ".jsonl": InputFormat.JSONL,
    ".jsonl.gz": InputFormat.JSONL,
}

KNOWN_SUFFIXES = tuple(_SUFFIXES)

_HTML_START = re.compile(
    rb"<(?:!doctype\s+html|!--|\?xml|html|head|body|title|meta|article|main|section|div|h1|p)\b",
    re.IGNORECASE,
)
_FRONT_MATTER_START = re.compile(rb"---[ \t]*\r?\n")


def format_of_name(name: str) -> InputFormat | None:
    """The format that a file name's suffix stands for; None where it is not known."""
    lowered = name.lower()
    return next((found for suffix, found in _SUFFIXES.items() if lowered.endswith(suffix)), None)


def name_without_suffix(name: str) -> str:
    """A file name without its last suffix: ``report.v2.txt`` → ``report.v2``."""
    stem, dot, _ = name.rpartition(".")
    return stem if dot and stem else name


def format_of_start(start: bytes) -> InputFormat:
    """The format of a stream by its first bytes: ``{`` is JSONL, a tag HTML, ``---`` Markdown, else text."""
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return InputFormat.JSONL
    if _HTML_START.match(start):
        return InputFormat.HTML
    if _FRONT_MATTER_START.match(start):
        return InputFormat.MD
    return InputFormat.TXT
