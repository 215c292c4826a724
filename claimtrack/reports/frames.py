"""DataFrames with fixed columns: text is ``object`` holding ``str``, counts are int64, shares float64.

Dtypes are given, never inferred: of an empty table there is nothing to infer from, and pandas 2 and 3 infer
differently for text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

import pandas as pd

from claimtrack.reports.csv_writer import write_csv

__all__ = ["COUNT", "RATIO", "TEXT", "frame_rows", "share", "table", "write_frame"]

TEXT, COUNT, RATIO = "object", "int64", "float64"


def table(columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """A table of rows, each with a cell for every column of the name-to-dtype mapping."""
    by_column = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {name: pd.Series(cells, dtype=dtype) for (name, dtype), cells in zip(columns.items(), by_column, strict=True)}
    )


def share(part: int, whole: int) -> float:
    """Part of whole, rounded to 4 digits; 0 where there is nothing."""
    return round(part / whole, 4) if whole else 0.0


def frame_rows(frame: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    """The rows of a table with every cell as text, for showing; formulas in them are still formulas."""
    for cells in frame.itertuples(index=False, name=None):
        yield tuple(str(cell) for cell in cells)


def write_frame(frame: pd.DataFrame, stream: BinaryIO, *, bom: bool = False) -> int:
    """Writes a table as CSV (see ``csv_writer``); gives back how many rows there were."""
    return write_csv(list(frame.columns), frame.itertuples(index=False, name=None), stream, bom=bom)
