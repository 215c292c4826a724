"""The query language: plain English questions turned into filters by fixed patterns, never by guessing.

A question is read from the outside in: dates first ("since June 2024"), then one of the sentence patterns
("what did … say about …", "who denies …", "denials by …"), whose pieces are speakers, a stance and words.
What fits no pattern is looked for as words. Quotation marks keep words together from being read.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from claimtrack.domain.filters import StatementFilters
from claimtrack.search.describe import describe
from claimtrack.search.names import mask_quotes, read_words, unmask
from claimtrack.search.sentences import read_sentence
from claimtrack.search.tails import Reading
from claimtrack.search.when import take_dates

__all__ = ["Understanding", "understand"]

_POLITE = re.compile(
    r"\A(?:(?:please|can you|could you|show|list|find|give|get|tell|search for|search|me|i want|i need|are there"
    r"|i(?:['’]m| am) looking for|looking for) )+|,? please\Z",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"\b(what|who|where|when|why|how)['’](s been|s|re|d|ve)\b", re.IGNORECASE)
_IN_FULL = {"s been": "has been", "s": "is", "re": "are", "d": "did", "ve": "have"}
_EDGES = " ?!.,;:"
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question was taken to ask."""

    filters: StatementFilters
    readings: tuple[str, ...]
    """The filters in words, one phrase per condition; "every statement" where nothing narrows."""
    leftovers: tuple[str, ...]
    """Words of the question that had no effect."""


def understand(question: str, today: date | None = None) -> Understanding:
    """The filters that a question asks for; never raises, whatever the text.

    ``today`` gives "last week" and "in June" their meaning; without it such words are left over. In a text
    of more than 1,000 characters nothing is read: its words are looked for.
    """
    masked, runs = mask_quotes(" ".join(question.split()))
    if len(masked) > _LONGEST:
        return _understanding(StatementFilters(about=read_words(masked, runs)), ())
    dated = take_dates(masked, today)
    rest = _SHORTENED.sub(lambda match: f"{match[1]} {_IN_FULL[match[2].lower()]}", dated.rest.strip(_EDGES))
    reading = _read(_POLITE.sub("", rest).strip(_EDGES), runs)
    filters = replace(reading.filters, since=dated.since, until=dated.until)
    return _understanding(filters, dated.leftovers + reading.leftovers)


def _read(question: str, runs: tuple[str, ...]) -> Reading:
    if reading := read_sentence(question, runs):
        return reading
    words = read_words(question, runs)
    unreadable = unmask(question, runs) if words is None else ""
    return Reading(StatementFilters(about=words), (unreadable,) if unreadable else ())


def _understanding(filters: StatementFilters, leftovers: tuple[str, ...]) -> Understanding:
    return Understanding(filters, describe(filters), leftovers)
