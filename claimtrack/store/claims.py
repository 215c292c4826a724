"""Claims and where they appear; all of it follows from the live statements and is recomputed with them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from claimtrack.db.tables import AnswerRow, ClaimAppearanceRow, ClaimRow, StatementRow
from claimtrack.domain.claims import Appearance, Proposition
from claimtrack.domain.stored import StoredClaim
from claimtrack.domain.vocabulary import AttributionType, DenialStatus, Stance
from claimtrack.store.answers import answer_order
from claimtrack.store.bulk import add_missing, add_or_refresh, chunks, grouped

__all__ = [
    "propositions",
    "read_claims",
    "remove_appearances",
    "remove_empty_claims",
    "save_appearances",
    "set_denial_status",
    "stances_of",
]


def propositions(session: Session, statements: Collection[str]) -> dict[str, Proposition]:
    """What resolution has to know of the live ones among the statements, by id."""
    row = StatementRow
    query = select(row.id, row.document_key, row.content, row.stance)
    found = session.execute(query.where(row.id.in_(statements), row.retired_by_run_id.is_(None))).all()
    answered = _answered(session, [statement.id for statement in found])
    return {
        each.id: Proposition(each.id, each.document_key, each.content, each.stance, tuple(answered.get(each.id, ())))
        for each in found
    }


def read_claims(
    session: Session, wanted: Collection[str], types: Collection[AttributionType] = ()
) -> Iterator[StoredClaim]:
    """The claims that stand for themselves among these ids, with the statements of all that are one with them, by id.

    Only statements of these types count (of every type where none is given).
    """
    row, claim = ClaimAppearanceRow, ClaimRow
    for chunk in chunks(sorted(wanted)):
        appearing = select(claim.root_id, row.statement_id, row.stance).join(claim, claim.id == row.claim_id)
        appearing = appearing.where(claim.root_id.in_(chunk)).order_by(row.ordinal.desc())
        if types:
            said = StatementRow.id == row.statement_id
            appearing = appearing.join(StatementRow, said).where(StatementRow.type.in_(types))
        stances = grouped((each[0], (each[1], each[2])) for each in session.execute(appearing))
        claims = select(claim.id, claim.proposition, claim.denial_status).where(claim.id.in_(chunk)).order_by(claim.id)
        for found in session.execute(claims):
            yield StoredClaim(*found, stances=dict(stances.get(found.id, ())))


def remove_appearances(session: Session, statements: Collection[str]) -> set[str]:
    """Forget where statements appear; ids of the claims that they appeared in."""
    row = ClaimAppearanceRow
    claims = set(session.scalars(select(row.claim_id).where(row.statement_id.in_(statements))))
    session.execute(delete(row).where(row.statement_id.in_(statements)))
    return claims


def save_appearances(session: Session, appearances: Sequence[Appearance]) -> None:
    """Store where statements appear, and the claims where they are new.

    A claim is worded as in the shortest of the statements that make it, whichever came first.
    """
    claims = {each.claim for each in appearances}
    stored = session.execute(select(ClaimRow.id, ClaimRow.proposition).where(ClaimRow.id.in_(claims)))
    wordings = {row.id: row.proposition for row in stored}
    for each in appearances:
        known = wordings.get(each.claim, each.proposition)
        wordings[each.claim] = min(known, each.proposition, key=lambda text: (len(text), text))
    rows = [
        {"id": claim, "proposition": wording, "denial_status": DenialStatus.UNDISPUTED, "root_id": claim}
        for claim, wording in sorted(wordings.items())
    ]
    add_or_refresh(session, ClaimRow, rows, by=["id"], once=["denial_status", "root_id"])
    add_missing(
        session,
        ClaimAppearanceRow,
        [
            {
                "claim_id": each.claim,
                "statement_id": each.statement,
                "ordinal": each.ordinal,
                "stance": each.stance,
            }
            for each in appearances
        ],
    )


def stances_of(session: Session, claims: Collection[str]) -> dict[str, set[Stance]]:
    """The stances that statements take towards each claim; a claim without appearances is left out."""
    row = ClaimAppearanceRow
    query = select(row.claim_id, row.stance).distinct()
    taken: dict[str, set[Stance]] = {}
    for chunk in chunks(sorted(claims)):
        for claim, stance in session.execute(query.where(row.claim_id.in_(chunk))):
            taken.setdefault(claim, set()).add(stance)
    return taken


def set_denial_status(session: Session, statuses: Mapping[str, DenialStatus]) -> None:
    """Write down what became of each claim, by id."""
    for status in DenialStatus:
        for chunk in chunks(sorted(claim for claim, became in statuses.items() if became is status)):
            changed = update(ClaimRow).where(ClaimRow.id.in_(chunk), ClaimRow.denial_status != status)
            session.execute(changed.values(denial_status=status))


def remove_empty_claims(session: Session, claims: Collection[str]) -> None:
    """Delete those of the claims that no live statement makes any more."""
    row = ClaimAppearanceRow
    left = select(row.claim_id).where(row.claim_id == ClaimRow.id).exists()
    session.execute(delete(ClaimRow).where(ClaimRow.id.in_(claims), ~left))


def _answered(session: Session, answers: Iterable[str]) -> dict[str, list[str]]:
    row = AnswerRow
    query = select(row.answer_id, row.answered_id).where(row.answer_id.in_(answers)).order_by(*answer_order())
    return grouped((each[0], each[1]) for each in session.execute(query))
