"""Giving statements vectors by what they mean, so that they are found by a subject whose words they lack."""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import StatementRow
from claimtrack.model.mixing import mixed_packed
from claimtrack.model.sketches import pack_sketches
from claimtrack.model.vectors import pack
from claimtrack.store.bulk import chunks
from claimtrack.store.remarks import documents_of
from claimtrack.store.sketches import NO_ENCODER, save_sketches
from claimtrack.store.vectors import (
    StoredVector,
    document_vectors,
    drop_vectors,
    forget_mixed,
    save_mixed,
    save_vectors,
    stored_digests,
    wordings,
)
from claimtrack.workflows.encoder import encoder_or_none, needed_encoder

__all__ = ["reembed", "refresh_vectors"]


def refresh_vectors(session: Session, statements: Collection[str], *, mix_all: bool = False) -> int:
    """Give the live ones among statements (by id) vectors of what they say now, and take them from the others.

    What says the same as before keeps its vector; those of documents in which one changed, or with ``mix_all`` of all
    their documents, are mixed anew. Returns how many were computed: none where no encoder can run; then what says
    something else has none, and nothing of its document is mixed.
    """
    encoder = encoder_or_none()
    live = wordings(session, statements)
    if encoder is None:
        known = stored_digests(session, statements)
        same = {each.statement for each in live if known.get(each.statement) == each.digest}
        others = sorted(set(statements) - same)
        drop_vectors(session, others)
        forget_mixed(session, documents_of(session, others))
        _mix(session, others, NO_ENCODER)
        return 0
    gone = set(statements).difference(each.statement for each in live)
    drop_vectors(session, sorted(gone))
    known = stored_digests(session, statements, encoder.name)
    changed = [each for each in live if known.get(each.statement) != each.digest]
    found = encoder.encode_statements([each.placed for each in changed])
    vectors = {each.statement: pack(vector) for each, vector in zip(changed, found, strict=True)}
    save_vectors(session, vectors, {each.statement: each.digest for each in changed}, encoder.name)
    _mix(session, statements if mix_all else gone.union(vectors), encoder.name)
    return len(changed)


def reembed(url: str, *, force: bool = False, on_progress: Callable[[int, int], None] | None = None) -> int:
    """Give all live statements of a database their vectors, each thousand in a transaction of its own.

    Those that have them already are left alone unless ``force`` is given, so that an interrupted run goes on where it
    stopped. ``on_progress`` gets how many are done, and of how many. Returns how many were computed. ModelError where
    the encoder cannot run.
    """
    needed_encoder()
    with session_scope(url) as session:
        row = StatementRow
        query = select(row.id).where(row.retired_by_run_id.is_(None))
        live = session.scalars(query.order_by(row.document_key, row.position, row.id)).all()
    done = computed = 0
    for chunk in chunks(live):
        with session_scope(url) as session:
            if force:
                drop_vectors(session, chunk)
            computed += refresh_vectors(session, chunk, mix_all=True)
        done += len(chunk)
        if on_progress:
            on_progress(done, len(live))
    return computed


def _mix(session: Session, statements: Collection[str], encoder: str) -> None:
    """Mix and sketch anew the vectors of the documents of statements (by id), or note that sketches are lacking."""
    for chunk in chunks(sorted(documents_of(session, statements))):
        told = document_vectors(session, chunk, encoder)
        amid = {key: _mixed(own) for key, own in told.items()}
        stored = {each.statement: each.mixed for own in told.values() for each in own}
        every = {statement: vector for own in amid.values() for statement, vector in own}
        save_mixed(session, {key: vector for key, vector in every.items() if vector != stored[key]})
        complete = {key: pack_sketches(own) if len(own) == len(told[key]) else None for key, own in amid.items()}
        save_sketches(session, complete, encoder)


def _mixed(told: Sequence[StoredVector]) -> list[tuple[str, bytes]]:
    """The vectors of those statements of one document that have them, mixed."""
    known = {each.statement: each.vector for each in told if each.vector is not None}
    return list(zip(known, mixed_packed([*known.values()]), strict=True))
