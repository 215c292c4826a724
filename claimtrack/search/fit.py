"""How well a statement fits the phrases of a topic: by where the words of a phrase stand, not by how rare they are.

A rank of the database's own depends on all that it holds; this does not, so that a statement has one score for a topic
whatever else is stored and in whatever order it came.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, column, exists, literal, select, table
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.sql.expression import literal_column

from claimtrack.db.tables import StatementSearchRow
from claimtrack.search.fulltext import FTS5, Phrases, joined, within

__all__ = ["fit", "places"]

# By field, the best first: its weight, its name on SQLite and its letter on PostgreSQL.
_FIELDS = ((1.0, "content", "{a}"), (0.5, "context", "{b}"), (0.25, "headline", "{d}"))
_DIGITS = 4


def places(dialect: str, words: Sequence[str], statements: Collection[str]) -> Select[*tuple[Any, ...]]:
    """Ids of statements and, for each word of ``search_words``, the weight of the best place in which they have it.

    1 in the content, ½ in what it denies or is denied by, ¼ in the headline, 0 nowhere. ``dialect`` is that of the
    session's engine; databases limit columns, so no more than a hundred words should be asked for at once.
    """
    has = _has_sqlite if dialect == "sqlite" else _has_postgresql
    row = StatementSearchRow
    columns: list[ColumnElement[float]] = [
        case(*((has(word, name, letter), weight) for weight, name, letter in _FIELDS), else_=0.0) for word in words
    ]
    return select(row.statement_id, *columns).where(row.statement_id.in_(statements))


def fit(phrases: Phrases, weights: Mapping[str, float]) -> float:
    """How well a statement fits the best of the phrases, above 0 to 1: the mean weight of the phrase's words in it.

    A phrase counts that has all words in the statement; 0 where none has.
    """
    means = (sum(weights[word] for word in phrase) / len(phrase) for phrase in phrases if all(map(weights.get, phrase)))
    return round(max(means, default=0.0), _DIGITS)


def _has_sqlite(word: str, name: str, letter: str) -> ColumnElement[bool]:
    del letter
    found = table(FTS5, column("rowid"), column(FTS5))
    query = literal(f'{{{name}}} : "{word}"')
    return exists(
        select(found.c.rowid)
        .where(found.c[FTS5].bool_op("MATCH")(query), found.c.rowid == StatementSearchRow.id)
        .correlate(StatementSearchRow)
    )


def _has_postgresql(word: str, name: str, letter: str) -> ColumnElement[bool]:
    del name
    return within(literal_column("statement_search.words", TSVECTOR), letter).bool_op("@@")(joined("&&", [word]))
