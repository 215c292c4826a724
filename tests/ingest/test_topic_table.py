"""A table of topics: each row with its line, bad ones told."""

import codecs
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimtrack.errors import DocumentError
from claimtrack.ingest.topic_table import MOST_BYTES, TopicLine, TopicTable, read_topic_table


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "topics.csv"


def read(file: Path, data: str | bytes) -> TopicTable:
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_topic_table(str(file))


def told(file: Path, data: str | bytes) -> list[str]:
    """Names, or reasons with their lines."""
    return [
        row.name if isinstance(row, TopicLine) else str(row).removeprefix(str(file)) for row in read(file, data).rows
    ]


def test_a_row_has_its_cells_and_its_line(file: Path) -> None:
    [_, second] = read(file, 'name,words,description\narms,"shells; missiles",Who arms whom\n\nrice,,\n').rows
    assert second == TopicLine(f"{file}:4", "rice", "", "", None)


def test_columns_come_in_any_order_and_case_and_some_may_be_missing(file: Path) -> None:
    [row] = read(file, " Words ,NAME\nshells,arms\n").rows
    assert row == TopicLine(f"{file}:2", "arms", "shells", None, None)


def test_other_columns_are_ignored_and_named(file: Path) -> None:
    table = read(file, "name,owner,statements,colour\narms,me,3,red\n")
    assert (table.ignored, told(file, "name,owner\narms,me\n")) == (("owner", "colour"), ["arms"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_those_of_documents(file: Path, encoding: str) -> None:
    assert told(file, "name,words\r\nBesançon,café\r\n".encode(encoding)) == ["Besançon"]


def test_cells_hold_line_breaks_and_the_next_row_has_its_own_line(file: Path) -> None:
    [_, second] = read(file, 'name,description\narms,"two\nlines"\nrice,x\n').rows
    assert isinstance(second, TopicLine)
    assert second.origin == f"{file}:4"


def test_bad_rows_are_told_with_their_line_and_the_others_go_on(file: Path) -> None:
    bad = told(file, 'name,words\narms,a,b\n"x"y,z\nrice,\n"open,\nlost,\n')
    assert bad[0] == ":2: it has 3 cells, the first row 2; put quotation marks around a cell with commas"
    assert bad[1].startswith(":3: it is no row of a CSV")
    assert bad[2] == "rice"
    assert bad[3].startswith(":5: it is no row of a CSV")


def test_a_cell_of_great_length_is_told(file: Path) -> None:
    assert told(file, f"name\n{'x' * 200_000}\nrice\n")[1:] == ["rice"]


@pytest.mark.parametrize("data", ["", "\n\n", "topic,words\n", "name;words\narms;shells\n", "arms,shells\n"])
def test_a_first_row_that_names_no_columns_is_told(file: Path, data: str) -> None:
    with pytest.raises(DocumentError, match="make that name,words,description, parted by commas"):
        read(file, data)


def test_two_columns_of_one_name_are_told(file: Path) -> None:
    with pytest.raises(DocumentError, match="two columns are named 'words'"):
        read(file, "name,words,Words\n")


def test_binary_data_and_long_files_are_told(file: Path) -> None:
    for data, reason in ((b"PK\x03\x04", "office document"), (b"x" * (MOST_BYTES + 1), "split it")):
        with pytest.raises(DocumentError, match=reason):
            read(file, data)


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(DocumentError, match=r"cannot be read: .*; check the file"):
            read_topic_table(str(path))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(codecs.BOM_UTF8 + b"name\narms\n")))
    assert read_topic_table("-").rows == (TopicLine("-:2", "arms", None, None, None),)


def test_rows_of_empty_cells_are_none(file: Path) -> None:
    assert told(file, "name,words\narms,shells\n,\n , \n") == ["arms"]
