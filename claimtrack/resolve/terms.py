"""The telling words of a text: stemmed, countries under one name, each with a weight that says how telling it is.

The weight is the inverse document frequency (Spärck Jones 1972) in a fixed collection of news, scaled to 0..1. It does
not depend on what the database holds: what two statements have in common must not change as documents arrive.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypeAlias

import Stemmer

from claimtrack.domain.places import countries_in
from claimtrack.domain.words import fold

__all__ = ["Terms", "document_terms", "stem", "telling", "weight_of"]

Terms: TypeAlias = Mapping[str, float]
"""Words by stem (countries by name), with weights between 0 and 1."""

_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST = 0.2
"""What half of all articles have tells nothing: weight 0.1; what every fourth has, 0.2."""
_MOST_KEYS, _MOST_COUNTRIES = 24, 4
_LONGEST = 40
"""Characters of a term that count; longer "words" are data, and no index wants them whole."""


def telling(texts: Iterable[str]) -> dict[str, float]:
    """The telling words of all the texts together."""
    found: dict[str, float] = {}
    for text in texts:
        rest = text
        for country, words in countries_in(text):
            found[country] = _COUNTRY
            rest = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", rest)
        for word in _WORD.findall(rest):
            term = stem(word)
            weight = _weight(term)
            if term and weight >= _LEAST:
                found[term] = weight
    return found


def weight_of(term: str) -> float:
    """How telling a term is, between 0 and 1."""
    return _COUNTRY if term[:1].isupper() else _weight(term)


def document_terms(title: str, text: str) -> list[str]:
    """The words that tell most of what a document is about: often said in it, seldom elsewhere, or in its headline."""
    counts = Counter(stem(word) for word in _WORD.findall(f"{title} {title} {text}"))
    countries = {country for country, _ in countries_in(f"{title} {text}")}
    told = {term: count * _weight(term) ** 2 for term, count in counts.items() if term and _weight(term) >= _LEAST}
    return sorted(countries)[:_MOST_COUNTRIES] + sorted(told, key=lambda term: (-told[term], term))[:_MOST_KEYS]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without case, accents, possessive and ending; a number without commas."""
    if word[0].isdigit():
        return word.replace(",", "")[:_LONGEST]
    folded = re.sub("['’].*", "", fold(word))
    return str(_stemmer().stemWord(_bases().get(folded, folded)))[:_LONGEST]


@cache
def _bases() -> Mapping[str, str]:
    """The base of each irregular form."""
    return {form: base for base, forms in _rows("irregular") for form in forms.split("|")}


@lru_cache(maxsize=100_000)
def _weight(term: str) -> float:
    documents, counts = _frequencies()
    return math.log(documents / counts.get(term, _RARE)) / math.log(documents / _RARE)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english", 0)  # nothing is kept: see ``stem``


@cache
def _frequencies() -> tuple[int, Mapping[str, int]]:
    """How many documents were counted, and how many of them have each stem."""
    counts = {term: int(count) for term, count in _rows("frequencies")}
    return counts.pop(""), counts


def _rows(name: str) -> list[list[str]]:
    lines = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


_RARE = 4
"""What stems count as that too few documents have to be listed."""
_COUNTRY = 0.6
"""Countries are named in many articles and tell, for all that, whom one is about."""
