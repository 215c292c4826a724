"""Finding stored statements and showing one in its context."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, null, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import StatementRow
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.keys import KEY_LENGTH
from claimtrack.domain.spans import Spans, hull, lines_around, shift
from claimtrack.domain.stored import DocumentSummary, StoredStatement
from claimtrack.domain.vocabulary import Hedger
from claimtrack.errors import NotFoundError
from claimtrack.search.selects import statement_select
from claimtrack.store.documents import document_summaries, document_text
from claimtrack.store.reading import read_listed, read_statements
from claimtrack.store.stories import members_of
from claimtrack.workflows.finding import find_about

__all__ = ["StatementContext", "context", "count", "find", "get"]

_PREFIX = re.compile(rf"[0-9a-f]{{4,{KEY_LENGTH}}}")
_MOST_SHOWN = 6
# Characters of a paragraph to show on either side of a statement: some texts have no line breaks.
_MARGIN = 2_000


@dataclass(frozen=True, slots=True)
class StatementContext:
    """The paragraphs that hold a statement, and its spans counted from their beginning."""

    text: str
    start: int
    """Where ``text`` begins in the document."""
    source: Spans
    cue: Spans
    content: Spans
    hedges: tuple[tuple[Hedger, str], ...] = ()
    """The words that limit how certain it is, and whose they are."""
    copies: tuple[DocumentSummary, ...] = ()
    """The other documents that have the same text, or one that was made from it."""


def find(session: Session, filters: StatementFilters, *, best_first: bool = False) -> Iterator[StoredStatement]:
    """The statements that pass all filters, streamed, in an order that is the same on every database.

    With ``best_first`` and words to look for, higher scores go before that order; scores by words alone differ from one
    database to another.
    The session must stay open meanwhile. UsageError where ``about`` has no word to search for.
    """
    if filters.meaning and filters.about is not None:
        return read_listed(session, find_about(session, filters, best_first=best_first).statements)
    dialect = session.get_bind().dialect.name
    return read_statements(session, statement_select(filters, dialect, best_first=best_first))


def count(session: Session, filters: StatementFilters) -> int:
    """How many statements ``find`` gives."""
    if filters.meaning and filters.about is not None:
        return len(find_about(session, filters).statements)
    found = statement_select(filters, session.get_bind().dialect.name).order_by(None)
    return session.execute(select(func.count()).select_from(found.subquery())).scalar_one()


def get(session: Session, wanted: str) -> StoredStatement:
    """The statement with an id, or with the beginning of one (4 characters or more) that no other shares.

    Raises NotFoundError for none, for several, and for a statement that its document no longer has.
    """
    prefix = wanted.strip().lower()
    if not _PREFIX.fullmatch(prefix):
        raise NotFoundError(
            f"{wanted!r} is no statement id: that is 4 to {KEY_LENGTH} of the characters 0-9 and a-f; "
            "`claimtrack query` lists ids"
        )
    row = StatementRow
    query = select(row.id, row.retired_by_run_id).where(row.id.startswith(prefix)).order_by(row.id)
    found = session.execute(query.limit(_MOST_SHOWN)).all()
    live = [each.id for each in found if each.retired_by_run_id is None]
    if len(live) > 1:
        raise NotFoundError(f"several statements begin with {prefix}: {', '.join(live)}; give more of the id")
    if not live and found:
        raise NotFoundError(
            f"statement {found[0].id} is no longer found in its document since run "
            f"{found[0].retired_by_run_id}; `claimtrack query` lists those that are"
        )
    if not live:
        raise NotFoundError(f"no statement begins with {prefix}; `claimtrack query` lists ids")
    return next(read_statements(session, select(row.id, null().label("score")).where(row.id == live[0])))


def context(session: Session, statement_id: str) -> StatementContext:
    """A statement's paragraphs, from the first that it touches to the last; NotFoundError as for ``get``."""
    statement = get(session, statement_id)
    document = statement.document
    text = document_text(session, document.key)
    found = statement.attribution
    place = hull((*found.source, *found.cue, *found.content))
    start, end = lines_around(text, place, _MARGIN)
    return StatementContext(
        text=text[start:end],
        start=start,
        source=shift(found.source, -start),
        cue=shift(found.cue, -start),
        content=shift(found.content, -start),
        hedges=tuple((hedge.by, text[hedge.span.start : hedge.span.end]) for hedge in found.hedges),
        copies=tuple(
            each for each in document_summaries(session, members_of(document.story)) if each.key != document.key
        ),
    )
