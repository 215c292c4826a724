"""Finds time expressions in a text, without resolving them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from claimtrack.domain.spans import Span
from claimtrack.extract.dates.lexicon import clause_words, time_words
from claimtrack.extract.dates.patterns import TimeKind, kind_patterns, scanner

__all__ = ["TimeExpression", "find_times"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of a text that name a time, relative or absolute."""

    span: Span
    """Characters of the text that was searched, the preposition left out."""
    kind: TimeKind
    fields: dict[str, str]
    """The expression's parts by name, in lower case."""
    preposition: str = ""
    """The word directly before, in lower case: ``on``, ``since``, ``ahead of``."""
    event: bool = False
    """Counted from an event that the text names: "a day before the summit"."""

    @property
    def goes_back(self) -> bool:
        """Whether it looks back from another time, which the text then goes on from: "the day before"."""
        return self.kind in _SHIFTS and ("back" in self.fields or self.fields.get("way") in {"previous", "preceding"})

    @property
    def of_day(self) -> bool:
        """Whether it takes up a day spoken of: "that night"."""
        return self.kind is TimeKind.VAGUE and self.fields["vague"].split()[-1] in {
            "day",
            "night",
            "evening",
            "morning",
            "afternoon",
        }


def find_times(text: str) -> list[TimeExpression]:
    """The time expressions of a text in their order; none overlap."""
    found = []
    for match in scanner().finditer(text):
        kind = TimeKind(match.lastgroup or "")
        if kind is TimeKind.SKIP:
            continue
        parts = kind_patterns()[kind].match(text, match.start())
        if parts is None:  # pragma: no cover - the scanner is made of the same patterns
            continue
        fields = {name: _plain(value) for name, value in parts.groupdict().items() if value}
        words = _Surroundings(_before(text, match.start()), text[match.end() : match.end() + 20], match.group())
        if _plausible(kind, fields, words):
            span = Span(match.start(), match.end())
            event = kind in _SHIFTS and _names_an_event(words)
            found.append(TimeExpression(span, kind, fields, words.preposition, event))
    return found


@dataclass(frozen=True, slots=True)
class _Surroundings:
    preposition: str
    after: str
    itself: str


_SHIFTS = frozenset({TimeKind.SHIFTED, TimeKind.ADJACENT})
_WORD_BEFORE = re.compile(r"(ahead of|[\w'’]+)[\s\"“‘(]*\Z", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"['’]?s?\s+[a-z]")
_EVENT_AFTER = re.compile(r"\s+(?!(?:in|at|on|that|and|but|to|during|via|by|as|from|with|who|which)\b)\w")
_COUNTED_AFTER = re.compile(
    r"\s+(?:people|men|women|votes|miles|troops|soldiers|cases|dollars|euros|pounds|feet|jobs)\b"
)


def _before(text: str, start: int) -> str:
    match = _WORD_BEFORE.search(text, max(start - 24, 0), start)
    return match.group(1).lower().replace("’", "'") if match else ""


def _plain(value: str) -> str:
    return " ".join(value.lower().replace("’", "'").split())


def _plausible(kind: TimeKind, fields: dict[str, str], words: _Surroundings) -> bool:
    guard = _guards().get(kind)
    return guard is None or guard(fields, words)


@cache
def _guards() -> dict[TimeKind, Callable[[dict[str, str], _Surroundings], bool]]:
    return {
        TimeKind.MONTH: _month_is_meant,
        TimeKind.YEAR: _year_is_meant,
        TimeKind.AGO: lambda _, words: words.preposition != "half",
        TimeKind.WEEKDAY: lambda _, words: not (words.preposition == "the" and _NAMED_WITH.match(words.after)),
        TimeKind.SEASON: _season_is_meant,
        TimeKind.UNIT: lambda _, words: words.preposition != "the",
        TimeKind.WEEKEND: lambda fields, words: "det" in fields or words.preposition in _OCCASION,
        TimeKind.FESTIVAL: _festival_is_meant,
        TimeKind.DAY_ONLY: lambda _, words: words.preposition in _DAY_ONLY and not _NAMED_AFTER.match(words.after),
    }


_NAMED_WITH = re.compile(r"\s+[A-Z]")
"""Behind "the Thursday": a name, as in "the Thursday XI"."""
_DAY_ONLY = frozenset({"on", "since"})
_NAMED_AFTER = re.compile(r"\s+(?!(?:that|to|and|but|in|at|as|by|of|with|when|he|she|it|they)\b)\w")
_WORD_AFTER = re.compile(r"\s+(\w+)")
_OCCASION = frozenset({"over", "at", "on", "during", "through", "throughout"})
_STRICT = frozenset(
    {"in", "since", "until", "till", "by", "during", "before", "after", "through", "throughout", "from"}
)


def _month_is_meant(fields: dict[str, str], words: _Surroundings) -> bool:
    if fields.keys() & {"det", "shade", "year", "which"}:
        return True
    if not words.itself.endswith(".") and fields["month"].rstrip(".") != words.itself.lower():
        return False
    if fields["month"] in time_words().ambiguous_months:
        return words.preposition in _STRICT
    if len(fields["month"]) <= 4 and not words.itself.endswith(".") and fields["month"] not in {"may", "june", "july"}:
        return False
    return words.preposition in time_words().time_prepositions or (
        _is_determiner(words.preposition) and bool(_NOUN_AFTER.match(words.after))
    )


def _year_is_meant(fields: dict[str, str], words: _Surroundings) -> bool:
    if _COUNTED_AFTER.match(words.after):
        return False
    if "shade" in fields or words.preposition in _STRICT:
        return True
    return _is_determiner(words.preposition) and bool(_NOUN_AFTER.match(words.after))


def _festival_is_meant(fields: dict[str, str], words: _Surroundings) -> bool:
    """By a year, a preposition, or what was said or held on it: "a May Day rally"."""
    if fields.keys() & {"det", "year", "which"} or words.preposition in time_words().time_prepositions:
        return True
    noun = _WORD_AFTER.match(words.after)
    return noun is not None and noun[1].lower() in clause_words().media | clause_words().occasions


def _season_is_meant(fields: dict[str, str], words: _Surroundings) -> bool:
    if fields.keys() & {"det", "year", "which"}:
        return True
    return words.preposition in _STRICT | {"over"} and not words.after.startswith(" of ")


def _is_determiner(word: str) -> bool:
    return word in time_words().determiners or word.endswith(("'s", "s'"))


def _names_an_event(words: _Surroundings) -> bool:
    """Whether "before", "after" or "prior to" goes on to say of what."""
    ending = words.itself.lower().rsplit(None, 1)[-1]
    if ending == "to":
        return True
    return ending in {"before", "after", "prior"} and bool(_EVENT_AFTER.match(words.after))
