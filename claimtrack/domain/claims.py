"""What resolution is told of statements, and what it says of claims."""

from dataclasses import dataclass
from datetime import date

from claimtrack.domain.vocabulary import Stance

__all__ = ["Answer", "Appearance", "Match", "Proposition", "Remark", "Voice"]


@dataclass(frozen=True, slots=True)
class Proposition:
    """What resolution has to know of a live statement."""

    statement: str
    document: str
    content: str
    stance: Stance
    answers: tuple[str, ...] = ()
    """Ids of what it denies or confirms, by its stance."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What comparing documents has to know of a live statement, to tell which answers which."""

    statement: str
    document: str
    published: date | None
    stance: Stance
    cue: str
    content: str
    answered: tuple[str, ...] = ()
    """The contents of what it answers by its own document: "such claims" means these."""
    parties: tuple[str, ...] = ()
    """Its speakers' names, and the bodies that they speak for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """That one statement denies or confirms another (ids of both), by its stance."""

    answer: str
    answered: str
    score: float | None
    """How likely that is, between 0 and 1; None where nobody estimated it."""
    ordinal: int = 0
    across: bool = True
    """Whether it was found by comparing documents; else the answer's own document says so."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """That a statement takes a stance towards a claim."""

    claim: str
    statement: str
    ordinal: int
    stance: Stance
    proposition: str
    """The claim in the words of a statement that makes it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What comparing has to know of a live statement, to tell which make one claim."""

    statement: str
    content: str
    vector: bytes | None
    """What it means, packed; None where that was not computed."""


@dataclass(frozen=True, slots=True)
class Match:
    """That two statements (ids, the smaller first) may make one claim."""

    statement: str
    other: str
    score: float
    """How likely that is, between 0 and 1."""
