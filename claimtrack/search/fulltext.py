"""Finding statements by words, stemmed, with the index of the database at hand.

What a user types is cut into folded words of letters and digits before it comes near a query, each word is
quoted (SQLite) or bound as a parameter of its own (PostgreSQL): no operator of a query language is ever
taken from it.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, column, func, literal_column, or_, select, table
from sqlalchemy.dialects.postgresql import REGCONFIG, TSVECTOR

from claimtrack.db.tables import StatementSearchRow
from claimtrack.domain.words import folded_words
from claimtrack.errors import UsageError

__all__ = ["FTS5", "Phrases", "found_by", "hits", "joined", "search_words", "within"]

# The words that PostgreSQL's English dictionary drops, and remnants of contractions; dropped for SQLite too.
_STOP_WORDS = """
a about above after again against all am an and any are as at be because been before being below between
both but by can d did do does doing don down during each few for from further had has have having he her
here hers herself him himself his how i if in into is it its itself just ll m me more most my myself no
nor not now of off on once only or other our ours ourselves out over own re s same she should so some
such t than that the their theirs them themselves then there these they this those through to too under
until up ve very was we were what when where which while who whom why will with you your yours yourself
yourselves
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

Phrases: TypeAlias = Sequence[Sequence[str]]
"""Alternatives; a statement is found by one when it has all words of it."""

FTS5 = "statement_search_words"
"""The index on SQLite."""


def search_words(text: str) -> list[str]:
    """The words of a text that can be searched for, folded, each once; UsageError where there is none."""
    words = [word for word in dict.fromkeys(folded_words(text)) if word not in STOP_WORDS]
    if not words:
        raise UsageError(f"{text!r} has no word to search for; give at least one noun, verb or name")
    return words


def hits(dialect: str, phrases: Phrases, *, assigned: bool = True) -> Select[str, float]:
    """Ids of statements found by words of ``search_words``, and how well (higher is better).

    All words of a phrase must occur in a statement's content, in what it denies or is denied by, its topics
    (unless ``assigned`` is false) or its document's headline; one of them at least outside the headline, which
    all of its statements share. ``dialect`` is that of the session's engine.
    """
    return _sqlite(phrases, assigned) if dialect == "sqlite" else _postgresql(phrases, assigned)


def found_by(dialect: str, words: Sequence[str]) -> Select[str]:
    """Ids of the statements that ``hits`` finds by all of the words; without scores, which cost more than finding."""
    return hits(dialect, [words]).with_only_columns(StatementSearchRow.statement_id, maintain_column_froms=True)


def _sqlite(phrases: Phrases, assigned: bool) -> Select[str, float]:
    found, row = table(FTS5, column("rowid"), column("rank"), column(FTS5)), StatementSearchRow
    own, anywhere = ("content context topics", "content context topics headline")
    if not assigned:
        own, anywhere = ("content context", "content context headline")
    query = " OR ".join(_fts5(phrase, own, anywhere) for phrase in phrases)
    return (
        select(row.statement_id, (-found.c.rank).label("score"))
        .select_from(found)
        .join(row, row.id == found.c.rowid)
        .where(found.c[FTS5].bool_op("MATCH")(query))
    )


def _fts5(phrase: Sequence[str], own: str, anywhere: str) -> str:
    words = [f'"{word}"' for word in phrase]
    return f"({{{anywhere}}} : ({' AND '.join(words)}) AND {{{own}}} : ({' OR '.join(words)}))"


def _postgresql(phrases: Phrases, assigned: bool) -> Select[str, float]:
    row = StatementSearchRow
    words: ColumnElement[Any] = literal_column("statement_search.words", TSVECTOR)
    own, anywhere = ("{a,b,c}", "{a,b,c,d}") if assigned else ("{a,b}", "{a,b,d}")
    alternatives = [
        words.bool_op("@@")(joined("&&", phrase))
        & within(words, anywhere).bool_op("@@")(joined("&&", phrase))
        & within(words, own).bool_op("@@")(joined("||", phrase))
        for phrase in phrases
    ]
    every = joined("||", [word for phrase in phrases for word in phrase])
    return select(row.statement_id, func.ts_rank(words, every).label("score")).where(or_(*alternatives))


def within(words: ColumnElement[Any], weights: str) -> ColumnElement[Any]:
    """The lexemes of some fields only."""
    return func.ts_filter(words, literal_column(f"'{weights}'"))


def joined(operator: str, words: Sequence[str]) -> ColumnElement[Any]:
    """Words as one tsquery; ``plainto_tsquery`` takes each as text, never as syntax."""
    if len(words) == 1:
        return func.plainto_tsquery(literal_column("'english'", REGCONFIG), words[0])
    middle = len(words) // 2  # halves, not a chain: SQLAlchemy recurses once a level
    return joined(operator, words[:middle]).op(operator)(joined(operator, words[middle:]))
