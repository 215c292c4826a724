import re
import sys

import pytest

from claimtrack.cli.table import print_table

HEADINGS = ["id", "speaker", "content", "statements"]
PROSE = "that the pumps which were shipped in the spring do work, and will not rust before the end of the year"
ROWS = [["0f3a5c7d9e1b2a4c", "Ada Berg", PROSE, "12"], ["9b1d4c2e8f7a6053", "Élysée", "日本語のテキスト", "3"]]


@pytest.fixture
def on_terminal(capsys, monkeypatch):
    def show(width, rows=ROWS):
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        print_table(HEADINGS, rows)
        return re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out)

    return show


def words(text):
    return text.replace("─", "").split()


def test_on_a_terminal_no_line_is_wider_than_it(on_terminal):
    lines = on_terminal(90).splitlines()
    assert max(map(len, lines)) <= 90
    assert len(lines) > 5


@pytest.mark.parametrize("width", [40, 72, 90, 200])
def test_at_any_width_no_word_is_cut(on_terminal, width):
    shown = words(on_terminal(width))
    for row in ROWS:
        for word in " ".join(row).split():
            assert word in shown


def test_where_the_columns_do_not_fit_rows_are_paragraphs(on_terminal):
    out = on_terminal(60)
    assert out.startswith("0f3a5c7d9e1b2a4c\n  speaker Ada Berg · content that the pumps")
    assert max(map(len, out.splitlines())) <= 60


def test_numbers_stand_to_the_right(on_terminal):
    heading, _, first, second = (line.rstrip() for line in on_terminal(200).splitlines())
    assert first.endswith(" 12")
    assert second.endswith("  3")
    assert len(first) == len(heading)


def test_on_a_pipe_a_row_is_one_line_unless_a_width_is_asked_for(capsys, monkeypatch):
    print_table(HEADINGS, ROWS)
    assert len(capsys.readouterr().out.splitlines()) == 2 + len(ROWS)
    monkeypatch.setenv("COLUMNS", "90")
    print_table(HEADINGS, ROWS)
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 90


def test_no_rows_leave_the_headings(on_terminal):
    assert words(on_terminal(90, [])) == HEADINGS


def test_control_sequences_come_from_the_program_alone(capsys):
    print_table(["a"], [["[bold]x[/bold]"]])
    out = capsys.readouterr().out
    assert "[bold]x[/bold]" in out
    assert "\x1b" not in out


def test_on_a_pipe_a_row_is_a_line_without_blanks_at_its_end(capsys, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    print_table(HEADINGS, ROWS)
    heading, rule, first, second = capsys.readouterr().out.splitlines()
    assert set(rule) == {"─"}
    assert first.index("Ada Berg") == heading.index("speaker")
    assert second.endswith(" 3")
    assert not any(line.endswith(" ") for line in (heading, first, second))


def test_on_a_pipe_one_long_cell_does_not_widen_the_other_rows(capsys, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    print_table(["content", "document"], [["x" * 100_000, "a"], ["y", "b"]])
    _, _, long, short = capsys.readouterr().out.splitlines()
    assert long == f"{'x' * 100_000}   a"
    assert len(short) < 1_100
