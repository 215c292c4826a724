"""Many rows at once, in the words that SQLite and PostgreSQL share."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias, TypeVar
from typing import cast as typed

from sqlalchemy import JSON, Select, Table, Text, cast, column, func, literal, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from claimtrack.db.tables import Base

__all__ = ["CHUNK", "Row", "add_missing", "add_or_refresh", "chunks", "grouped", "listed"]

_Item = TypeVar("_Item")
_Key = TypeVar("_Key")
CHUNK = 1_000
"""How many items go at once, at most."""

Row: TypeAlias = Mapping[str, object]
"""Values of one row by column."""


def chunks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Lists of at most 1,000 items: databases limit how many values a query may name."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def listed(ids: Iterable[str], dialect: str) -> Select[str]:
    """Ids, however many, as a Select: one parameter, for databases limit how many a query may have.

    ``dialect`` is that of the session's engine.
    """
    array = json.dumps(list(ids))
    if dialect == "sqlite":
        rows = func.json_each(array)
    else:
        rows = func.json_array_elements_text(cast(literal(array, Text), JSON))
    return select(rows.table_valued(column("value", Text)).c.value)


def grouped(pairs: Iterable[tuple[_Key, _Item]]) -> dict[_Key, list[_Item]]:
    """The values of each key, in the order of the pairs."""
    found: dict[_Key, list[_Item]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def add_missing(session: Session, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert the rows whose primary key is new and leave the others as they are stored."""
    if rows:
        statement = _insert(session, table).on_conflict_do_nothing()
        session.connection().execute(statement, rows)


def add_or_refresh(
    session: Session, table: type[Base], rows: Sequence[Row], by: Sequence[str], once: Collection[str] = ()
) -> None:
    """Insert the rows; where the columns ``by`` agree with a stored row, write the other columns over it.

    All rows give the same columns. Those of ``once`` are written where a row is new and left as they are elsewhere. A
    row that is stored with the same values already is not written.
    """
    if not rows:
        return
    statement = _insert(session, table)
    columns = typed("Table", table.__table__).columns
    refreshed = [name for name in rows[0] if name not in by and name not in once]
    changed = [columns[name].is_distinct_from(statement.excluded[name]) for name in refreshed]
    statement = statement.on_conflict_do_update(
        index_elements=list(by),
        set_={name: statement.excluded[name] for name in refreshed},
        where=or_(*changed),
    )
    session.connection().execute(statement, rows)


def _insert(session: Session, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    target = typed("Table", table.__table__)
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(target)
    return postgresql.insert(target)
