"""Tables for the terminal; a pipe gets every row on one line, whole."""

import sys
from collections.abc import Iterable, Sequence

__all__ = ["print_table"]

_PIPE_WIDTH = 1_000_000
_NARROW = 20


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print harmless one-line cells; long ones are wrapped on a terminal, never cut."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [list(row) for row in rows]
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    for place, heading in enumerate(columns):
        longest = max((len(row[place]) for row in cells), default=0)
        table.add_column(Text(heading), overflow="fold", no_wrap=longest <= _NARROW)
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(file=sys.stdout, soft_wrap=False, width=None if sys.stdout.isatty() else _PIPE_WIDTH)
    console.print(table)
