"""``.txt``: the text itself, and nothing that it does not say."""

import hashlib

from claimtrack.domain.document import Document
from claimtrack.ingest.checks import checked_text
from claimtrack.ingest.decoding import decode
from claimtrack.ingest.origins import Origin

__all__ = ["read_plain_text"]


def read_plain_text(data: bytes, origin: Origin, max_bytes: int) -> Document:
    """A document of the decoded text, newlines untouched; no title is guessed. Raises DocumentError."""
    return Document(
        id=origin.document_id,
        text=checked_text(decode(data, origin.name), origin.name, max_bytes),
        origin=origin.name,
        media_type="text/plain",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )
