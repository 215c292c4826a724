"""Exactly what the filters select, as a file: CSV with every column, or attribution JSONL."""

import itertools
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sqlalchemy.orm import Session

from claimtrack.domain.document import Document
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.interchange import JsonObject, attribution_to_json, document_to_json, json_line
from claimtrack.domain.stored import DocumentSummary, StoredStatement
from claimtrack.reports.csv_writer import write_statements
from claimtrack.store.documents import document_text
from claimtrack.workflows.statements import find

__all__ = ["export_csv", "export_jsonl"]


def export_csv(session: Session, filters: StatementFilters, stream: BinaryIO, *, bom: bool = False) -> int:
    """Write one formula-safe row per statement, with every column; returns how many there were.

    ``bom`` puts a byte order mark in front.
    """
    return write_statements(find(session, filters), stream, bom=bom)


def export_jsonl(session: Session, filters: StatementFilters, stream: BinaryIO) -> int:
    """Write one document a line, with its text and its selected statements; returns how many statements."""
    count = 0
    for line in _documents(session, find(session, filters)):
        stream.write(json_line(line).encode())
        count += len(line["statements"])
    return count


def _documents(session: Session, statements: Iterable[StoredStatement]) -> Iterator[JsonObject]:
    """Interchange objects of neighboring statements of one document."""
    for summary, group in itertools.groupby(statements, key=lambda statement: statement.document):
        document = _document(summary, document_text(session, summary.key))
        yield {
            **document_to_json(document),
            "story": summary.story,
            "statements": [attribution_to_json(statement.attribution) for statement in group],
        }


def _document(summary: DocumentSummary, text: str) -> Document:
    return Document(
        id=summary.id,
        text=text,
        title=summary.title,
        publisher=summary.publisher,
        published=summary.published,
        url=summary.url,
        author=summary.author,
    )
