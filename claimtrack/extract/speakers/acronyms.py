"""Acronyms of organizations and what they are short for, as far as the document itself spells it out."""

from collections.abc import Iterable, Sequence

from claimtrack.extract.speakers.entities import RawName

__all__ = ["full_names"]

GAP = 2
"""Tokens between a name and its acronym in brackets, or behind ", or": at most the bracket or those two."""


def full_names(names: Iterable[RawName]) -> dict[str, str]:
    """The full name of each acronym among the first mentions of a document's organizations.

    An acronym is spelled out by a name with its initials, or by the name that it follows at once in brackets.
    """
    mentions = list(names)
    found: dict[str, str] = {}
    for short in mentions:
        if len(short.words) == 1 and short.text.isupper() and 2 <= len(short.text) <= 6:
            full = [name for name in mentions if len(name.words) > 1 and _fits(short, name)]
            if len({name.text for name in full}) == 1:
                found[short.text] = full[0].text
    return found


def _fits(short: RawName, full: RawName) -> bool:
    beside = short.paragraph == full.paragraph and 1 < short.first - full.last <= GAP + 1
    initials = _initials(full.words)
    return short.text == initials or (beside and short.text[0] == initials[:1])


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())
