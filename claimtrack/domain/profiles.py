"""What resolution is told of speakers to find out who of them are the same."""

from dataclasses import dataclass

from claimtrack.domain.vocabulary import SpeakerKind

__all__ = ["Profile"]


@dataclass(frozen=True, slots=True)
class Profile:
    """A named speaker of the database."""

    id: str
    name: str
    kind: SpeakerKind
    descriptions: tuple[str, ...] = ()
    """Roles and affiliations that documents give."""
    wikidata: str | None = None
    """The item that an analyst says it is, such as ``Q82156``."""
    merged_into: str | None = None
    """Id of whom an analyst says it is."""
