"""Which statements an analyst's topic fits, and how well."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.search.fit import fit, places
from claimtrack.search.fulltext import hits, search_words
from claimtrack.store.bulk import chunks

__all__ = ["fitting"]

_WORDS_AT_ONCE = 50


def fitting(
    session: Session, phrases: Sequence[str], among: Collection[str] | None = None
) -> Iterator[dict[str, float]]:
    """The statements that phrases fit, by id, with how well they do (0 to 1), a thousand at a time.

    ``among`` are ids of the statements in question, at most a thousand; None for all. UsageError for a phrase without
    a word to search for.
    """
    wanted = [search_words(phrase) for phrase in phrases]
    found = hits(session.get_bind().dialect.name, wanted, assigned=False).subquery()
    query = select(found.c.statement_id).order_by(found.c.statement_id)
    if among is not None:
        query = query.where(found.c.statement_id.in_(among))
    for chunk in chunks(session.scalars(query).all()):
        yield _scored(session, wanted, chunk)


def _scored(session: Session, phrases: Sequence[Sequence[str]], statements: Sequence[str]) -> dict[str, float]:
    dialect = session.get_bind().dialect.name
    weights: dict[str, dict[str, float]] = {statement: {} for statement in statements}
    words = list(dict.fromkeys(word for phrase in phrases for word in phrase))
    for start in range(0, len(words), _WORDS_AT_ONCE):
        some = words[start : start + _WORDS_AT_ONCE]
        for statement, *found in session.execute(places(dialect, some, statements)):
            weights[statement].update(zip(some, found, strict=True))
    return {statement: fit(phrases, known) for statement, known in weights.items()}
