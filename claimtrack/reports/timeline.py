"""Report ``timeline``: statements in the order in which they were made."""

from collections.abc import Iterable

import pandas as pd

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.columns import day, speaker_names
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from claimtrack.reports.frames import TEXT, table
from claimtrack.reports.order import by_day

__all__ = ["COLUMNS", "timeline"]

COLUMNS = dict.fromkeys(
    (
        "date",
        "until",
        "granularity",
        "speakers",
        "stance",
        "content",
        "publisher",
        "document",
        "story",
        "statement_id",
    ),
    TEXT,
)


def timeline(statements: Iterable[StoredStatement], _context: ReportContext = NO_CONTEXT) -> pd.DataFrame:
    """One row per statement, by first day, then last day; those of unknown date come last.

    ``date`` and ``until`` are the first and last day on which it may have been made, both included.
    """
    return table(
        COLUMNS,
        (
            (
                day(statement.attribution.date.first),
                day(statement.attribution.date.last),
                statement.attribution.date.granularity.value,
                speaker_names(statement),
                statement.attribution.stance.value,
                statement.content,
                statement.document.publisher or "",
                statement.document.id,
                statement.document.story,
                statement.attribution.id,
            )
            for statement in sorted(statements, key=by_day)
        ),
    )
