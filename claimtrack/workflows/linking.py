"""What follows from the stored statements together: answers across documents, claims, denial status, words, topics.

All of it is recomputed for the statements that a batch touches, for those that answer them and for those that they
answer, so the outcome does not depend on the order in which documents arrive.
"""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import StatementRow
from claimtrack.domain.claims import Proposition
from claimtrack.resolve.claims import appearances
from claimtrack.store.answers import answers_of, targets_of
from claimtrack.store.bulk import chunks
from claimtrack.store.claims import (
    propositions,
    remove_appearances,
    remove_empty_claims,
    save_appearances,
)
from claimtrack.store.matches import claims_of, members_of_groups
from claimtrack.store.remarks import documents_of
from claimtrack.store.searchable import refresh_words
from claimtrack.store.topics import analyst_topics, assign_topic, unassign_topic
from claimtrack.workflows.answering import Near, find_answers
from claimtrack.workflows.embedding import refresh_vectors
from claimtrack.workflows.fitting import fitting
from claimtrack.workflows.identities import join_all_speakers
from claimtrack.workflows.matching import join_claims, match_documents
from claimtrack.workflows.stories import join_all_copies

__all__ = ["apply_topics", "relink", "relink_all"]


def relink_all(url: str) -> int:
    """Relink all live statements of a database, each thousand in a transaction of its own, all speakers and all copies.

    Returns how many statements there are.
    """
    with session_scope(url) as session:
        live = session.scalars(select(StatementRow.id).where(StatementRow.retired_by_run_id.is_(None))).all()
    for chunk in chunks(live):
        with session_scope(url) as session:
            relink(session, chunk)
    with session_scope(url) as session:
        join_all_speakers(session)
    with session_scope(url) as session:
        join_all_copies(session)
    return len(live)


def relink(session: Session, touched: Collection[str]) -> None:
    """Bring all of it up to date after statements (by id) were added, changed, retired or released."""
    affected: set[str] = set()
    near: Near = {}
    for chunk in chunks(touched):
        changed = {*chunk, *answers_of(session, chunk, told=True)}  # "such claims" changes with the claims
        involved, near = find_answers(session, changed)  # of those before the last more may be near by now
        affected |= {*changed, *involved} | answers_of(session, chunk) | targets_of(session, chunk)
    claims: set[str] = set()
    for chunk in chunks(sorted(affected)):
        claims |= _relink_claims(session, chunk)
        refresh_words(session, chunk)
        refresh_vectors(session, chunk)
        apply_topics(session, chunk)
    for documents in chunks(sorted(documents_of(session, affected))):
        claims |= claims_of(session, match_documents(session, documents, near))
    join_claims(session, claims)


def apply_topics(session: Session, statements: Collection[str]) -> None:
    """Give analysts' topics to those of the statements that they fit, and take them from the others."""
    topics = analyst_topics(session)
    if not topics:
        return
    for topic in topics:
        scores: dict[str, float] = {}
        for some in fitting(session, topic.words, statements):
            scores |= some
        unassign_topic(session, topic.id, sorted(set(statements).difference(scores)))
        assign_topic(session, topic.id, scores)
    refresh_words(session, statements)


def _relink_claims(session: Session, statements: Collection[str]) -> set[str]:
    """Ids of all claims that may have changed, those that nobody makes any more and those that were one with them."""
    live = propositions(session, statements)
    known: dict[str, Proposition] = {}
    for chunk in chunks(sorted({target for each in live.values() for target in each.answers})):
        known |= propositions(session, chunk)
    before = members_of_groups(session, claims_of(session, statements))
    gone = remove_appearances(session, statements)
    found = [appearance for each in live.values() for appearance in appearances(each, known)]
    save_appearances(session, found)
    for chunk in chunks(sorted(gone)):
        remove_empty_claims(session, chunk)
    return before | gone | {appearance.claim for appearance in found}
