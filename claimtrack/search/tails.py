"""What follows the verb or noun of a question: "by Russia of arms transfers", "about sanctions by Kirby"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.places import place_of
from claimtrack.domain.vocabulary import Stance
from claimtrack.search.names import looks_like_name, read_names, read_words, unmask
from claimtrack.search.phrases import UNNAMED

__all__ = ["Reading", "begins_clause", "read_tail"]

_BE = "(?:(?:(?:that|which) )?(?:were|are|was|is|have been|has been) )?"
_MARK = re.compile(
    r"(?<!\S)(?:"
    r"(?P<publisher>(?:published|reported|carried|printed) (?:by|in))"
    r"|(?P<inside>in)"
    rf"|(?P<denied_by>{_BE}(?:denied|disputed|rejected|dismissed) by)"
    rf"|(?P<undenied>(?:{_BE}|(?:that|which) (?:was|were|has|have)n['’]t )(?:not |never )(?:been )?(?:denied|disputed)"
    r"|(?:(?:that|which) )?(?:(?:was|were)n['’]t|ha(?:s|ve)n['’]t been) (?:denied|disputed)"
    r"|(?:(?:that|which) )?(?:nobody|no one|no-one) (?:has |have )?(?:ever )?(?:den(?:y|ies|ied)|dispute[sd]?))"
    r"|(?P<denied_too>(?:that|which) (?:some|any)(?:body|one)(?: else)? (?:has )?(?:denie[sd]|dispute[sd]))"
    rf"|(?P<denied>{_BE}(?:denied|disputed))"
    rf"|(?P<by>(?:{_BE}(?:made|given|issued|put forward) )?by|according to|attributed to|on behalf of|from)"
    r"|(?P<about>about|regarding|concerning|relating to|related to|involving|(?:(?:that|which) )?mention(?:s|ed|ing)?)"
    r"|(?P<weak>on|over|of|that|against|towards?|to)"
    r"|(?P<rest>since|until)"
    r")(?!\S)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(UNNAMED, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a part of a question asks for, and the words of it that had no effect."""

    filters: StatementFilters = field(default_factory=StatementFilters)
    leftovers: tuple[str, ...] = ()


def begins_clause(tail: str) -> bool:
    """Whether the words are none, or begin with one that can follow a noun: "about", "by", "that" …"""
    return not tail.strip() or _MARK.match(tail.strip()) is not None


def read_tail(tail: str, reading: Reading, runs: tuple[str, ...], *, of_speaker: bool = False) -> Reading:
    """Add what the words after a verb or noun ask for; ``of_speaker``: "of" before a name means "by"."""
    pieces = list(_pieces(tail, of_speaker=of_speaker))
    has_about = any(kind == "about" for kind, _ in pieces)
    for kind, words in pieces:
        reading = _add(reading, "rest" if kind == "bare" and has_about else kind, words, runs)
    return reading


def _pieces(tail: str, *, of_speaker: bool) -> Iterator[tuple[str, str]]:
    """The tail cut at each mark that begins something new, each piece with its kind."""
    kind, start = "bare", 0
    for mark in _MARK.finditer(tail):
        begun = tail[start : mark.start()].strip()
        following = _following(mark, kind if begun else "", of_speaker=of_speaker)
        if following is None:
            continue
        if begun:
            yield kind, begun
        whole = following in {"denied", "undenied"}
        if whole:
            yield following, mark[0]
        kind = "bare" if whole else following
        start = mark.start() if following == "rest" else mark.end()
    if rest := tail[start:].strip():
        yield kind, rest


def _following(mark: re.Match[str], inside: str, *, of_speaker: bool) -> str | None:
    """The kind of piece that a mark begins, None where it is a word like any other of the piece around it.

    "by" among looked-for words begins a speaker only before a name: "claims about strikes by drones".
    """
    word, found = mark[0].lower(), mark.lastgroup
    before_name = looks_like_name(_first_word(mark.string[mark.end() :]))
    if found == "denied_too":
        return "denied"
    if found == "inside":
        return "publisher" if not inside and before_name and not _names_place(mark.string[mark.end() :]) else None
    if found == "by" and inside in {"about", "bare"}:
        return None if word == "from" or (word == "by" and not before_name) else "by"
    if found == "about" and inside == "about":
        return None
    if found != "weak":
        return found
    if word == "of" and before_name:
        return "by" if of_speaker and not inside else None if inside else "about"
    return "about" if inside in {"", "by"} else None


def _names_place(text: str) -> bool:
    """Whether a country or capital is named first: claims are made in it, not published by it."""
    words = [word.strip(",") for word in text.split() if word.lower() not in {"the", "a", "an"}]
    return any(place_of(" ".join(words[:length])) for length in (1, 2, 3))


def _first_word(text: str) -> str:
    """The first word that is no article."""
    return next((word for word in text.split() if word.lower() not in {"the", "a", "an"}), "")


def _add(reading: Reading, kind: str, words: str, runs: tuple[str, ...]) -> Reading:
    filters, leftovers = reading.filters, reading.leftovers
    if kind in {"by", "denied_by"} and (unnamed := _UNNAMED.fullmatch(words)):
        filters, words = replace(filters, anonymous=True), (unnamed["office"] or "").lower()
    if kind in {"by", "denied_by", "publisher"}:
        names, nobody = read_names(words, runs)
        field = "publishers" if kind == "publisher" else "speakers"
        filters = replace(filters, **{field: getattr(filters, field) + names})
        if kind == "denied_by":
            filters = replace(filters, stances=(Stance.DENIES,))
        return Reading(filters, leftovers + nobody)
    if kind in {"about", "bare"}:
        found = read_words(words, runs)
        if found is None:
            return Reading(filters, (*leftovers, unmask(words, runs)))
        return Reading(replace(filters, about=f"{filters.about or ''} {found}".strip()), leftovers)
    if kind in {"denied", "undenied"}:
        return Reading(replace(filters, denied=kind == "denied"), leftovers)
    return Reading(filters, (*leftovers, unmask(words, runs)))
