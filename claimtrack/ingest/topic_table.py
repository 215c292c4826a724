"""``topics.csv``: an analyst's topics, one a row."""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claimtrack.errors import DocumentError
from claimtrack.ingest.decoding import decode

__all__ = ["TopicLine", "TopicTable", "read_topic_table"]

MOST_BYTES = 5_000_000
_NAME, _KNOWN = "name", ("name", "words", "description", "made_by")
_COUNTED = "statements"
"""A column of the listing of topics that says nothing of a topic itself."""


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One row: its cells as they stand there, None for a column that the table does not have."""

    origin: str
    """The file and the line where the row begins, as in ``topics.csv:3``."""
    name: str
    words: str | None
    description: str | None
    made_by: str | None


@dataclass(frozen=True, slots=True)
class TopicTable:
    """The rows, or why one cannot be read, in their order; and the columns that say nothing here."""

    rows: tuple[TopicLine | DocumentError, ...]
    ignored: tuple[str, ...]


def read_topic_table(path: str) -> TopicTable:
    """The table in a CSV file, or on standard input (``-``), in any encoding that documents may have.

    Raises DocumentError where the file cannot be read, or its first row does not name the columns.
    """
    rows = _numbered(decode(_bytes(path), path), path)
    header = next((cells for _, cells in rows if cells), None)
    if isinstance(header, DocumentError):
        raise header
    columns = _columns(header or [], path)
    lines = tuple(_line(origin, cells, columns) for origin, cells in rows if not _is_blank(cells))
    return TopicTable(lines, tuple(name for name in columns if name not in {*_KNOWN, _COUNTED, ""}))


def _bytes(path: str) -> bytes:
    try:
        with _opened(path) as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}; check the file and its permissions"
        raise DocumentError(path, reason) from error
    if len(data) > MOST_BYTES:
        raise DocumentError(path, f"it has more than {MOST_BYTES:,} bytes; split it")
    return data


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb")


def _numbered(text: str, path: str) -> Iterator[tuple[str, list[str] | DocumentError]]:
    """Each row, or why it is none, with the line where it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        origin = f"{path}:{reader.line_num + 1}"
        try:
            yield origin, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield origin, DocumentError(origin, f"it is no row of a CSV ({error}); look at its quotation marks")


def _columns(header: Sequence[str], path: str) -> list[str]:
    columns = [cell.strip().casefold() for cell in header]
    if _NAME not in columns:
        reason = "its first row does not name its columns; make that name,words,description, parted by commas"
        raise DocumentError(path, reason)
    twice = next((name for name in columns if name and columns.count(name) > 1), None)
    if twice is not None:
        raise DocumentError(path, f"two columns are named {twice!r}; take one out")
    return columns


def _is_blank(cells: Sequence[str] | DocumentError) -> bool:
    """Whether a row has nothing, as spreadsheets write it below the last one that has something."""
    return not isinstance(cells, DocumentError) and not any(map(str.strip, cells))


def _line(origin: str, cells: Sequence[str] | DocumentError, columns: Sequence[str]) -> TopicLine | DocumentError:
    if isinstance(cells, DocumentError):
        return cells
    if len(cells) > len(columns):
        told = f"it has {len(cells)} cells, the first row {len(columns)}"
        return DocumentError(origin, f"{told}; put quotation marks around a cell with commas")
    filled = [*cells, *[""] * (len(columns) - len(cells))]
    name, words, description, made_by = (
        filled[columns.index(column)] if column in columns else None for column in _KNOWN
    )
    return TopicLine(origin, name or "", words, description, made_by)
