"""CSV that a spreadsheet may open: no cell is a formula, none carries control characters.

RFC 4180: comma, double quotation marks, ``\\r\\n`` after every row; UTF-8, with a byte order mark on request.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.columns import COLUMN_NAMES, row

__all__ = ["plain", "safe_cell", "write_csv", "write_statements"]

# What spreadsheets take for the start of a formula, also behind characters that some of them drop first.
# Apostrophes are among these, so that a cell which already has ours gets another one: ``plain`` stays exact.
_FORMULA = re.compile(
    r"[\s'\"`´‘’“”„«»‹›\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]*[=+\-@＝＋－＠﹢﹣−﹦﹫]|'*[\t\r\n]"
)
_HARMFUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def safe_cell(value: object) -> str:
    """The text of a cell: control characters become U+FFFD, and an apostrophe goes before a formula.

    Numbers and None (an empty cell) are the program's own and are only turned into text.
    """
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = _HARMFUL.sub("\ufffd", value)
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """The text that a cell had before ``safe_cell`` put an apostrophe in front, if it did."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], stream: BinaryIO, *, bom: bool = False) -> int:
    """Writes a header and the rows as they come, one at a time; gives back how many rows there were.

    ``bom`` puts a byte order mark in front, by which Excel knows UTF-8. The stream stays open.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig" if bom else "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    count = 0
    try:
        writer.writerow(columns)
        for cells in rows:
            writer.writerow([safe_cell(cell) for cell in cells])
            count += 1
        text.flush()
    finally:
        text.detach()
    return count


def write_statements(statements: Iterable[StoredStatement], stream: BinaryIO, *, bom: bool = False) -> int:
    """Writes the columns of ``columns.COLUMNS`` for each statement; gives back how many there were."""
    rows = (list(row(statement).values()) for statement in statements)
    return write_csv(COLUMN_NAMES, rows, stream, bom=bom)
