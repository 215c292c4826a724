"""Report ``denials``: who denies what, when, and which statement that answers."""

from collections.abc import Iterable, Iterator

import pandas as pd

from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.vocabulary import Stance
from claimtrack.reports.columns import day, speaker_names
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from claimtrack.reports.frames import TEXT, table
from claimtrack.reports.order import by_day

__all__ = ["COLUMNS", "denials"]

COLUMNS = dict.fromkeys(
    (
        "denied_by",
        "denial",
        "first",
        "last",
        "granularity",
        "publisher",
        "document",
        "story",
        "cue",
        "statement_id",
        "answers_id",
        "answers_speakers",
        "answers",
    ),
    TEXT,
)


def denials(statements: Iterable[StoredStatement], context: ReportContext = NO_CONTEXT) -> pd.DataFrame:
    """One row per pair of a denial and a statement that it answers, in the order of days.

    A denial that answers no known statement has one row, the last three cells empty. ``answers_speakers`` and
    ``answers`` (the words that are denied) come from ``context.answered`` or the statements themselves; of a
    statement that is in neither only the id is given.
    """
    selected = list(statements)
    known = {statement.attribution.id: statement for statement in selected} | dict(context.answered)
    made = [statement for statement in selected if statement.attribution.stance is Stance.DENIES]
    return table(COLUMNS, _rows(sorted(made, key=by_day), known))


def _rows(made: list[StoredStatement], known: dict[str, StoredStatement]) -> Iterator[tuple[str, ...]]:
    for denial in made:
        when = denial.attribution.date
        for target in denial.attribution.denies or ("",):
            answered = known.get(target)
            yield (
                speaker_names(denial),
                denial.content,
                day(when.first),
                day(when.last),
                when.granularity.value,
                denial.document.publisher or "",
                denial.document.id,
                denial.document.story,
                denial.cue,
                denial.attribution.id,
                target,
                speaker_names(answered) if answered else "",
                answered.content if answered else "",
            )
