"""Every report by name. pandas is imported when one is built, not when they are listed."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.context import NO_CONTEXT, ReportContext

if TYPE_CHECKING:
    from pandas import DataFrame  # only named here: importing it takes a second, and --help lists the reports

__all__ = ["REPORTS", "Report", "ReportContext"]


@dataclass(frozen=True, slots=True)
class Report:
    """A table over statements; ``claimtrack.reports.<name>`` has a function ``<name>`` that makes it."""

    name: str
    title: str
    help: str
    whole_claims: bool = False
    """Whether it tells all statements of a claim, those too that the filters leave out."""

    def build(self, statements: Iterable[StoredStatement], context: ReportContext = NO_CONTEXT) -> DataFrame:
        """The table: fixed columns and a fixed order of rows, also where there is no statement."""
        module = importlib.import_module(f"claimtrack.reports.{self.name}")
        return cast("DataFrame", getattr(module, self.name)(statements, context))


REPORTS = {
    report.name: report
    for report in (
        Report("sources", "Source attribution", "Who speaks, how often, how, and who of them is denied."),
        Report("publishers", "Publishers", "How each publisher attributes: anonymous, single-sourced, denials."),
        Report("claims", "Claims", "What is claimed, by whom, who denies it, and how many tell it.", whole_claims=True),
        Report("denials", "Denials", "Who denies what, when, and which statement that answers."),
        Report("contested", "Contested claims", "What one confirms and another denies, with who, and when."),
        Report("topics", "Topics", "What is spoken about, by how many, and how often it is denied."),
        Report("timeline", "Timeline", "Statements in the order in which they were made."),
        Report("changes", "Changes", "What each speaker said on a subject over time, and where the stance shifts."),
    )
}
