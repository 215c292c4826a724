import csv
import io
import json
from datetime import date

import pytest

from claimtrack.cli.formats import Format, Shape, cell_text, print_listing

SHAPE = Shape(
    columns={"who": lambda item: item["who"], "what": lambda item: item["what"]},
    record=dict,
)
ITEMS = [{"who": "Kim", "what": "a | b"}, {"who": "=cmd()", "what": "two\nlines"}]


@pytest.fixture
def printed(capfdbinary):
    def show(form, items=ITEMS, shape=SHAPE):
        count = print_listing(iter(items), shape, form)
        return count, capfdbinary.readouterr().out.decode()

    return show


def test_a_table_on_a_pipe_has_one_whole_line_per_row(printed):
    long = "word " * 200
    count, out = printed(Format.TABLE, [{"who": "Kim", "what": long}])
    assert count == 1
    assert long.strip() in out
    assert len(out.splitlines()) == 3


def test_rich_markup_in_a_cell_is_text(printed):
    out = printed(Format.TABLE, [{"who": "[red]x[/red]", "what": "[link=u]y"}])[1]
    assert "[red]x[/red]   [link=u]y" in out


def test_json_is_one_array(printed):
    count, out = printed(Format.JSON)
    assert (count, json.loads(out)) == (2, ITEMS)


def test_json_of_nothing_is_an_empty_array(printed):
    assert printed(Format.JSON, []) == (0, "[]\n")


def test_jsonl_is_one_object_a_line(printed):
    assert [json.loads(line) for line in printed(Format.JSONL)[1].splitlines()] == ITEMS


def test_csv_is_safe_for_spreadsheets(printed):
    rows = list(csv.reader(io.StringIO(printed(Format.CSV)[1], newline="")))
    assert rows == [["who", "what"], ["Kim", "a | b"], ["'=cmd()", "two\nlines"]]


def test_csv_has_columns_of_its_own_where_given(printed):
    shape = Shape(columns=SHAPE.columns, record=dict, csv_columns={"all": lambda item: tuple(item.values())})
    assert printed(Format.CSV, shape=shape)[1].startswith("all\r\nKim; a | b\r\n")


def test_markdown_escapes_what_would_be_markup(printed):
    out = printed(Format.MARKDOWN, [{"who": "<b>|*x*", "what": "two\nlines"}])[1]
    assert out == "| who | what |\n| --- | --- |\n| \\<b\\>\\|\\*x\\* | two lines |\n"


def test_a_listing_without_csv_and_json_is_printed_as_it_comes(printed, capfdbinary):
    def items():
        yield ITEMS[0]
        raise KeyError

    with pytest.raises(KeyError):
        print_listing(items(), SHAPE, Format.JSONL)
    assert json.loads(capfdbinary.readouterr().out) == ITEMS[0]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3, "3"),
        (0.25, "0.25"),
        (date(2024, 6, 18), "2024-06-18"),
        (("a", "b"), "a; b"),
        (True, "yes"),
        (False, ""),
    ],
)
def test_cells_are_text(value, text):
    assert cell_text(value) == text


def test_a_shape_of_fields_reads_attributes():
    shape = Shape.of_fields("first_day", "last")
    item = type("Item", (), {"first_day": 1, "last": None})()
    assert [value(item) for value in shape.columns.values()] == [1, None]
    assert list(shape.columns) == ["first day", "last"]
    assert shape.record(item) == {"first_day": 1, "last": None}


def test_csv_says_true_and_false_as_exports_do(printed):
    shape = Shape(columns={"named": lambda item: item}, record=lambda item: {"named": item})
    _, out = printed(Format.CSV, [True, False], shape)
    assert out.split() == ["named", "true", "false"]
