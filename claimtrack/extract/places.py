"""Countries, capitals and seats of government: which one a word of the news means."""

from dataclasses import dataclass
from functools import cache

from claimtrack.extract.lexicons import columns

__all__ = ["Place", "place_of"]

_SHORTEST_IN_CAPITALS = 4
"""Shorter words in capitals are abbreviations."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country, or a seat of government that speaks under its own name."""

    name: str
    country: str | None
    """The country that it speaks for: its own name for a country, None where a seat belongs to none."""
    demonym: bool = False
    """True where the word was an adjective or a name of the people (``Russian``, ``Russians``)."""

    @property
    def is_seat(self) -> bool:
        """Whether it is a seat, not a country."""
        return self.name != self.country


@cache
def _places() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for (name,), others, demonyms, capitals in columns("countries"):
        country = Place(name, name)
        people = Place(name, name, demonym=True)
        found |= dict.fromkeys([name, *others, *capitals], country)
        found |= {word: people for word in demonyms if word not in found}
    for (name,), others, owners in columns("seats"):
        found |= dict.fromkeys([name, *others], Place(name, owners[0] if owners else None))
    return found


def place_of(text: str) -> Place | None:
    """The country or seat that the words name, an article in front left aside; None for anything else.

    Capitals throughout, as in datelines, are read as if only the first letters were large.
    """
    places = _places()
    usual = text.title() if text.isupper() and len(text) >= _SHORTEST_IN_CAPITALS else text
    return places.get(text) or places.get(usual.removeprefix("the ").removeprefix("The "))
