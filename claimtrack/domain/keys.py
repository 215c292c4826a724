"""Identity is a hash of provenance: whoever extracts the same thing again arrives at the same key.

Keys are the first 16 hexadecimal digits (64 bits) of a SHA-256 over length-prefixed parts.
"""

import hashlib
from collections.abc import Iterable

from claimtrack.domain.spans import Span

__all__ = ["KEY_LENGTH", "document_key", "hash_key", "statement_key"]

KEY_LENGTH = 16


def hash_key(*parts: str) -> str:
    """A key of text parts; no two different lists of parts are joined alike."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded))
        digest.update(encoded)
    return digest.hexdigest()[:KEY_LENGTH]


def document_key(document_id: str, text: str) -> str:
    """The key of a document: the caller's id and the text."""
    return hash_key("document", document_id, text)


def statement_key(document: str, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> str:
    """The key of a statement: its document's key and its spans by role."""
    return hash_key("statement", document, *(_flat(spans) for spans in (source, cue, content)))


def _flat(spans: Iterable[Span]) -> str:
    return ",".join(f"{start}-{end}" for start, end in spans)
