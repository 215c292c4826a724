"""Filters in words, for the line that tells a user how a question was understood."""

from collections.abc import Iterable

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import AttributionType

__all__ = ["describe"]


def describe(filters: StatementFilters) -> tuple[str, ...]:
    """One phrase per condition, in a fixed order; "every statement" where nothing narrows."""
    yes_no = {None: "", True: "{}", False: "not {}"}
    phrases = (
        _several("speaker {}", filters.speakers),
        _several("stance {}", filters.stances),
        _about(filters),
        f"score {filters.least} or more" if filters.least is not None else "",
        _several("topic {}", filters.topics),
        _several("publisher {}", filters.publishers),
        _several("document {}", filters.documents),
        f"since {filters.since}" if filters.since else "",
        f"until {filters.until}" if filters.until else "",
        _types(filters.types),
        _several("kind {}", filters.kinds),
        yes_no[filters.anonymous].format("anonymous"),
        yes_no[filters.denied].format("denied by somebody"),
        _several("claim {}", filters.statuses),
        "copies of one text once" if filters.distinct else "",
        f"at most {filters.limit}" if filters.limit is not None else "",
    )
    return tuple(phrase for phrase in phrases if phrase) or ("every statement",)


def _about(filters: StatementFilters) -> str:
    if filters.about is None:
        return ""
    return f"about {'any word of ' if filters.any_word else ''}“{filters.about}”"


def _several(form: str, values: Iterable[str]) -> str:
    joined = " or ".join(values)
    return form.format(joined) if joined else ""


def _types(types: tuple[AttributionType, ...]) -> str:
    if types == (AttributionType.STATEMENT,):
        return ""
    return _several("type {}", types) or "of any type"
