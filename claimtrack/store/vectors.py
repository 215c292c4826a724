"""What statements mean, as vectors, and the texts that these are made of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import DocumentRow, StatementRow, StatementSpanRow, StatementVectorRow
from claimtrack.domain.keys import hash_key
from claimtrack.domain.spans import Span, lines_around
from claimtrack.store.answers import contexts_of
from claimtrack.store.bulk import add_or_refresh, grouped

__all__ = ["FEWEST_WORDS", "MARGIN", "Wording", "drop_vectors", "save_vectors", "stored_digests", "wordings"]

MARGIN = 200
"""Characters beside a statement that its passage has at most: encoders read a hundred words."""

FEWEST_WORDS = 5
"""Contents of fewer seldom say what they are about."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a statement says, and amid what."""

    statement: str
    content: str
    """Its own words, those of what it answers, and those that answer it."""
    passage: str
    """The paragraphs that it stands in, as far as they are near."""

    @property
    def digest(self) -> str:
        """Tells whether it is still the same."""
        return hash_key("wording", self.content, self.passage)


def wordings(session: Session, statements: Collection[str]) -> list[Wording]:
    """The wordings of the live ones among statements (by id), in the order of their ids."""
    row = StatementRow
    query = select(row.id, row.content, row.cue, row.document_key)
    live = session.execute(query.where(row.id.in_(statements), row.retired_by_run_id.is_(None)).order_by(row.id)).all()
    passages = _passages(session, {each.id: each.document_key for each in live})
    contexts = contexts_of(session, statements)
    return [
        _wording(each.id, each.content or each.cue, contexts.get(each.id, ()), passages.get(each.id)) for each in live
    ]


def _wording(statement: str, own: str, contexts: Sequence[str], passage: str | None) -> Wording:
    """Where its own words only point at something ("such claims"), what they point at is the passage too."""
    content = " ".join([own, *contexts])
    points = contexts and len(own.split()) < FEWEST_WORDS
    return Wording(statement, content, content if points or passage is None else passage)


def _passages(session: Session, documents: Mapping[str, str]) -> dict[str, str]:
    """What stands around each statement (by id, with its document's key); one text is held at a time, however long."""
    places = _places(session, documents)
    told = grouped((document, statement) for statement, document in documents.items() if statement in places)
    query = select(DocumentRow.key, DocumentRow.text).where(DocumentRow.key.in_(told))
    texts = session.execute(query, execution_options={"yield_per": 1})
    return {statement: _around(text, places[statement]) for key, text in texts for statement in told[key]}


def _around(text: str, place: Span) -> str:
    start, end = lines_around(text, place, MARGIN)
    return " ".join(text[start:end].split())


def stored_digests(session: Session, statements: Collection[str], encoder: str | None = None) -> dict[str, str]:
    """The digests of what vectors by an encoder, or by any, were made of, by statement."""
    row = StatementVectorRow
    query = select(row.statement_id, row.digest).where(row.statement_id.in_(statements))
    if encoder is not None:
        query = query.where(row.encoder == encoder)
    return {each[0]: each[1] for each in session.execute(query)}


def save_vectors(session: Session, vectors: Mapping[str, bytes], digests: Mapping[str, str], encoder: str) -> None:
    """Store vectors by statement in place of those stored for them."""
    rows = [
        {"statement_id": key, "encoder": encoder, "digest": digests[key], "vector": vector}
        for key, vector in vectors.items()
    ]
    add_or_refresh(session, StatementVectorRow, rows, by=["statement_id"])


def drop_vectors(session: Session, statements: Collection[str]) -> None:
    """Forget the vectors of statements (by id)."""
    session.execute(delete(StatementVectorRow).where(StatementVectorRow.statement_id.in_(statements)))


def _places(session: Session, statements: Collection[str]) -> dict[str, Span]:
    """From where to where all spans of each statement reach."""
    row = StatementSpanRow
    query = select(row.statement_id, func.min(row.start_offset), func.max(row.end_offset)).group_by(row.statement_id)
    return {key: Span(start, end) for key, start, end in session.execute(query.where(row.statement_id.in_(statements)))}
