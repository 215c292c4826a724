"""Tables: on a pipe every row is one whole line; on a terminal cells are wrapped, and nothing is cut.

Who sets the variable COLUMNS asks for the terminal's form at that width.
"""

import os
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import Literal

__all__ = ["print_table"]

# On a pipe no column is wider, lest one long cell make blanks without end; what is longer sticks out.
_PIPE_WIDEST = 1_000
_GAP = 3
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# A cell of prose in a narrower column is a tower of words.
_PROSE, _PROSE_WIDTH = 60, 30


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print harmless one-line cells; where a terminal is too narrow for columns, each row is a paragraph."""
    from rich.console import Console

    columns = [list(column) for column in zip(headings, *rows, strict=True)]
    if not (sys.stdout.isatty() or "COLUMNS" in os.environ):
        sys.stdout.writelines(_whole_lines(columns))
        return
    console = Console(file=sys.stdout, highlight=False)
    widths = _fitting(columns, console.width)
    if widths is None:
        sys.stdout.writelines(_paragraph(headings, row, console.width) for row in rows)
    else:
        console.print(_table(columns, widths))


def _whole_lines(columns: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table for a pipe; without Rich, which takes a millisecond for each."""
    from rich.cells import cell_len

    widths = [min(max(map(cell_len, column)), _PIPE_WIDEST) for column in columns]
    numbers = [_is_numbers(column) for column in columns]
    for place, row in enumerate(zip(*columns, strict=True)):
        blanks = [" " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        cells = (
            blank + cell if number else cell + blank for cell, blank, number in zip(row, blanks, numbers, strict=True)
        )
        yield (" " * _GAP).join(cells).rstrip(" ") + "\n"
        if place == 0:
            yield "─" * (sum(widths) + _GAP * (len(widths) - 1)) + "\n"


def _is_numbers(column: Sequence[str]) -> bool:
    """Whether all cells below the heading are numbers."""
    return all(map(_NUMBER.fullmatch, column[1:]))


def _paragraph(headings: Sequence[str], row: Sequence[str], width: int) -> str:
    """A row as its first cell and a paragraph of the others."""
    pairs = (f"{heading} {cell}" for heading, cell in zip(headings[1:], row[1:], strict=True) if cell)
    words = textwrap.fill(
        " · ".join(pairs),
        width,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return f"{row[0]}\n{words}\n\n"


def _fitting(columns: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """A width for each column: no word broken, no more than its longest cell; None where that needs more room."""
    from rich.cells import cell_len

    most = [max(map(cell_len, column)) for column in columns]
    least = [max(cell_len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    widths = [max(word, _PROSE_WIDTH) if cell > _PROSE else word for word, cell in zip(least, most, strict=True)]
    spare = room - sum(widths) - _GAP * (len(columns) - 1)
    if spare < 0:
        return None
    by_wish = sorted(range(len(columns)), key=lambda place: most[place] - widths[place])
    for served, place in enumerate(by_wish):
        extra = min(most[place] - widths[place], spare // (len(columns) - served))
        widths[place] += extra
        spare -= extra
    return widths


def _table(columns: Sequence[Sequence[str]], widths: Sequence[int]) -> object:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    for column, width in zip(columns, widths, strict=True):
        justify: Literal["left", "right"] = "right" if _is_numbers(column) else "left"
        table.add_column(Text(column[0]), width=width, overflow="fold", justify=justify)
    for row in zip(*(cells for _, *cells in columns), strict=True):
        table.add_row(*map(Text, row))
    return table
