import csv
import io
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.columns import COLUMN_NAMES, row
from claimtrack.reports.csv_writer import plain, safe_cell, write_csv, write_statements
from tests.reports.factory import statement

DANGEROUS = st.text(st.sampled_from("=+-@＝＋－＠'\"“’ \t\r\n\u200b\ufeff,;ab0\\"), max_size=8)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
CELLS = DANGEROUS | WORDS


def written(*statements: StoredStatement, bom: bool = False) -> bytes:
    stream = io.BytesIO()
    write_statements(statements, stream, bom=bom)
    return stream.getvalue()


BEGINNINGS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'=1",
    "''=1",
    '"=1"',
    "“=1”",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "=cmd|'/C",
]
BEHIND_WHITE_SPACE = ["\t=1", "\rx", "\nx", "  =1", "\u00a0=1", "\ufeff=1", "\u200b@x", "\x00=1"]


@pytest.mark.parametrize("text", BEGINNINGS + BEHIND_WHITE_SPACE)
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert safe_cell(text).startswith("'")
    assert safe_cell(text)[1:] == text.replace("\0", "\ufffd")


@pytest.mark.parametrize("text", ["", "words", "“no” = no", "1-2;3-4", "2024-06-18", "’tis so", "'no'", "a\tb", "– so"])
def test_harmless_words_are_untouched(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize(("value", "cell"), [(-5, "-5"), (0.25, "0.25"), (None, ""), (-0.5, "-0.5")])
def test_the_programs_own_numbers_are_untouched(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


@given(CELLS)
def test_the_apostrophe_can_always_be_undone(text: str) -> None:
    assert plain(safe_cell(text)) == text


@given(st.text())
def test_no_cell_begins_like_a_formula_or_holds_control_characters(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert not [character for character in cell if ord(character) < 32 and character not in "\t\r\n"]
    cell.encode("utf-8")


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_pandas_reads_back_what_was_written(rows: list[tuple[str, str]]) -> None:
    stream = io.BytesIO()
    assert write_csv(["a", "b"], rows, stream) == len(rows)
    stream.seek(0)
    frame = pd.read_csv(stream, dtype=str, keep_default_na=False, skip_blank_lines=False)
    assert [tuple(plain(cell) for cell in cells) for cells in frame.itertuples(index=False, name=None)] == rows


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_the_standard_reader_sees_as_many_rows_whatever_the_text(rows: list[tuple[str, str]]) -> None:
    stream = io.BytesIO()
    write_csv(["a", "b"], rows, stream)
    read = list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8"), newline=""), strict=True))
    assert read[1:] == [[safe_cell(cell) for cell in cells] for cells in rows]


def test_statements_are_written_with_all_columns() -> None:
    made = statement(content="=1, “quoted” and\nbroken")
    [header, cells] = csv.reader(io.StringIO(written(made).decode("utf-8"), newline=""))
    assert tuple(header) == COLUMN_NAMES
    assert [plain(cell) for cell in cells] == list(row(made).values())


def test_the_header_is_written_even_without_rows() -> None:
    assert written().decode("utf-8") == ",".join(COLUMN_NAMES) + "\r\n"


def test_rows_end_as_the_standard_says() -> None:
    stream = io.BytesIO()
    write_csv(["a", "b"], [("1", "2")], stream)
    assert stream.getvalue() == b"a,b\r\n1,2\r\n"


def test_a_byte_order_mark_is_written_on_request_only() -> None:
    assert written(bom=True) == b"\xef\xbb\xbf" + written()


def test_the_stream_stays_open() -> None:
    stream = io.BytesIO()
    write_csv(["a"], [["1"]], stream)
    assert not stream.closed


def test_rows_are_written_in_bounded_memory() -> None:
    class Nowhere(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            return len(data)

    def rows() -> Iterator[tuple[str]]:
        for _ in range(2000):
            yield ("x" * 10_000,)

    tracemalloc.start()
    try:
        assert write_csv(["a"], rows(), io.BufferedWriter(Nowhere())) == 2000
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
