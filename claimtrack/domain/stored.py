"""A statement as the database gives it back: the attribution, its words, its document, and who answers it; a claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.claims import Answer
from claimtrack.domain.vocabulary import DenialStatus, Stance

__all__ = ["DocumentSummary", "Reply", "StoredClaim", "StoredStatement"]


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What a listing says of a document; its text stays in the database."""

    key: str
    id: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    author: str | None
    story: str
    """Key of the document that stands for all copies of its text; its own where it is the only one."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One statement that denies or confirms another: its id, its speakers' names, and when it was made."""

    statement: str
    speakers: tuple[str, ...]
    first: date | None = None
    last: date | None = None
    story: str | None = None
    """That of its document."""


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """One live statement of the database with all that listings, exports and reports show."""

    attribution: Attribution
    document: DocumentSummary
    source: str
    """The words of the source span, pieces joined by an ellipsis; empty where there is none."""
    cue: str
    content: str
    claim: str
    """Id of the claim that the statement asserts, confirms, denies or declines to speak of."""
    denial_status: DenialStatus
    further_claims: tuple[str, ...] = ()
    """Ids of the other claims, where it denies or confirms several."""
    speaker_ids: tuple[str, ...] = ()
    """For each of its speakers, who stands for all who are one; empty where no database told."""
    denied_by: tuple[Reply, ...] = ()
    confirmed_by: tuple[Reply, ...] = ()
    answers: tuple[Answer, ...] = ()
    """What it denies or confirms, by its stance, each with how likely that is."""
    fits: tuple[tuple[str, float], ...] = ()
    """Analysts' topics that it has, each with how well it fits them, between 0 and 1."""
    score: float | None = None
    """Rank of a full-text hit, higher is better; None where no words were asked for."""


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim and all statements in which it appears."""

    id: str
    wording: str
    denial_status: DenialStatus
    stances: Mapping[str, Stance]
    """What each of the statements, by id, does towards it."""
