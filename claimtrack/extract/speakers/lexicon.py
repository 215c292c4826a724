"""The word lists of this stage, read once from ``claimtrack/extract/lexicons``."""

from dataclasses import dataclass
from functools import cache

from claimtrack.extract.lexicons import table, words

__all__ = ["PeopleWords", "given_names", "honorifics", "people"]


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
