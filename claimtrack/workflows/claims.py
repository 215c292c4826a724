"""Deciding which claims are the same, and finding those that may be."""

import re
from dataclasses import dataclass

from sqlalchemy.orm import Session

from claimtrack.domain.keys import KEY_LENGTH
from claimtrack.domain.vocabulary import ClaimAction
from claimtrack.errors import NotFoundError, UsageError
from claimtrack.store.claim_decisions import ClaimDecision, claim_decisions, decide, standing_decisions
from claimtrack.store.claim_search import ClaimSuggestion, find_claims, likely_claims, root_of
from claimtrack.store.matches import members_of_groups, wordings_of
from claimtrack.workflows.matching import join_claims

__all__ = [
    "ClaimDecision",
    "ClaimSuggestion",
    "list_claim_decisions",
    "merge_claims",
    "split_claim",
    "suggest_claims",
]

_PREFIX = re.compile(rf"[0-9a-f]{{4,{KEY_LENGTH}}}")
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Claim:
    id: str
    wording: str


def merge_claims(session: Session, claim: str, into: str, reason: str | None = None) -> tuple[str, str]:
    """Decide that a claim is another one; the words of both.

    Each is given by its id, by that of a statement that speaks of it, or by how one of these begins. What is one with
    the claim goes along; statements keep their words. Raises NotFoundError for nothing or several, UsageError where
    they are one already.
    """
    one, other = _root(session, _find(session, claim)), _root(session, _find(session, into))
    if one.id == other.id:
        raise UsageError(f"{claim!r} and {into!r} are one claim already")
    members = sorted(wordings_of(session, members_of_groups(session, {one.id})).items())
    others = sorted(wordings_of(session, members_of_groups(session, {other.id})).items())
    _, apart = standing_decisions(session)
    pairs = [
        (member, target)
        for member in members
        for target in others
        if target[0] == other.id or frozenset({member[0], target[0]}) in apart
    ]
    decide(session, ClaimAction.MERGE, pairs, reason)
    join_claims(session, {one.id, other.id})
    return one.wording, other.wording


def split_claim(session: Session, claim: str, from_: str | None = None, reason: str | None = None) -> tuple[str, str]:
    """Decide that a claim is none of those that it is one with, or that ``from_`` is one with: the words of both.

    They are given as for ``merge_claims``; of a claim in several wordings, a statement tells which is meant. What was
    merged into the claim stays one without it. UsageError where it is one with no other and ``from_`` is not given.
    """
    found = _find(session, claim)
    root = _root(session, found if from_ is None else _find(session, from_))
    others = wordings_of(session, members_of_groups(session, {root.id}) - {found.id})
    if not others:
        raise UsageError(f"{found.wording!r} is one with no other claim; name the one that it is not")
    merged, _ = standing_decisions(session)
    held = sorted(key for key in others if {(key, found.id), (found.id, key)} & merged)
    decide(session, ClaimAction.SPLIT, [((found.id, found.wording), other) for other in sorted(others.items())], reason)
    decide(session, ClaimAction.MERGE, [((key, others[key]), (held[0], others[held[0]])) for key in held[1:]], reason)
    join_claims(session, {found.id, *others})
    return found.wording, others.get(root.id) or min(others.values(), key=lambda text: (len(text), text))


def suggest_claims(session: Session, limit: int) -> list[ClaimSuggestion]:
    """Pairs of claims that may be one and are not, the likeliest first, so many at most."""
    _, apart = standing_decisions(session)
    return likely_claims(session, apart, limit)


def list_claim_decisions(session: Session) -> list[ClaimDecision]:
    """All decisions, the oldest first."""
    return claim_decisions(session)


def _find(session: Session, wanted: str) -> _Claim:
    prefix = wanted.strip().lower()
    found = find_claims(session, prefix, _MOST_SHOWN) if _PREFIX.fullmatch(prefix) else []
    if not found:
        raise NotFoundError(f"no claim or statement has the id {wanted!r}; `claimtrack report claims` has ids")
    if len(found) > 1:
        several = ", ".join(key for key, _ in found)
        raise NotFoundError(f"several claims begin with {wanted!r}: {several}; give more of one")
    return _Claim(*found[0])


def _root(session: Session, claim: _Claim) -> _Claim:
    return _Claim(*root_of(session, claim.id))
