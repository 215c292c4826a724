"""The sentence patterns of the query language, in the order in which they are tried."""

import re
from dataclasses import dataclass, replace
from typing import Any

from claimtrack.domain.filters import StatementFilters
from claimtrack.search.names import looks_like_name, read_names, read_words, unmask
from claimtrack.search.phrases import (
    ADJECTIVES,
    DESCRIBING,
    IGNORED,
    MANNERS,
    NEWSPAPER,
    NOUNS,
    REACTIONS,
    REPORTING,
    UNNAMED,
    VERBS,
    WITHHELD,
    alternatives,
    first_match,
)
from claimtrack.search.tails import Reading, begins_clause, read_tail

__all__ = ["read_sentence"]

_VERB = rf"(?P<verb>{alternatives(VERBS)})(?!\S)(?P<tail>.*)"
_NOUN = rf"(?P<noun>{alternatives(NOUNS)})(?!\S)"
_ADJECTIVES = rf"(?P<adjectives>(?:(?:{alternatives(ADJECTIVES)}|recent|latest|{IGNORED}) )*)"
_DO = "(?:did|does|do|has|have|had)"
_HOW = "(?:what|when|where|why|how(?: often)?)(?: else)?"
_NO_SPEAKER = r"(?:is|are|was|were|has|have|did|does|do|else|if|about)\b"
"""What does not begin a speaker behind "what"."""
_LEADING_MARK = (
    r"(?=(?:about|regarding|concerning|by|attributed to|(?:published|reported|denied|disputed) (?:by|in))(?!\S))"
)
_NO_WORDS = re.compile(rf"\d+|i|i['’]m|we|you|is|are|there|who|what|where|{DESCRIBING}", re.IGNORECASE)
_NOT = re.compile(r"(?:.*\s)?(?:not|never|\w+n['’]t)(?:\s.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pattern:
    form: re.Pattern[str]
    named: bool
    """Whether the speaker has to look like a name."""
    clause: bool
    """Whether the tail has to be empty or begin with a word such as "about"."""

    def match(self, question: str) -> re.Match[str] | None:
        found = self.form.fullmatch(question)
        if found is None:
            return None
        parts = found.groupdict()
        speaker = parts.get("speaker")
        if speaker and (_NOT.fullmatch(speaker) or (self.named and not looks_like_name(speaker))):
            return None
        return found if not self.clause or begins_clause(parts["tail"]) else None


def _pattern(form: str, *, named: bool = False, clause: bool = False) -> _Pattern:
    return _Pattern(re.compile(form, re.IGNORECASE), named, clause)


_PATTERNS = (
    _pattern(rf"(?P<speaker>{UNNAMED})(?P<tail>.*)", clause=True),
    _pattern(rf"(?:what|which|how many) {_ADJECTIVES}{_NOUN} {_DO} (?P<speaker>.+?) {_VERB}"),
    _pattern(rf"who (?:else )?(?:(?:has|have|is|are|was|were) )?{_VERB}"),
    _pattern(rf"what (?:else )?(?:is|was|has been|have been) (?:being )?{_VERB}"),
    _pattern(rf"(?:{_HOW} )?{_DO} (?P<speaker>.+?) {_VERB}"),
    _pattern(rf"(?:{_HOW} )?(?:is|are|was|were) (?P<speaker>.+?) (?=\w+ing\b){_VERB}"),
    _pattern(rf"{_ADJECTIVES}{_NOUN} (?:that )?(?P<speaker>\S.*?) (?:(?:has|have) )?{_VERB}", named=True, clause=True),
    _pattern(rf"(?:everything|anything|whatever|all|what)(?: that)? (?P<speaker>\S+) (?:(?:has|have) )?{_VERB}"),
    _pattern(
        rf"(?:everything|anything|whatever|all|what)(?: that)? (?P<speaker>.+?) (?:(?:has|have) )?{_VERB}",
        named=True,
    ),
    _pattern(rf"what (?P<speaker>(?!{_NO_SPEAKER})\S+(?: \S+){{1,4}}?) (?:(?:has|have) )?{_VERB}", clause=True),
    _pattern(rf"{_ADJECTIVES}{_NOUN}(?P<tail>.*)", clause=True),
    _pattern(rf"{_ADJECTIVES}(?P<noun>refusals? to (?:{WITHHELD}))(?P<tail> .+)"),
    _pattern(
        rf"(?:what (?:is|are|was|were) )?(?P<speaker>\S.*?)(?:['’]s|(?<=s)['’]) {_ADJECTIVES}"
        rf"(?P<noun>{alternatives(NOUNS)}|{REACTIONS})(?!\S)(?P<tail>.*)",
        named=True,
        clause=True,
    ),
    _pattern(r"according to (?P<speaker>[^,]+),?(?P<tail>)"),
    _pattern(r"according to (?P<speaker>[^,]+), (?P<tail>.+)"),
    _pattern(rf"(?P<speaker>\S.*?) (?:(?:has|have) )?{_VERB}", named=True),
    _pattern(rf"(?P<speaker>\S.*?) {_ADJECTIVES}{_NOUN}(?P<tail>.*)", named=True, clause=True),
    _pattern(r"(?P<speaker>\S.*?)(?P<tail> (?:about|regarding|concerning|on) .+)", named=True),
    _pattern(rf"(?P<tail>{_LEADING_MARK}.+)"),
    _pattern(rf"(?P<before>.+?) {_ADJECTIVES}{_NOUN}(?P<tail>.*)", clause=True),
    _pattern(r"(?P<unread>(?:what|who|where|when|why|how|tell|is|are|do) .*?)(?P<tail> (?:about|regarding) .*)"),
)


def read_sentence(question: str, runs: tuple[str, ...]) -> Reading | None:
    """What the first pattern that fits asks for, None where none fits; ``runs`` are the masked quotations."""
    for pattern in _PATTERNS:
        if match := pattern.match(question):
            return _reading(match.groupdict(), runs)
    return None


def _reading(parts: dict[str, str | None], runs: tuple[str, ...]) -> Reading:
    noun, verb = first_match(NOUNS, parts.get("noun") or ""), first_match(VERBS, parts.get("verb") or "")
    adjectives, ignored = _adjectives((parts.get("adjectives") or "").split())
    if unnamed := re.fullmatch(UNNAMED, speaker := parts.get("speaker") or "", re.IGNORECASE):
        speaker, adjectives = (unnamed["office"] or "").lower(), adjectives | {"anonymous": True}
    names, nobody = read_names(speaker, runs)
    about, unread = _before(parts.get("before") or "", runs)
    manner = re.fullmatch(MANNERS, parts.get("verb") or "", re.IGNORECASE)
    unread += tuple(unmask(part, runs) for part in (parts.get("unread"), manner and manner[0]) if part)
    published = re.fullmatch(NEWSPAPER, speaker) and re.fullmatch(REPORTING, parts.get("verb") or "", re.IGNORECASE)
    who = StatementFilters(publishers=names) if published else StatementFilters(speakers=names)
    filters = replace(who, about=about, **(noun | adjectives | verb))
    reading = Reading(filters, unread + ignored + nobody)
    return read_tail(parts["tail"] or "", reading, runs, of_speaker="noun" in parts and "stances" not in noun)


def _before(words: str, runs: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """What words before a noun ask to look for ("vaccine claims"), and those without effect ("false claims")."""
    if any(_NO_WORDS.fullmatch(word) for word in words.split()):
        return None, (unmask(words, runs),)
    return read_words(words, runs), ()


def _adjectives(words: list[str]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The conditions of the adjectives before a noun, and those without effect."""
    conditions: dict[str, Any] = {}
    for word in words:
        conditions |= first_match(ADJECTIVES, word)
    known = re.compile(f"{alternatives(ADJECTIVES)}|{IGNORED}", re.IGNORECASE)
    return conditions, tuple(word for word in words if not known.fullmatch(word))
