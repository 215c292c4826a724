"""What a query asks for. Every filter narrows; an empty one lets everything through."""

from dataclasses import dataclass
from datetime import date

from claimtrack.domain.vocabulary import AttributionType, DenialStatus, SpeechKind, Stance

__all__ = ["StatementFilters"]


@dataclass(frozen=True, slots=True)
class StatementFilters:
    """Conditions on statements, joined by "and"; several values of one condition are joined by "or"."""

    about: str | None = None
    """Words to be found in content, what it denies or is denied by, topics or headline, stemmed."""
    any_word: bool | None = None
    """Whether one of the words of ``about`` is enough; None where nobody said so: then all of them are wanted."""
    meaning: bool = False
    """Whether what is about the same as ``about`` is found too, whatever its words; then ``any_word`` is None."""
    least: float | None = None
    """How likely it has to be about that, from 0 to 1; None for what the program holds to be enough."""
    speakers: tuple[str, ...] = ()
    """Names or parts of names: ``Kirby``, ``Russia``; also the body that somebody speaks for."""
    stances: tuple[Stance, ...] = ()
    topics: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """Document ids or keys."""
    since: date | None = None
    """Said (or else published) on this day or later."""
    until: date | None = None
    """Said (or else published) on this day or earlier."""
    types: tuple[AttributionType, ...] = (AttributionType.STATEMENT,)
    """Empty for every type."""
    kinds: tuple[SpeechKind, ...] = ()
    anonymous: bool | None = None
    denied: bool | None = None
    """True for statements that some other statement denies."""
    statuses: tuple[DenialStatus, ...] = ()
    """What became of the claim."""
    distinct: bool = False
    """Whether, of the statements that copies of one text have in the same words, those of the first are enough."""
    limit: int | None = None
    """None for all of them; else, where words are asked for, those with the best scores."""
