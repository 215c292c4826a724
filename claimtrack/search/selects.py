"""Filters → Select: which live statements, in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, false, func, null, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from claimtrack.db.tables import (
    AnswerRow,
    ClaimAppearanceRow,
    ClaimRow,
    DocumentRow,
    PublisherRow,
    SpeakerAliasRow,
    StatementRow,
    StatementSpeakerRow,
    StatementTopicRow,
    StatementVectorRow,
)
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import DenialStatus, Stance
from claimtrack.domain.words import name_words
from claimtrack.errors import UsageError
from claimtrack.search.fulltext import hits, search_words
from claimtrack.store.documents import document_order
from claimtrack.store.reading import listing_order
from claimtrack.store.registry import group_of
from claimtrack.store.stories import story_key
from claimtrack.store.topics import topic_id

__all__ = ["document_select", "passing_select", "speaker_select", "statement_select", "vector_select"]

_Condition = ColumnElement[bool]
_Words = InstrumentedAttribute[str] | InstrumentedAttribute[str | None]
_Selected = Select[str, float | None]
_Columns = TypeVarTuple("_Columns")


def statement_select(filters: StatementFilters, dialect: str, *, best_first: bool = False) -> _Selected:
    """Ids and full-text scores of the live statements that pass all filters, in the order of listings.

    With ``best_first`` and words to look for, higher scores go before that order. Of more than ``limit``
    statements those with the best scores are taken, or else the first. ``dialect`` is that of the session's
    engine. Raises UsageError where ``about`` has no word to search for.
    """
    if filters.about is None:
        if filters.least is not None:
            raise UsageError("--min-score is for subjects: say what the statements are to be about, or leave it out")
        everything = select(StatementRow.id, null().label("score"))
        return _passing(everything, filters).order_by(*listing_order()).limit(filters.limit)
    words = search_words(filters.about)
    found = hits(dialect, [[word] for word in words] if filters.any_word else [words]).subquery()
    scored = select(StatementRow.id, found.c.score).join(found, found.c.statement_id == StatementRow.id)
    best = _passing(scored, filters).order_by(found.c.score.desc(), *listing_order()).limit(filters.limit)
    if best_first:
        return best
    return _listed(best) if filters.limit is not None else best.order_by(None).order_by(*listing_order())


def vector_select(
    filters: StatementFilters, encoder: str, among: Select[str] | None = None
) -> Select[str, bytes | None]:
    """Ids and mixed vectors, by an encoder, of live statements that pass all filters but words, limit and ``distinct``.

    They come in the order of listings. A statement that has no such vector comes with None. ``among`` selects the ids
    of those in question; None for all.
    """
    row = StatementVectorRow
    own = and_(row.statement_id == StatementRow.id, row.encoder == encoder)
    every = select(StatementRow.id, row.mixed).outerjoin(row, own)
    passing = _passing(every, replace(filters, distinct=False)).order_by(*listing_order())
    return passing if among is None else passing.where(StatementRow.id.in_(among))


def alike_select(among: Select[str]) -> Select[str, str, Stance, str, str]:
    """What makes statements (ids) the same in copies of one text, after each id: the first copy's go first."""
    row = StatementRow
    query = select(row.id, story_key(), row.stance, row.source, row.content)
    chosen = query.join(DocumentRow, DocumentRow.key == row.document_key).where(row.id.in_(among))
    return chosen.order_by(*document_order(), row.position, row.id)


def passing_select(filters: StatementFilters, most: int) -> Select[str]:
    """Ids of some of the live statements that pass all filters but words, limit and ``distinct``: so many, or all."""
    passing = _passing(select(StatementRow.id), replace(filters, distinct=False)).cte("passing")
    # Of a limit PostgreSQL would infer that scanning all statements soon comes to so many that pass.
    return select(passing.prefix_with("MATERIALIZED", dialect="postgresql").c.id).limit(most)


def _passing(query: Select[*_Columns], filters: StatementFilters) -> Select[*_Columns]:
    """Those of the query's statements that are live and pass all filters but words and limit."""
    with_documents = query.join(DocumentRow, DocumentRow.key == StatementRow.document_key)
    passing = with_documents.where(StatementRow.retired_by_run_id.is_(None), *_conditions(filters))
    if not filters.distinct:
        return passing
    return passing.where(StatementRow.id.in_(_of_first_copies(passing)))


def _of_first_copies(passing: Select[*tuple[Any, ...]]) -> Select[str]:
    """Ids of the statements that no earlier copy of their document's text has in the same words."""
    alike = (story_key(), StatementRow.stance, StatementRow.source, StatementRow.content)
    copy = func.rank().over(partition_by=alike, order_by=document_order())
    ranked = passing.with_only_columns(StatementRow.id, copy.label("copy")).subquery()
    return select(ranked.c.id).where(ranked.c.copy == 1)


