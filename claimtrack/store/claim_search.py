"""Finding stored claims: by id, and pairs that may be one."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from claimtrack.db.tables import ClaimAppearanceRow, ClaimRow, StatementMatchRow, StatementRow
from claimtrack.store.matches import answers_something

__all__ = ["ClaimSuggestion", "find_claims", "likely_claims", "root_of"]


@dataclass(frozen=True, slots=True)
class ClaimSuggestion:
    """Two claims that may be one."""

    score: float
    claim: str
    other: str
    """The words of a statement that makes each."""
    claim_id: str
    other_id: str


def likely_claims(session: Session, apart: Collection[frozenset[str]], most: int) -> list[ClaimSuggestion]:
    """Pairs of claims that are not one and that matching statements make, the likeliest first; none told apart."""
    row, said, answering = StatementMatchRow, aliased(StatementRow), aliased(StatementRow)
    own, other = aliased(ClaimAppearanceRow), aliased(ClaimAppearanceRow)
    claim, another = aliased(ClaimRow), aliased(ClaimRow)
    query = (
        select(row.score, said.content, answering.content, claim.root_id, another.root_id, claim.id, another.id)
        .select_from(row)
        .join(said, said.id == row.statement_id)
        .join(answering, answering.id == row.other_id)
        .join(own, (own.statement_id == row.statement_id) & (own.ordinal == 0))
        .join(other, (other.statement_id == row.other_id) & (other.ordinal == 0))
        .join(claim, claim.id == own.claim_id)
        .join(another, another.id == other.claim_id)
        .where(claim.root_id != another.root_id)
        .where(~answers_something(row.statement_id), ~answers_something(row.other_id))
        .order_by(row.score.desc(), row.statement_id, row.other_id)
    )
    found: dict[frozenset[str], ClaimSuggestion] = {}
    for score, one, two, root, second, claim_id, another_id in session.execute(query):
        pair = frozenset({root, second})
        if pair not in apart and frozenset({claim_id, another_id}) not in apart:
            found.setdefault(pair, ClaimSuggestion(score, one, two, root, second))
        if len(found) == most:
            break
    return list(found.values())


def find_claims(session: Session, prefix: str, most: int) -> list[tuple[str, str]]:
    """Ids and words of the claims whose id begins so, or that a live statement with such an id speaks of.

    A whole id of a claim is that claim's alone.
    """
    row, claim = ClaimAppearanceRow, ClaimRow
    query = select(claim.id, claim.proposition)
    whole = session.execute(query.where(claim.id == prefix)).all()
    begins = claim.id.startswith(prefix, autoescape=True)
    speaking = select(row.claim_id).where(row.ordinal == 0, row.statement_id.startswith(prefix, autoescape=True))
    either = query.where(begins | claim.id.in_(speaking)).order_by(claim.id).limit(most)
    return [(each[0], each[1]) for each in whole or session.execute(either)]


def root_of(session: Session, claim: str) -> tuple[str, str]:
    """Id and words of what stands for a stored claim."""
    root = aliased(ClaimRow)
    query = select(root.id, root.proposition).join(ClaimRow, ClaimRow.root_id == root.id).where(ClaimRow.id == claim)
    found = session.execute(query).one()
    return found[0], found[1]
