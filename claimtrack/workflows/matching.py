"""Keeping up to date which statements repeat each other, and which claims are therefore one."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from claimtrack.domain.claims import Match, Voice
from claimtrack.domain.vocabulary import Stance
from claimtrack.model.vectors import cosines
from claimtrack.resolve.claim_groups import grouped_claims
from claimtrack.resolve.claims import denial_status
from claimtrack.resolve.sameness import REPEATED, Candidate, candidates_between, matches_of
from claimtrack.store.bulk import chunks
from claimtrack.store.claim_decisions import standing_decisions
from claimtrack.store.claims import set_denial_status, stances_of
from claimtrack.store.matches import (
    drop_matches,
    matching_claims,
    members_of_groups,
    save_matches,
    set_claim_roots,
    voices,
    wordings_of,
)
from claimtrack.store.vectors import wordings
from claimtrack.workflows.answering import Near, near_documents
from claimtrack.workflows.encoder import encoder_or_none, matcher_or_none

__all__ = ["join_claims", "match_documents"]


def match_documents(session: Session, documents: Collection[str], near: Near) -> set[str]:
    """Compare anew the statements of documents (by key) with those of documents near them.

    ``near`` are those already known of some. Returns the ids of all statements whose matches may have changed.
    """
    involved = drop_matches(session, documents)
    unknown = set(documents) - near.keys()
    near = {key: near[key] for key in documents if key in near} | near_documents(session, unknown)
    found = {(each.statement, each.other): each for each in _matches(session, near)}
    save_matches(session, [found[pair] for pair in sorted(found)])
    return involved | {key for pair in found for key in pair}


def _matches(session: Session, near: Mapping[str, Collection[str]]) -> Iterator[Match]:
    pairs = {frozenset((key, other)) for key, others in near.items() for other in others}
    encoder = encoder_or_none()
    told = voices(session, {key for pair in pairs for key in pair}, encoder.name if encoder else None)
    candidates = [
        each for one, other in sorted(map(sorted, pairs)) for each in _between(told.get(one, []), told.get(other, []))
    ]
    return matches_of(candidates, _read_together(session, candidates))


def _between(ones: list[Voice], others: list[Voice]) -> list[Candidate]:
    near = cosines([each.vector for each in ones], [each.vector for each in others])
    return candidates_between(ones, others, near)


def _read_together(session: Session, candidates: Sequence[Candidate]) -> list[float]:
    """What the matcher says of each; nothing of what repeats, or where it cannot run.

    What a statement answers is left out: a denial would be the same as whatever denies the same.
    """
    read = [each for each in candidates if not each.repeats]
    matcher = matcher_or_none() if read else None
    if matcher is None:
        return [0.0] * len(candidates)
    placed = {
        each.statement: each.placed._replace(contexts=())
        for chunk in chunks(sorted({key for each in read for key in (each.statement, each.other)}))
        for each in wordings(session, chunk)
    }
    scores = iter(matcher.same([(placed[each.statement], placed[each.other]) for each in read]))
    return [0.0 if each.repeats else next(scores) for each in candidates]


def join_claims(session: Session, claims: Collection[str]) -> None:
    """Find out which claims are one, after some (ids, whether still stored or not) came, changed or were decided on.

    What became of a claim follows from the statements of all that are one with it.
    """
    merged, apart = standing_decisions(session)
    members, matches = _connected(session, members_of_groups(session, claims) | set(claims), merged)
    wordings = wordings_of(session, members)
    known = [match for match in matches if match[0] in wordings and match[1] in wordings]
    roots = grouped_claims(wordings, known, merged, apart)
    set_claim_roots(session, roots)
    taken = stances_of(session, roots)
    together: dict[str, set[Stance]] = {}
    for claim, root in roots.items():
        together.setdefault(root, set()).update(taken.get(claim, ()))
    set_denial_status(session, {claim: denial_status(together[root]) for claim, root in roots.items()})


def _connected(
    session: Session, claims: Collection[str], merged: Collection[tuple[str, str]]
) -> tuple[set[str], set[tuple[str, str, float]]]:
    """The claims, and all that they may be one with by way of others; and the matches between them."""
    beside: dict[str, set[str]] = {}
    for one, into in merged:
        beside.setdefault(one, set()).add(into)
        beside.setdefault(into, set()).add(one)
    members: set[str] = set()
    matches: set[tuple[str, str, float]] = set()
    new = set(claims)
    while new:
        members |= new
        found = matching_claims(session, new, REPEATED)
        matches |= found
        reached = {key for one, other, _ in found for key in (one, other)}
        new = (reached | {key for claim in new for key in beside.get(claim, ())}) - members
    return members, matches
