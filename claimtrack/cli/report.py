"""``claimtrack report``: tables over what the filters select."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from claimtrack.cli.context import existing_database_of
from claimtrack.cli.formats import Format, Shape, print_listing
from claimtrack.cli.options import FormatOption, takes_filters
from claimtrack.cli.screen import counted, say
from claimtrack.domain.filters import StatementFilters

__all__ = ["ReportName", "print_report", "report"]


class ReportName(StrEnum):
    """The reports there are."""

    SOURCES = "sources"
    PUBLISHERS = "publishers"
    CLAIMS = "claims"
    DENIALS = "denials"
    CONTESTED = "contested"
    TOPICS = "topics"
    TIMELINE = "timeline"
    CHANGES = "changes"


@takes_filters
def report(
    ctx: typer.Context,
    filters: StatementFilters,
    name: Annotated[ReportName, typer.Argument(help="Which report.")],
    csv: Annotated[str | None, typer.Option(metavar="FILE", help="Write it there as CSV, too.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print a report.

    sources: who speaks, how, and who of them is denied. publishers: how each attributes. claims: what is claimed, who
    asserts, denies or confirms it, and how many tell it. denials: who denies what, when, and which statement that
    answers. contested: what one confirms and another denies. topics: what is spoken about. timeline: in order of time.
    changes: what each speaker said on a subject, and where the stance shifts.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.reports.frames import write_frame
    from claimtrack.reports.output import replaced_file
    from claimtrack.workflows.report import build_report

    with session_scope(existing_database_of(ctx)) as session:
        frame = build_report(session, name.value, filters)
    print_report(frame, form)
    if csv is not None:
        with replaced_file(csv) as stream:
            rows = write_frame(frame, stream)
        say(f"{counted(rows, 'row')} written to {csv}.")


def print_report(frame: Any, form: Format) -> None:
    """Print a report's frame like any other listing."""
    records: list[dict[str, Any]] = frame.to_dict(orient="records")
    print_listing(records, Shape.of_keys(*frame.columns), form)
