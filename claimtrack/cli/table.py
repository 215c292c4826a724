"""Tables: on a pipe every row is one whole line; on a terminal cells are wrapped, and nothing is cut.

Who sets the variable COLUMNS asks for the terminal's form at that width.
"""

import os
import re
import sys
import textwrap
from collections.abc import Sequence

__all__ = ["print_table"]

_PIPE_WIDTH = 1_000_000
_GAP = 3
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# A cell of prose in a narrower column is a tower of words.
_PROSE, _PROSE_WIDTH = 60, 30


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print harmless one-line cells; where a terminal is too narrow for columns, each row is a paragraph."""
    from rich.console import Console

    wraps = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(file=sys.stdout, width=None if wraps else _PIPE_WIDTH, highlight=False)
    columns = [list(column) for column in zip(headings, *rows, strict=True)]
    widths = _fitting(columns, console.width)
    if widths is None:
        sys.stdout.writelines(_paragraph(headings, row, console.width) for row in rows)
    else:
        console.print(_table(columns, widths))


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
    for (heading, *cells), width in zip(columns, widths, strict=True):
        number = all(_NUMBER.fullmatch(cell) for cell in cells)
        table.add_column(Text(heading), width=width, overflow="fold", justify="right" if number else "left")
    for row in zip(*(cells for _, *cells in columns), strict=True):
        table.add_row(*map(Text, row))
    return table
