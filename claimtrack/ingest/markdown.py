"""``.md``: the body as it stands, and metadata from YAML front matter where there is one."""

import hashlib
import re

import yaml

from claimtrack.domain.document import Document
from claimtrack.errors import DocumentError
from claimtrack.ingest.checks import checked_line, checked_text, one_line
from claimtrack.ingest.dates import parse_published
from claimtrack.ingest.decoding import decode
from claimtrack.ingest.origins import Origin

__all__ = ["read_markdown"]

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"\s*[\w-]+[ \t]*:(?:\s|\Z)")
_BLANK_LINE = re.compile(r"[ \t]*\r?\n")
_LONGEST = 65_536
_REPAIR = "write lines of “key: value” between two lines of ---"
_UNSAID = frozenset({"", "~", "null"})


def read_markdown(data: bytes, origin: Origin, max_bytes: int) -> Document:
    """A document of the body after the front matter; offsets count from where the body begins.

    Read are ``title``, ``published`` or ``date``, ``publisher`` or ``site``, ``url`` and ``author`` (one or a
    list); other keys are passed over. Raises DocumentError, with the line where front matter is malformed.
    """
    block, body = _split(decode(data, origin.name), origin.name)
    fields = _fields(block, origin.name)
    when = fields.get("published") or fields.get("date")
    try:
        published = parse_published(when) if when else None
    except ValueError as error:
        raise DocumentError(origin.name, str(error)) from None
    return Document(
        id=origin.document_id,
        text=checked_text(body, origin.name, max_bytes),
        title=fields.get("title"),
        publisher=fields.get("publisher") or fields.get("site"),
        published=published,
        url=fields.get("url"),
        author=fields.get("author"),
        origin=origin.name,
        media_type="text/markdown",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )


def _split(text: str, origin: str) -> tuple[str, str]:
    """Front matter and body.

    A line of --- is a rule of the body where no key follows it and nothing closes it, or a blank line comes next.
    """
    opening = _OPENING.match(text)
    if not opening:
        return "", text
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST)
    begins_with_key = _KEY.match(text, opening.end())
    if closing:
        block = text[opening.end() : closing.start()]
        if begins_with_key or not block.strip() or not _BLANK_LINE.match(block):
            return block, text[closing.end() :]
    elif begins_with_key:
        raise DocumentError(f"{origin}:1", f"front matter begins and nothing closes it; {_REPAIR}")
    return "", text


def _fields(block: str, origin: str) -> dict[str, str]:
    """The keys that are used, in lower case, with their values as written."""
    loaded = _load(block, origin)
    if loaded in ({}, None, ""):
        return {}
    if not isinstance(loaded, dict):
        raise DocumentError(f"{origin}:2", f"front matter is not made of keys and values; {_REPAIR}")
    fields: dict[str, str] = {}
    for key, value in loaded.items():
        name = str(key).lower()
        if name in {"title", "published", "date", "publisher", "site", "url", "author"}:
            line = one_line(_text_of(value, name, origin))
            if line is not None:
                fields[name] = line
    return fields


def _load(block: str, origin: str) -> object:
    """Front matter with every scalar as text: a date stays as written, and nothing but text is ever made."""
    try:
        return yaml.BaseLoader(block).get_single_data()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise DocumentError(f"{origin}:{line}", f"malformed front matter: {error.problem}; {_REPAIR}") from None
    except (yaml.YAMLError, RecursionError):
        raise DocumentError(f"{origin}:1", f"malformed front matter; {_REPAIR}") from None


def _text_of(value: object, name: str, origin: str) -> str | None:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        raise DocumentError(origin, f"“{name}” of the front matter is neither text nor a list of texts; write it so")
    return None if value.lower() in _UNSAID else checked_line(value, f"“{name}”", origin)
