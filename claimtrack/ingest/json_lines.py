"""``.jsonl``: the interchange form, one document a line, streamed."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject
from claimtrack.errors import DocumentError
from claimtrack.ingest.checks import checked_line, checked_text
from claimtrack.ingest.dates import parse_published
from claimtrack.ingest.options import RAW_FACTOR
from claimtrack.ingest.origins import Origin

__all__ = ["read_json_lines"]

_JSON_NAMES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def read_json_lines(stream: BinaryIO, origin: Origin, max_bytes: int) -> Iterator[Document | DocumentError]:
    """One document, or one DocumentError with ``path:line``, for each line that is not blank.

    Memory is bounded by the longest line that is taken, 8 × ``max_bytes``; a longer one is passed over and
    reported. ``statements`` and unknown keys are not looked at.
    """
    empty = True
    try:
        for number, line in enumerate(_lines(stream, max_bytes * RAW_FACTOR), start=1):
            where = f"{origin.name}:{number}"
            if line is None:
                yield DocumentError(where, "the line is too long; split it, or raise the limit with --max-bytes")
            elif line.strip():
                yield _read_line(line, where, max_bytes)
            else:
                continue
            empty = False
    except (EOFError, zlib.error):
        yield DocumentError(origin.name, "the compressed file is cut off or damaged; get it again from its origin")
        return
    if empty:
        yield DocumentError(origin.name, "it holds no document; write one JSON object a line")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream, without their ends; None for one that is longer than the limit."""
    start = b"\xef\xbb\xbf"
    while line := stream.readline(limit + 1):
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.removeprefix(start).rstrip(b"\r\n")
        start = b""


def _read_line(line: bytes, where: str, max_bytes: int) -> Document | DocumentError:
    try:
        item = _object(line, where)
        return Document(
            id=_id(item, where),
            text=checked_text(_required(item, "text", where), where, max_bytes),
            title=_text(item, "title", where),
            publisher=_text(item, "publisher", where),
            published=None if (when := _text(item, "published", where)) is None else parse_published(when),
            url=_text(item, "url", where),
            author=_text(item, "author", where),
            origin=where,
            media_type="application/jsonl",
            raw_sha256=hashlib.sha256(line).hexdigest(),
        )
    except DocumentError as error:
        return error
    except ValueError as error:
        return DocumentError(where, str(error))


def _object(line: bytes, where: str) -> JsonObject:
    try:
        item = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentError(
            where, f"not valid UTF-8 (byte {error.start + 1:,} of the line); save it as UTF-8"
        ) from None
    except json.JSONDecodeError as error:
        raise DocumentError(where, f"not valid JSON: {error.msg} at column {error.colno:,}; repair the line") from None
    except (ValueError, RecursionError):
        raise DocumentError(where, "not readable JSON: too deeply nested, or a number too long; repair it") from None
    if not isinstance(item, dict):
        raise DocumentError(where, 'the line is no JSON object; write {"document": …, "text": …}')
    return item


def _id(item: JsonObject, where: str) -> str:
    return _required(item, "document" if item.get("document") is not None else "id", where)


def _required(item: JsonObject, key: str, where: str) -> str:
    value = _text(item, key, where)
    if value is None:
        name = "“document” (or “id”)" if key == "id" else f"“{key}”"
        raise DocumentError(where, f"{name} is missing or empty; give every document one")
    return value


def _text(item: JsonObject, key: str, where: str) -> str | None:
    value = item.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        found = _JSON_NAMES[type(value)]
        raise DocumentError(where, f"“{key}” is {found}, not text; put it in quotation marks")
    # What ``text`` may hold is for checked_text to say, in its own words.
    return value or None if key == "text" else checked_line(value, f"“{key}”", where)
