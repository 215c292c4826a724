"""A named report over what the filters select."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.stored import StoredClaim, StoredStatement
from claimtrack.errors import NotFoundError
from claimtrack.reports.registry import REPORTS, ReportContext
from claimtrack.store.claims import read_claims
from claimtrack.store.reading import read_by_id
from claimtrack.workflows.documents import list_documents
from claimtrack.workflows.statements import find

if TYPE_CHECKING:
    from pandas import DataFrame  # only named here: reports alone import pandas

__all__ = ["build_report"]


def build_report(session: Session, name: str, filters: StatementFilters) -> "DataFrame":
    """The table of the report of that name; NotFoundError where there is none."""
    report = REPORTS.get(name)
    if report is None:
        raise NotFoundError(f"there is no report {name!r}; choose one of {', '.join(REPORTS)}")
    statements = list(find(session, filters))
    claims = _claims(session, statements, filters) if report.whole_claims else ()
    context = ReportContext(
        answered=_answered(session, statements),
        documents=tuple(list_documents(session, filters)),
        claims=claims,
        appearing=_others(session, statements, (key for claim in claims for key in claim.stances)),
    )
    return report.build(statements, context)


def _answered(session: Session, statements: Sequence[StoredStatement]) -> Mapping[str, StoredStatement]:
    """The statements that the given ones deny, where these are not given themselves."""
    return _others(session, statements, (key for statement in statements for key in statement.attribution.denies))


def _claims(
    session: Session, statements: Sequence[StoredStatement], filters: StatementFilters
) -> tuple[StoredClaim, ...]:
    """The claims of the given statements, with all of their statements that are of the types asked for.

    One of another status than was asked for is left out: a denial may answer claims of several.
    """
    wanted = {key for statement in statements for key in (statement.claim, *statement.further_claims)}
    found = read_claims(session, wanted, filters.types)
    return tuple(claim for claim in found if not filters.statuses or claim.denial_status in filters.statuses)


def _others(
    session: Session, statements: Sequence[StoredStatement], wanted: Iterable[str]
) -> Mapping[str, StoredStatement]:
    """The wanted statements (by id) that are not given already."""
    return read_by_id(session, set(wanted).difference(statement.attribution.id for statement in statements))
