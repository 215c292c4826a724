"""Paths → documents. A bad document yields its error and does not stop the batch."""

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, TypeAlias

from claimtrack.domain.document import Document
from claimtrack.errors import DocumentError
from claimtrack.ingest.checks import read_whole
from claimtrack.ingest.formats import KNOWN_SUFFIXES
from claimtrack.ingest.json_lines import read_json_lines
from claimtrack.ingest.markdown import read_markdown
from claimtrack.ingest.options import InputFormat, ReadOptions, filled_in
from claimtrack.ingest.origins import Origin, find_origins
from claimtrack.ingest.plain_text import read_plain_text
from claimtrack.ingest.web_page import read_web_page

__all__ = ["KNOWN_SUFFIXES", "read_documents"]

Items: TypeAlias = Iterator[Document | DocumentError]
Reader: TypeAlias = Callable[[BinaryIO, Origin, int], Items]
_DEFAULTS = ReadOptions()


def read_documents(paths: Sequence[str], options: ReadOptions = _DEFAULTS) -> Items:
    """The documents of files, folders and standard input (``-``), one at a time, in the order of the paths.

    A document that cannot be read (missing, empty, binary, too long, malformed) is yielded as a DocumentError
    whose ``origin`` and ``reason`` say which and why. Nothing is raised for it, and nothing is fetched.
    """
    for origin in find_origins(paths, options):
        if isinstance(origin, DocumentError):
            yield origin
        else:
            yield from _read(origin, options)


def _read(origin: Origin, options: ReadOptions) -> Items:
    try:
        with origin.open() as (kind, stream):
            for item in _READERS[kind](stream, origin, options.max_bytes):
                yield item if isinstance(item, DocumentError) else filled_in(item, options)
    except DocumentError as error:
        yield error
    except OSError as error:
        yield DocumentError(
            origin.name, f"cannot be read: {error.strerror or error}; check the file and its permissions"
        )


def _whole(read: Callable[[bytes, Origin, int], Document]) -> Reader:
    """A reader of streams out of one that wants all bytes at once."""

    def read_stream(stream: BinaryIO, origin: Origin, max_bytes: int) -> Items:
        yield read(read_whole(stream, origin.name, max_bytes), origin, max_bytes)

    return read_stream


_READERS: dict[InputFormat, Reader] = {
    InputFormat.TXT: _whole(read_plain_text),
    InputFormat.MD: _whole(read_markdown),
    InputFormat.HTML: _whole(read_web_page),
    InputFormat.JSONL: read_json_lines,
}
