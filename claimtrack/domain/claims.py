"""What resolution is told of statements, and what it says of claims."""

from dataclasses import dataclass

from claimtrack.domain.vocabulary import Stance

__all__ = ["Appearance", "Proposition"]


@dataclass(frozen=True, slots=True)
class Proposition:
    """What resolution has to know of a live statement."""

    statement: str
    document: str
    content: str
    stance: Stance
    denies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """That a statement takes a stance towards a claim."""

    claim: str
    statement: str
    ordinal: int
    stance: Stance
    proposition: str
    """The claim in the words of a statement that makes it."""
