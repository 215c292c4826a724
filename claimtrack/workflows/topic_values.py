"""What an analyst says of a topic, put into the form in which it is stored."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.domain.words import folded_words
from claimtrack.errors import UsageError
from claimtrack.search.fulltext import search_words

__all__ = ["TopicValues", "topic_values"]

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class TopicValues:
    """Name, phrases and description of an analyst's topic."""

    name: str
    words: tuple[str, ...]
    description: str | None


def topic_values(name: str, words: Sequence[str], description: str | None) -> TopicValues:
    """The values with white space joined; without phrases the name is the phrase, an empty description is none.

    A semicolon, which parts phrases in a CSV, is a blank in a phrase. Raises UsageError for a name without a letter or
    figure, a name or phrase without a word to search for, and characters that no database stores.
    """
    if unstorable := next(filter(_UNSTORABLE.search, (name, *words, description or "")), None):
        raise UsageError(f"{unstorable!r} holds characters that no database stores; leave them out")
    name = " ".join(name.split())
    phrases = tuple(dict.fromkeys(" ".join(phrase.replace(";", " ").split()) for phrase in words or (name,)))
    for phrase in phrases:
        search_words(phrase)
    if not folded_words(name):
        raise UsageError(f"{name!r} is no name; give a short noun phrase")
    return TopicValues(name, phrases, (description or "").strip() or None)
