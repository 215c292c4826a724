"""An attributed statement: who (source), by which words (cue), what (content), and what follows from them."""

from dataclasses import dataclass
from datetime import date

from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import (
    Anonymity,
    AttributionType,
    DateBasis,
    Granularity,
    Hedger,
    Resolution,
    SpeakerKind,
    SpeechKind,
    Stance,
)

__all__ = ["UNDATED", "Attribution", "Hedge", "Speaker", "StatementDate"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of a statement, as far as its document tells."""

    name: str
    """The fullest name that the document gives; an unnamed speaker's description without article."""
    kind: SpeakerKind
    role: str | None = None
    """Title or function as given: ``US Secretary of Defense``."""
    affiliation: str | None = None
    """Who the speaker speaks for: ``Kremlin`` for "a Kremlin spokesperson"."""
    anonymity: Anonymity = Anonymity.NAMED
    found_by: Resolution | None = None
    """How it was found who this is; None where nobody tells."""
    score: float | None = None
    """How often speakers found so are right, between 0 and 1; None where nobody estimated it."""
    known_as: str | None = None
    """Under which name, where an analyst has decided that this is somebody known by another."""
    known_kind: SpeakerKind | None = None
    """What sort of thing that is."""


@dataclass(frozen=True, slots=True)
class StatementDate:
    """The span of days, both ends included, in which a statement was made."""

    first: date | None
    last: date | None
    granularity: Granularity
    basis: DateBasis


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that limit how certain a statement is."""

    by: Hedger
    span: Span


UNDATED = StatementDate(None, None, Granularity.UNKNOWN, DateBasis.NONE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Three spans of one document and the fields of ``docs/data-model.md``; each stage fills in its own."""

    id: str
    source: Spans
    cue: Spans
    content: Spans
    type: AttributionType = AttributionType.STATEMENT
    kind: SpeechKind = SpeechKind.INDIRECT
    speakers: tuple[Speaker, ...] = ()
    anonymous: bool = False
    """True where no speaker is named."""
    via: str | None = None
    """A medium or second source that reports the statement."""
    date: StatementDate = UNDATED
    stance: Stance = Stance.ASSERTS
    denies: tuple[str, ...] = ()
    """Ids of the statements that this one answers by a denial."""
    denial_score: float | None = None
    """How likely ``denies`` is rightly found, between 0 and 1; None where it denies nothing or nobody estimated it."""
    confirms: tuple[str, ...] = ()
    """Ids of the statements that this one, by a confirmation, says are true."""
    hedges: tuple[Hedge, ...] = ()
    """In the order of the text."""
    topics: tuple[str, ...] = ()
    confidence: float | None = None
    """Between 0 and 1; None where the extractor does not estimate it."""
