"""Filters → Selects that count what passes them, by one field each.

Each count is that of the statements which the same filters give with one more: that of the value.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    Select,
    cast,
    extract,
    func,
    literal,
    select,
    union_all,
)

from claimtrack.db.tables import (
    ClaimAppearanceRow,
    ClaimRow,
    DocumentRow,
    PublisherRow,
    SpeakerRow,
    StatementRow,
    StatementSpeakerRow,
    StatementTopicRow,
    TopicRow,
)
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import Facet
from claimtrack.search.selects import statement_select
from claimtrack.store.bulk import listed

__all__ = ["candidate_select", "chosen_among", "chosen_from", "facet_select", "named_select"]

Counted: TypeAlias = Select[Any, int, int]
"""A value, and how many statements and documents have it."""


def chosen_from(filters: StatementFilters, dialect: str) -> CTE:
    """The statements that pass all filters, with what they are counted by; ``dialect`` as for ``statement_select``."""
    found = statement_select(filters, dialect).subquery()
    return _chosen(select(found.c.id))


def chosen_among(ids: Sequence[str], dialect: str) -> CTE:
    """The same of the statements of these ids, however many."""
    return _chosen(listed(ids, dialect))


def _chosen(ids: Select[Any]) -> CTE:
    row = StatementRow
    return (
        select(
            row.id,
            row.document_key,
            row.stance,
            row.kind,
            DocumentRow.publisher_id,
            _month(func.coalesce(row.said_first, DocumentRow.published, type_=Date)).label("first"),
            _month(func.coalesce(row.said_last, DocumentRow.published, type_=Date)).label("last"),
        )
        .join(DocumentRow, DocumentRow.key == row.document_key)
        .where(row.id.in_(ids))
        .cte("chosen")
    )


def facet_select(chosen: CTE, facet: Facet, most: int) -> Counted:
    """The values of a facet that most of the statements have, with how many; equals in code-point order.

    Months are numbered: twelve times the year, and the month from 0. A statement counts in each month in which it may
    have been made; months in which no statement's days begin are left out.
    """
    if facet is Facet.MONTH:
        return _months(chosen, most)
    if facet in {Facet.STANCE, Facet.KIND}:
        return _top(select(chosen.c[facet.value], *_counts(chosen)).select_from(chosen), most)
    if facet is Facet.STATUS:
        row = ClaimAppearanceRow
        query = select(ClaimRow.denial_status, *_counts(chosen)).select_from(chosen)
        claims = query.join(row, (row.statement_id == chosen.c.id) & (row.ordinal == 0)).join(ClaimRow)
        return _top(claims, most)
    about = select(TopicRow.name, *_counts(chosen)).select_from(chosen)
    joined = about.join(StatementTopicRow, StatementTopicRow.statement_id == chosen.c.id)
    return _top(joined.join(TopicRow, TopicRow.id == StatementTopicRow.topic_id), most)


def candidate_select(chosen: CTE, facet: Facet, most: int) -> Counted:
    """The names of speakers or publishers that most of the statements have as their own."""
    if facet is Facet.PUBLISHER:
        query = select(PublisherRow.name, *_counts(chosen)).select_from(chosen)
        return _top(query.join(PublisherRow, PublisherRow.id == chosen.c.publisher_id), most)
    spoken, speaker, root = StatementSpeakerRow, SpeakerRow.__table__.alias("speaker"), SpeakerRow
    query = select(root.name, *_counts(chosen)).select_from(chosen)
    named = query.join(spoken, spoken.statement_id == chosen.c.id).join(speaker, speaker.c.id == spoken.speaker_id)
    return _top(named.join(root, root.id == speaker.c.root_id), most)


def named_select(chosen: CTE, facet: Facet, names: Sequence[str], dialect: str) -> CompoundSelect[int, int, int]:
    """How many of the statements ``--speaker`` or ``--publisher`` with each of the names would leave, by its place."""
    return union_all(
        *(
            select(literal(place), *_counts(chosen)).where(chosen.c.id.in_(_passing(facet, name, dialect)))
            for place, name in enumerate(names)
        )
    )


def _passing(facet: Facet, name: str, dialect: str) -> Select[str]:
    speakers, publishers = ((name,), ()) if facet is Facet.SPEAKER else ((), (name,))
    filters = StatementFilters(types=(), speakers=speakers, publishers=publishers)
    return statement_select(filters, dialect).with_only_columns(StatementRow.id).order_by(None)


def _months(chosen: CTE, most: int) -> Counted:
    months = select(chosen.c.first.label("month")).where(chosen.c.first.is_not(None)).distinct().cte("months")
    spans = (
        select(chosen.c.first, chosen.c.last, chosen.c.document_key, func.count().label("number"))
        .group_by(chosen.c.first, chosen.c.last, chosen.c.document_key)
        .cte("spans")
    )
    number = cast(func.sum(spans.c.number), Integer)
    query = (
        select(months.c.month, number, func.count(spans.c.document_key.distinct()))
        .select_from(months)
        .join(spans, (spans.c.first <= months.c.month) & (spans.c.last >= months.c.month))
    )
    return query.group_by(months.c.month).order_by(number.desc(), months.c.month).limit(most)


def _month(day: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(extract("year", day) * 12 + extract("month", day) - 1, Integer)


def _counts(chosen: CTE) -> tuple[ColumnElement[int], ColumnElement[int]]:
    return func.count(chosen.c.id.distinct()), func.count(chosen.c.document_key.distinct())


def _top(query: Counted, most: int) -> Counted:
    value, statements, _ = query.selected_columns
    return query.group_by(value).order_by(statements.desc(), value).limit(most)
