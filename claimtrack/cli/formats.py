"""The forms in which every listing is printed: for people (table, markdown) and programs."""

import itertools
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar

from claimtrack.cli.screen import one_line
from claimtrack.cli.table import print_table
from claimtrack.domain.interchange import JsonObject, json_line

__all__ = ["Cell", "Format", "Shape", "cell_text", "print_listing"]

Cell = str | int | float | date | tuple[str, ...] | None
T = TypeVar("T")

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&])")


class Format(StrEnum):
    """How a listing is printed."""

    TABLE = "table"
    """For the terminal; on a pipe each row is one line of full width."""
    CSV = "csv"
    """Formula-safe, for spreadsheets."""
    JSON = "json"
    """One array."""
    JSONL = "jsonl"
    """One object a line."""
    MARKDOWN = "markdown"
    """A table for notes and issues."""


@dataclass(frozen=True)
class Shape(Generic[T]):
    """How things of one sort are listed."""

    columns: Mapping[str, Callable[[T], Cell]]
    """Table and Markdown columns by heading, and what they show of a thing."""
    record: Callable[[T], JsonObject]
    """The thing as JSON."""
    csv_columns: Mapping[str, Callable[[T], Cell]] | None = None
    """CSV columns; None for those of the table."""

    @classmethod
    def of_fields(cls, *names: str) -> "Shape[T]":
        """The shape of things whose attributes of these names are listed."""
        return cls._of({name: attrgetter(name) for name in names})

    @classmethod
    def of_keys(cls, *names: str) -> "Shape[T]":
        """The shape of mappings whose values of these keys are listed."""
        return cls._of({name: itemgetter(name) for name in names})

    @classmethod
    def _of(cls, values: Mapping[str, Callable[[Any], Cell]]) -> "Shape[T]":
        return cls(
            columns={name.replace("_", " "): value for name, value in values.items()},
            record=lambda item: {name: value(item) for name, value in values.items()},
            csv_columns=values,
        )


def print_listing(items: Iterable[T], shape: Shape[T], form: Format) -> int:
    """Print things to standard output; returns how many. All but tables are printed as they come."""
    counter = itertools.count()
    counted = (item for item, _ in zip(items, counter, strict=False))
    if form is Format.CSV:
        _print_csv(counted, shape.csv_columns or shape.columns)
    elif form is Format.JSON:
        _print_json(counted, shape)
    elif form is Format.JSONL:
        for item in counted:
            sys.stdout.write(json_line(shape.record(item)))
    else:
        rows = [[cell_text(value(item)) for value in shape.columns.values()] for item in counted]
        (print_table if form is Format.TABLE else _print_markdown)(list(shape.columns), rows)
    sys.stdout.flush()  # before anything is said about it
    return next(counter)


def cell_text(value: Cell) -> str:
    """A value as one line of harmless text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return one_line("; ".join(value))
    return one_line(f"{value:.2f}" if isinstance(value, float) else str(value))


def _print_csv(items: Iterable[T], columns: Mapping[str, Callable[[T], Cell]]) -> None:
    from claimtrack.reports.csv_writer import write_csv

    def flat(value: Cell) -> object:
        if isinstance(value, bool):
            return str(value).lower()
        return "; ".join(value) if isinstance(value, tuple) else value

    sys.stdout.flush()
    rows = ([flat(value(item)) for value in columns.values()] for item in items)
    write_csv(list(columns), rows, sys.stdout.buffer)


def _print_json(items: Iterable[T], shape: Shape[T]) -> None:
    before = "["
    for item in items:
        sys.stdout.write(before + "\n" + json_line(shape.record(item)).rstrip("\n"))
        before = ","
    sys.stdout.write("[]\n" if before == "[" else "\n]\n")


def _print_markdown(columns: list[str], rows: Iterable[list[str]]) -> None:
    sys.stdout.write(_markdown_row(columns) + _markdown_row(["---"] * len(columns), escaped=True))
    for row in rows:
        sys.stdout.write(_markdown_row(row))


def _markdown_row(cells: list[str], *, escaped: bool = False) -> str:
    texts = cells if escaped else [_MARKDOWN.sub(r"\\\1", cell) for cell in cells]
    return f"| {' | '.join(texts)} |\n"
