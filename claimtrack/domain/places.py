"""Countries, capitals and seats of government: which one a word of the news means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Place", "columns", "countries_in", "place_of"]

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


def columns(name: str) -> Iterator[list[list[str]]]:
    """The rows of ``countries.tsv`` or ``seats.tsv`` (named without suffix); each column a list of values."""
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield [[value for value in column.split("|") if value] for column in line.split("\t")]


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


def countries_in(text: str) -> Iterator[tuple[str, str]]:
    """The countries that a text speaks of by name, adjective, capital or seat, each with the words that say so."""
    for found in _mentions().finditer(text):
        place = place_of(found[0])
        if place is not None and place.country:
            yield place.country, found[0]


@cache
def _mentions() -> re.Pattern[str]:
    longest_first = sorted(_places(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
