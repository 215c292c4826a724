"""The word lists of this stage, read once from ``claimtrack/extract/lexicons``."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["PeopleWords", "Place", "given_names", "honorifics", "people", "place_of", "table", "words"]


@cache
def table(name: str) -> dict[str, dict[str, list[str] | str]]:
    """A TOML file of the lexicons, by its name without suffix."""
    text = files("claimtrack.extract").joinpath("lexicons", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def words(name: str, group: str, key: str = "nouns") -> frozenset[str]:
    """One list of a TOML file: an array, or one string of words; KeyError where there is none."""
    values = table(name)[group][key]
    return frozenset(values.split() if isinstance(values, str) else values)


def rows(name: str) -> Iterator[list[list[str]]]:
    """The rows of a TSV file: columns, each with its values."""
    text = files("claimtrack.extract").joinpath("lexicons", f"{name}.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield [[value for value in column.split("|") if value] for column in line.split("\t")]


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
    for (name,), others, demonyms, capitals in rows("countries"):
        country = Place(name, name)
        people = Place(name, name, demonym=True)
        found |= dict.fromkeys([name, *others, *capitals], country)
        found |= {word: people for word in demonyms if word not in found}
    for (name,), others, owners in rows("seats"):
        found |= dict.fromkeys([name, *others], Place(name, owners[0] if owners else None))
    return found


def place_of(text: str) -> Place | None:
    """The country or seat that the words name, an article in front left aside; None for anything else."""
    places = _places()
    return places.get(text) or places.get(text.removeprefix("the ").removeprefix("The "))


@dataclass(frozen=True)
class PeopleWords:
    """Nouns for people, by what they tell."""

    roles: frozenset[str]
    """Nouns for one person, lower case, and titles with their abbreviations."""
    offices: frozenset[str]
    spokes: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    relations: frozenset[str]
    public_groups: frozenset[str]
    unnamed_groups: frozenset[str]
    takes_up: dict[str, frozenset[str]]
    """The nouns of a role that a later noun may stand for, beside itself."""
    abbreviations: dict[str, str]
    """Titles with a point and the noun that each is short for: ``sen.``, ``senator``."""


@cache
def people() -> PeopleWords:
    """The nouns for people."""
    offices, spokes = words("people", "office"), words("people", "speaks_for")
    titles = {short: str(noun) for short, noun in table("titles")["offices"].items()}
    return PeopleWords(
        roles=words("people", "person") | offices | spokes | titles.keys() | words("people", "relation"),
        offices=offices,
        spokes=spokes,
        male=words("people", "male"),
        female=words("people", "female"),
        relations=words("people", "relation"),
        public_groups=words("people", "public_group"),
        unnamed_groups=words("people", "unnamed_group"),
        takes_up={noun: frozenset(others) for noun, others in table("people")["takes_up"].items()},
        abbreviations=titles,
    )


@cache
def honorifics() -> frozenset[str]:
    """Courtesy titles, lower case."""
    return frozenset().union(*(words("titles", "honorifics", gender) for gender in ("male", "female", "either")))


@cache
def given_names() -> frozenset[str]:
    """Given names of either gender, capitalised."""
    lists = (words("given_names", gender, "names") for gender in ("male", "female", "either"))
    return frozenset().union(*lists)
