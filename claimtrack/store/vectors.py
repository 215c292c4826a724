"""What statements mean, as vectors, and the texts that these are made of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import and_, delete, select, update
from sqlalchemy.orm import Session

from claimtrack.db.tables import DocumentRow, StatementRow, StatementSpanRow, StatementVectorRow
from claimtrack.domain.keys import hash_key
from claimtrack.domain.placed import Placed, placed
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import SpanRole
from claimtrack.store.answers import contexts_of
from claimtrack.store.bulk import add_or_refresh, chunks, grouped

__all__ = [
    "StoredVector",
    "Wording",
    "document_vectors",
    "drop_vectors",
    "forget_mixed",
    "save_mixed",
    "save_vectors",
    "stored_digests",
    "wordings",
]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a statement says, and amid what."""

    statement: str
    placed: Placed

    @property
    def digest(self) -> str:
        """Tells whether it is still the same."""
        text, own, contexts, lead = self.placed
        places = " ".join(f"{start}-{end}" for start, end in own)
        return hash_key("wording", text, places, lead, *contexts)


class StoredVector(NamedTuple):
    """A live statement with its vector by an encoder, packed; None where it has none, or none that is mixed."""

    statement: str
    vector: bytes | None
    mixed: bytes | None


def wordings(session: Session, statements: Collection[str]) -> list[Wording]:
    """The wordings of the live ones among statements (by id), in the order of their ids.

    A statement's own words are its content, or else its cue, or else its source.
    """
    row = StatementRow
    query = select(row.id, row.document_key)
    live = session.execute(query.where(row.id.in_(statements), row.retired_by_run_id.is_(None)).order_by(row.id)).all()
    contexts = contexts_of(session, statements)
    found = _placed(session, {each.id: each.document_key for each in live}, contexts)
    return [Wording(each.id, found[each.id]) for each in live]


def _placed(
    session: Session, documents: Mapping[str, str], contexts: Mapping[str, Collection[str]]
) -> dict[str, Placed]:
    """Each statement (by id, with its document's key) amid its text; one text is held at a time, however long."""
    places = _places(session, documents)
    told = grouped((document, statement) for statement, document in documents.items())
    query = select(DocumentRow.key, DocumentRow.text, DocumentRow.title).where(DocumentRow.key.in_(told))
    texts = session.execute(query, execution_options={"yield_per": 1})
    return {
        statement: placed(text, places[statement], [*contexts.get(statement, ())], title)
        for key, text, title in texts
        for statement in told[key]
    }


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


def document_vectors(session: Session, documents: Collection[str], encoder: str) -> dict[str, list[StoredVector]]:
    """The live statements of documents (by key, no more than a thousand), in the order of each text."""
    row, vector = StatementRow, StatementVectorRow
    by_it = and_(vector.statement_id == row.id, vector.encoder == encoder)
    query = select(row.document_key, row.id, vector.vector, vector.mixed).outerjoin(vector, by_it)
    live = query.where(row.document_key.in_(documents), row.retired_by_run_id.is_(None))
    found: dict[str, list[StoredVector]] = {key: [] for key in documents}
    for document, key, own, amid in session.execute(live.order_by(row.document_key, row.position, row.id)):
        found[document].append(StoredVector(key, own, amid))
    return found


def save_mixed(session: Session, mixed: Mapping[str, bytes]) -> None:
    """Store mixed vectors by statement beside those that they are made of."""
    if mixed:
        session.execute(update(StatementVectorRow), [{"statement_id": key, "mixed": own} for key, own in mixed.items()])


def forget_mixed(session: Session, documents: Collection[str]) -> None:
    """Take the mixed vectors from all statements of documents (by key); those that they are made of stay."""
    row = StatementVectorRow
    for chunk in chunks(sorted(documents)):
        own = select(StatementRow.id).where(StatementRow.document_key.in_(chunk))
        session.execute(update(row).where(row.statement_id.in_(own)).values(mixed=None))


def drop_vectors(session: Session, statements: Collection[str]) -> None:
    """Forget the vectors of statements (by id)."""
    session.execute(delete(StatementVectorRow).where(StatementVectorRow.statement_id.in_(statements)))


def _places(session: Session, statements: Collection[str]) -> dict[str, list[Span]]:
    """Where the content of each statement is, or else its cue, or else its source."""
    row = StatementSpanRow
    query = select(row.statement_id, row.role, row.start_offset, row.end_offset)
    found: dict[str, dict[SpanRole, list[Span]]] = {}
    for key, role, start, end in session.execute(query.where(row.statement_id.in_(statements))):
        found.setdefault(key, {}).setdefault(role, []).append(Span(start, end))
    order = (SpanRole.CONTENT, SpanRole.CUE, SpanRole.SOURCE)
    return {key: next(roles[role] for role in order if role in roles) for key, roles in found.items()}
