"""A named report over what the filters select."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.stored import StoredStatement
from claimtrack.errors import NotFoundError
from claimtrack.reports.registry import REPORTS, ReportContext
from claimtrack.workflows.documents import list_documents
from claimtrack.workflows.statements import find, get

if TYPE_CHECKING:
    from pandas import DataFrame  # only named here: reports alone import pandas

__all__ = ["build_report"]


def build_report(session: Session, name: str, filters: StatementFilters) -> "DataFrame":
    """The table of the report of that name; NotFoundError where there is none."""
    report = REPORTS.get(name)
    if report is None:
        raise NotFoundError(f"there is no report {name!r}; choose one of {', '.join(REPORTS)}")
    statements = list(find(session, filters))
    context = ReportContext(answered=_answered(session, statements), documents=tuple(list_documents(session, filters)))
    return report.build(statements, context)


def _answered(session: Session, statements: Sequence[StoredStatement]) -> Mapping[str, StoredStatement]:
    """The statements that the given ones deny, where these are not given themselves."""
    given = {statement.attribution.id for statement in statements}
    denied = {key for statement in statements for key in statement.attribution.denies}
    return {key: get(session, key) for key in sorted(denied - given)}
