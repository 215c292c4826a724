"""Report ``topics``: what is spoken about."""

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from claimtrack.reports.frames import COUNT, TEXT, table
from claimtrack.reports.tally import Tally

__all__ = ["COLUMNS", "topics"]

COLUMNS = {
    "topic": TEXT,
    "statements": COUNT,
    "speakers": COUNT,
    "denials": COUNT,
    "documents": COUNT,
    "stories": COUNT,
    "publishers": COUNT,
    "first": TEXT,
    "last": TEXT,
}


def topics(statements: Iterable[StoredStatement], _context: ReportContext = NO_CONTEXT) -> pd.DataFrame:
    """One row per topic, the one with most statements first; statements without topic are left out.

    ``speakers`` counts different speakers by name and kind, ``denials`` the statements that deny something,
    ``stories`` documents that are copies of one text once.
    """
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for statement in statements:
        for topic in dict.fromkeys(statement.attribution.topics):
            tallies[topic].add(statement)
    by_count = sorted(tallies.items(), key=lambda item: (-item[1].statements, item[0]))
    rows = (
        (
            topic,
            tally.statements,
            len(tally.speakers),
            tally.denials,
            len(tally.documents),
            len(tally.stories),
            len(tally.publishers),
            tally.first,
            tally.last,
        )
        for topic, tally in by_count
    )
    return table(COLUMNS, rows)
