"""``claimtrack export``: what the filters select, as a file."""

import sys
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from functools import partial
from pathlib import PurePath
from typing import Annotated, BinaryIO

import typer

from claimtrack.cli.context import existing_database_of
from claimtrack.cli.options import takes_filters
from claimtrack.cli.screen import counted, say
from claimtrack.domain.filters import StatementFilters
from claimtrack.errors import UsageError

__all__ = ["ExportFormat", "export"]


class ExportFormat(StrEnum):
    """What an export is written in."""

    CSV = "csv"
    JSONL = "jsonl"


@takes_filters
def export(
    ctx: typer.Context,
    filters: StatementFilters,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A .csv or .jsonl file, or - for standard output.")],
    form: Annotated[ExportFormat | None, typer.Option("--format", help="By FILE's suffix if not given.")] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin CSV with the mark by which Excel knows UTF-8.")] = False,
) -> None:
    """Write statements with all that is known of them to a file.

    Exactly what the options select, and all of it. CSV has one row per statement and is safe to open in a
    spreadsheet; JSONL has one document a line, with its text, and can be read again. A file takes its name
    only when it is whole.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.export import export_csv, export_jsonl

    is_csv = _format(file, form) is ExportFormat.CSV
    if bom and not is_csv:
        raise UsageError("--bom is for CSV; leave it out, or export to a .csv file")
    with session_scope(existing_database_of(ctx)) as session, _output(file) as stream:
        write = partial(export_csv, bom=bom) if is_csv else export_jsonl
        written = write(session, filters, stream)
    say(f"{counted(written, 'statement')} written to {'standard output' if file == '-' else file}.")


def _format(file: str, form: ExportFormat | None) -> ExportFormat:
    if form is not None:
        return form
    suffix = PurePath(file).suffix.lower().removeprefix(".")
    if suffix not in set(ExportFormat):
        raise UsageError(f"the format of {file!r} is not clear; name the file .csv or .jsonl, or give --format")
    return ExportFormat(suffix)


def _output(file: str) -> AbstractContextManager[BinaryIO]:
    if file == "-":
        return nullcontext(sys.stdout.buffer)
    from claimtrack.reports.output import replaced_file

    return replaced_file(file)
