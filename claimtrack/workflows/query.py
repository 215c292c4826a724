"""A question's answer: what has all of its words or, where nothing has, what has some of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from sqlalchemy.orm import Session

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.stored import StoredStatement
from claimtrack.search.widen import wider
from claimtrack.store.reading import read_listed
from claimtrack.workflows.finding import find_about
from claimtrack.workflows.statements import find

__all__ = ["Answer", "find_or_widen"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The statements found, streamed, and how."""

    statements: Iterator[StoredStatement]
    widened: bool = False
    """Whether these have one word at least, where all were looked for."""
    scored: bool = False
    """Whether each has a score of how likely it is about what was asked."""
    unread: int = 0
    """How many statements could not be told by their meaning, for want of a vector."""


def find_or_widen(session: Session, filters: StatementFilters) -> Answer:
    """The statements that pass all filters, as ``find`` gives them.

    By meaning: all that are likely about the subject, the likeliest first. By words: those found by any word with the
    best first; where none that passes the other filters has all of several words, and ``any_word`` does not say what to
    do, any word is enough. The session must stay open meanwhile. UsageError where ``about`` has no word to search for.
    """
    if filters.meaning and filters.about is not None:
        found = find_about(session, filters, best_first=True)
        return Answer(read_listed(session, found.statements), scored=True, unread=found.unread)
    answer = _peek(find(session, filters, best_first=bool(filters.any_word)))
    wide = None if answer else wider(filters)
    if wide is None:
        return Answer(answer or iter(()))
    widened = _peek(find(session, wide, best_first=True))
    return Answer(widened or iter(()), widened=widened is not None)


def _peek(statements: Iterator[StoredStatement]) -> Iterator[StoredStatement] | None:
    """The same statements; None for none."""
    first = next(statements, None)
    return None if first is None else chain((first,), statements)