def _listed(chosen: _Selected) -> _Selected:
    """Chosen statements in the order of listings."""
    rows = chosen.subquery()
    query = select(rows.c.id, rows.c.score).join(StatementRow, StatementRow.id == rows.c.id)
    return query.join(DocumentRow, DocumentRow.key == StatementRow.document_key).order_by(*listing_order())


def document_select(filters: StatementFilters) -> Select[str]:
    """Keys of the documents that pass the filters on documents and publishers; the others do not matter."""
    return select(DocumentRow.key).where(*_document_conditions(filters))


def speaker_select(name: str | None) -> Select[str]:
    """Ids of all speakers, or of those a spelling of whose name has every word of the given one."""
    query = select(SpeakerAliasRow.speaker_id).distinct()
    return query if name is None else query.where(_named(SpeakerAliasRow.name_words, name))


def _named(column: _Words, name: str) -> _Condition:
    """That a column of padded words has every word of a name; nothing is named by no word.

    A name in small letters describes somebody, one or several: "officials" is "a senior official" too.
    """
    words = name_words(name)
    forms = [_numbers(word) if name.islower() else (word,) for word in words]
    return and_(*(or_(*(_has(column, form) for form in each)) for each in forms)) if words else false()


def _has(column: _Words, word: str) -> _Condition:
    return column.contains(f" {word} ", autoescape=True)


def _numbers(word: str) -> tuple[str, str]:
    """A noun in singular and plural, whichever is given."""
    return word, word.removesuffix("s") if word.endswith("s") else f"{word}s"


def _conditions(filters: StatementFilters) -> Iterator[_Condition]:
    row = StatementRow
    values: tuple[tuple[InstrumentedAttribute[Any], Sequence[Any]], ...] = (
        (row.type, filters.types),
        (row.kind, filters.kinds),
        (row.stance, filters.stances),
    )
    for column, wanted in values:
        if wanted:
            yield column.in_(wanted)
    if filters.anonymous is not None:
        yield row.anonymous.is_(filters.anonymous)
    if filters.speakers:
        yield row.id.in_(_spoken_by(filters.speakers))
    if filters.topics:
        about = select(StatementTopicRow.statement_id)
        yield row.id.in_(about.where(StatementTopicRow.topic_id.in_([topic_id(name) for name in filters.topics])))
    if filters.denied is not None:
        denied = row.id.in_(_denied())
        yield denied if filters.denied else ~denied
    if filters.statuses:
        yield row.id.in_(_become(filters.statuses))
    yield from _dates(filters)
    yield from _document_conditions(filters)


def _spoken_by(names: Sequence[str]) -> Select[str]:
    """Ids of the statements that one of the names speaks, or somebody for a body of that name or in that role."""
    row, alias = StatementSpeakerRow, SpeakerAliasRow
    speakers = select(alias.speaker_id).where(or_(*(_named(alias.name_words, name) for name in names)))
    bodies = [f" {' '.join(name_words(name))} " for name in names]
    roles = (_named(row.role_words, name) for name in names if name.islower())
    return select(row.statement_id).where(
        or_(row.speaker_id.in_(group_of(speakers)), row.affiliation_words.in_(bodies), *roles)
    )


def _denied() -> Select[str]:
    denial = aliased(StatementRow)
    return (
        select(AnswerRow.answered_id)
        .join(denial, denial.id == AnswerRow.answer_id)
        .where(denial.retired_by_run_id.is_(None), denial.stance != Stance.CONFIRMS)
    )


def _become(statuses: Sequence[DenialStatus]) -> Select[str]:
    row = ClaimAppearanceRow
    return select(row.statement_id).join(ClaimRow).where(row.ordinal == 0, ClaimRow.denial_status.in_(statuses))


def _dates(filters: StatementFilters) -> Iterator[_Condition]:
    """An overlap of days; an undated statement counts as said when its document was published."""
    if filters.since is not None:
        yield func.coalesce(StatementRow.said_last, DocumentRow.published) >= filters.since
    if filters.until is not None:
        yield func.coalesce(StatementRow.said_first, DocumentRow.published) <= filters.until


def _document_conditions(filters: StatementFilters) -> Iterator[_Condition]:
    if filters.documents:
        yield or_(DocumentRow.id.in_(filters.documents), DocumentRow.key.in_(filters.documents))
    if filters.publishers:
        publishers = select(PublisherRow.id)
        wanted = or_(*(_named(PublisherRow.name_words, name) for name in filters.publishers))
        yield DocumentRow.publisher_id.in_(publishers.where(wanted))
