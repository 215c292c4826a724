"""Reading the statements that seem to be about a subject together with it, which tells more than vectors do."""

from collections.abc import Sequence
from heapq import nlargest

from sqlalchemy.orm import Session

from claimtrack.search.meaning import READ, read_likelihoods, worth_reading
from claimtrack.store.bulk import chunks
from claimtrack.store.vectors import wordings
from claimtrack.workflows.encoder import matcher_or_none

__all__ = ["reread"]


def reread(session: Session, subject: str, found: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Statements (ids) with how likely they are about a subject, in their order: of the likeliest as reading tells it.

    What is too unlikely is not read, nor what is less likely than the first ``READ``; where no matcher can run, nothing
    is. What copies of a text say in the same words is read once.
    """
    best = nlargest(READ, (likely for _, likely in found))
    chosen = [key for key, likely in found if best[-1] <= likely >= worth_reading()]
    matcher = matcher_or_none() if chosen else None
    if matcher is None:
        return list(found)
    placed = {each.statement: each.placed for chunk in chunks(chosen) for each in wordings(session, chunk)}
    wanted = list(dict.fromkeys(placed.values()))
    said = dict(zip(wanted, matcher.about(subject, wanted), strict=True))
    return [
        (key, read_likelihoods([likely], [said[placed[key]]])[0] if key in placed else likely) for key, likely in found
    ]
