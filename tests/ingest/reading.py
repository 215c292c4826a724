"""Short ways to read something in a test."""

import io
from pathlib import Path
from typing import Any

from claimtrack.domain.document import Document
from claimtrack.errors import DocumentError
from claimtrack.ingest.options import InputFormat, ReadOptions
from claimtrack.ingest.readers import read_documents


def read_file(path: Path, data: bytes | str, **options: Any) -> Document | DocumentError:
    """The only thing that reading a file with this content gives."""
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    [found] = read_documents([str(path)], ReadOptions(**options))
    return found


def read_stdin(data: bytes | str, kind: str = "auto", **options: Any) -> list[Document | DocumentError]:
    """All that standard input with this content gives."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    given = ReadOptions(stdin=io.BytesIO(raw), format=InputFormat(kind), **options)
    return list(read_documents(["-"], given))


def document(found: Document | DocumentError) -> Document:
    """What was read, where it is a document."""
    assert isinstance(found, Document), found
    return found


def reason(found: Document | DocumentError) -> str:
    """Why it was not read, where it is an error."""
    assert isinstance(found, DocumentError), found
    return found.reason
