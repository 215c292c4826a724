"""Paths → the files and streams that are to be read, in a fixed order."""

import gzip
import io
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from claimtrack.errors import DocumentError
from claimtrack.ingest.formats import KNOWN_SUFFIXES, format_of_name, format_of_start, name_without_suffix
from claimtrack.ingest.options import InputFormat, ReadOptions

__all__ = ["Origin", "find_origins"]

_URL = re.compile(r"https?://", re.IGNORECASE)
_SNIFFED = 1024


@dataclass(frozen=True, slots=True)
class Origin:
    """One file or stream to be read."""

    name: str
    """As messages and the database show it: a path, or ``-``."""
    document_id: str
    """Id of the document, where the origin holds one."""
    open: Callable[[], AbstractContextManager[tuple[InputFormat, BinaryIO]]]
    """Opens it: its format (never ``AUTO``) and its bytes; raises OSError."""


def find_origins(paths: Sequence[str], options: ReadOptions) -> Iterator[Origin | DocumentError]:
    """What the paths stand for, in their order; folders recursively, sorted by name.

    In folders, hidden entries and unknown suffixes are passed over, and links to folders are not followed, so
    that no loop is entered. A path that leads to no document gives a DocumentError.
    """
    for path in paths:
        if path == "-":
            yield _standard_input(options)
        elif _URL.match(path):
            yield DocumentError(path, "pages are not fetched; save the page as an .html file and give its path")
        elif not path:
            yield DocumentError("''", "the path is empty; give one, or . for the working folder")
        elif Path(path).is_dir():
            yield from _in_folder(path)
        else:
            yield _named_file(path, options)


def _named_file(path: str, options: ReadOptions) -> Origin | DocumentError:
    given = None if options.format is InputFormat.AUTO else options.format
    kind = format_of_name(path) or given
    if not os.path.lexists(path):
        return DocumentError(_shown(path), "there is no such file; check the path")
    if kind is None:
        known = " ".join(KNOWN_SUFFIXES)
        reason = f"its suffix is none that is known ({known}); say its format with --input-format, or convert it"
        return DocumentError(_shown(path), reason)
    return _file(path, kind)


def _in_folder(folder: str) -> Iterator[Origin | DocumentError]:
    found = False
    for item in _walk(folder):
        found = found or not isinstance(item, DocumentError)
        yield item
    if not found:
        known = " ".join(KNOWN_SUFFIXES)
        yield DocumentError(
            _shown(folder), f"the folder holds no document; files with these suffixes are read: {known}"
        )


def _walk(folder: str) -> Iterator[Origin | DocumentError]:
    """Depth first without recursion: a path may be nested deeper than Python's stack."""
    waiting = [Path(folder)]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield _found_file(path)
            continue
        try:
            waiting.extend(sorted(filter(_is_wanted, path.iterdir()), reverse=True))
        except OSError as error:
            reason = f"the folder cannot be read: {error.strerror}; check its permissions"
            yield DocumentError(_shown(str(path)), reason)


def _is_wanted(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    if path.is_dir():
        return not path.is_symlink()
    return format_of_name(path.name) is not None


def _found_file(path: Path) -> Origin | DocumentError:
    kind = format_of_name(path.name)
    if kind is None or not path.is_file():
        # Opening a named pipe would wait for a writer that may never come.
        reason = "it is no regular file, or a link that leads nowhere; remove or repair it"
        return DocumentError(_shown(str(path)), reason)
    return _file(str(path), kind)


def _file(path: str, kind: InputFormat) -> Origin:
    @contextmanager
    def opened() -> Iterator[tuple[InputFormat, BinaryIO]]:
        zipped = path.lower().endswith(".gz")
        with cast("BinaryIO", gzip.open(path, "rb")) if zipped else Path(path).open("rb") as stream:
            yield kind, stream

    return Origin(_shown(path), name_without_suffix(Path(_shown(path)).name), opened)


def _standard_input(options: ReadOptions) -> Origin:
    @contextmanager
    def opened() -> Iterator[tuple[InputFormat, BinaryIO]]:
        stream = io.BufferedReader(cast("io.RawIOBase", options.stdin or sys.stdin.buffer))
        try:
            kind = options.format
            if kind is InputFormat.AUTO:
                kind = format_of_start(stream.peek(_SNIFFED)[:_SNIFFED])
            yield kind, stream
        finally:
            stream.detach()  # else its destructor would close a stream that is not ours

    return Origin("-", "stdin", opened)


def _shown(path: str) -> str:
    """The path as valid Unicode: names on disk may be bytes that are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")
