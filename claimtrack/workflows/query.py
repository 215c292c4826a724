"""A question's answer: what has all of its words or, where nothing has, what has some of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from sqlalchemy.orm import Session

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.stored import StoredStatement
from claimtrack.search.fulltext import search_words
from claimtrack.workflows.statements import find

__all__ = ["Answer", "find_or_widen"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The statements found, streamed, and how."""

    statements: Iterator[StoredStatement]
    widened: bool
    """Whether these have one word at least, where all were looked for."""


def find_or_widen(session: Session, filters: StatementFilters) -> Answer:
    """The statements that pass all filters, as ``find`` gives them; those found by any word with the best first.

    Where none that passes the other filters has all of several words, and ``any_word`` does not say what to do, any
    word is enough. The session must stay open meanwhile. UsageError where ``about`` has no word to search for.
    """
    answer = _peek(find(session, filters, best_first=bool(filters.any_word)))
    if answer or filters.any_word is not None or filters.about is None or len(search_words(filters.about)) == 1:
        return Answer(answer or iter(()), widened=False)
    wider = _peek(find(session, replace(filters, any_word=True), best_first=True))
    return Answer(wider or iter(()), widened=wider is not None)


def _peek(statements: Iterator[StoredStatement]) -> Iterator[StoredStatement] | None:
    """The same statements; None for none."""
    first = next(statements, None)
    return None if first is None else chain((first,), statements)
