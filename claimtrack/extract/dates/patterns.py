"""Regular expressions of time, one a kind, built from the lexicon."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from claimtrack.extract.dates.lexicon import TimeWords, time_words

__all__ = ["TimeKind", "kind_patterns", "scanner"]


class TimeKind(StrEnum):
    """Shapes of time expressions, in the order in which they are tried."""

    SKIP = "skip"
    """Looks like a time and is a name."""
    ISO = "iso"
    NUMERIC = "numeric"
    MONTH_DAY = "month_day"
    DAY_MONTH = "day_month"
    DAY_ONLY = "day_only"
    """The 14th, of whichever month is running."""
    FESTIVAL = "festival"
    AGO = "ago"
    """So long before publication."""
    PAST = "past"
    """The past two weeks."""
    RECENT = "recent"
    SHIFTED = "shifted"
    """So long before or after another time: "three days earlier"."""
    ADJACENT = "adjacent"
    """The unit before or after another time: "the day before", "the following week"."""
    WITHIN = "within"
    """Earlier in the week."""
    VAGUE = "vague"
    WEEKDAY = "weekday"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    WEEKEND = "weekend"
    UNIT = "unit"
    """Last week, this year, next month."""
    DAY = "day"
    """Today, last night, this morning."""
    DECADE = "decade"
    YEAR = "year"


@cache
def kind_patterns() -> dict[TimeKind, re.Pattern[str]]:
    """The pattern of each kind, its parts as named groups; to be matched where the scanner found it."""
    return {kind: re.compile(_BOUND + source) for kind, source in _sources(time_words()).items()}


@cache
def scanner() -> re.Pattern[str]:
    """All kinds in one pattern; the name of the last group is the kind."""
    words = time_words()
    parts = (f"(?P<{kind}>{_anonymous(source)})" for kind, source in _sources(words).items())
    return re.compile(_BOUND + _opening(words) + "(?:" + "|".join(parts) + ")")


_BOUND = r"(?<![\w@#$£€])"
_END = r"(?!\w)"
_NO_AMOUNT = r"(?!\d|[,.:]\d|\s?(?:%|percent|per cent|million|billion|thousand|hundred))"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d,]*\d|[-–]\d{3})" + _END
_SPACE = r"[^\S\r\n]+"


def _sources(words: TimeWords) -> dict[TimeKind, str]:
    return {**_absolute(words), **_relative(words), **_named(words), **_fixed(words)}


def _absolute(words: TimeWords) -> dict[TimeKind, str]:
    month = f"(?P<month>{_months(words)})"
    weekday = f"(?:(?:{_any(words.spellings['weekdays'])}),?{_SPACE})?"
    day = rf"(?:the{_SPACE})?(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    until = r"(?:\s?[-–—]\s?(?P<until>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|(?!\s?[-–—]\s?\d))"
    year = rf"(?:,?{_SPACE}(?:of{_SPACE})?(?:{_YEAR}|(?P<which>last|this){_SPACE}year\b))?"
    of = rf"{_SPACE}(?:of{_SPACE})?"
    part = rf"(?:{_SPACE}(?:{_any(words.parts_of_day)}){_END})?"
    festival = f"(?P<festival>{_any(words.spellings['festivals'])})"
    eve = rf"(?:(?P<eve>(?i:the{_SPACE}eve{_SPACE}of)){_SPACE})?"
    return {
        TimeKind.SKIP: f"(?:{_any(words.skip)}){_END}",
        TimeKind.ISO: r"(?P<year>(?:1[89]|20)\d\d)[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)(?![-/\d])",
        TimeKind.NUMERIC: r"(?P<one>\d\d?)[./](?P<two>\d\d?)[./](?P<year>(?:1[89]|20)\d\d)(?![./]?\d)",
        TimeKind.MONTH_DAY: rf"{weekday}{month}{_SPACE}{day}{_NO_AMOUNT}{until}{_END}{year}",
        TimeKind.DAY_MONTH: rf"{weekday}{day}{until}{of}{month}{_END}{year}",
        TimeKind.DAY_ONLY: rf"the{_SPACE}(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th){_END}",
        TimeKind.FESTIVAL: rf"{eve}(?:(?P<det>(?i:last|this|next)){_SPACE})?{festival}{_END}{part}{year}",
    }


def _relative(words: TimeWords) -> dict[TimeKind, str]:
    unit = _any(words.units)
    number = f"(?P<number>{_any([*words.numbers, *words.vague_numbers])}|" + r"\d{1,3})"
    about = f"(?:(?:{_any(words.approximators)}){_SPACE})?"
    exactly = rf"(?:(?P<exactly>exactly|precisely){_SPACE})?"
    count = rf"{exactly}{about}{number}(?:{_SPACE}and{_SPACE}a{_SPACE}half)?{_SPACE}(?P<unit>{unit})s?"
    back = rf"(?P<back>earlier|before|previously|prior(?:{_SPACE}to)?)"
    onward = r"(?P<onward>later|after|afterwards|afterward)"
    stretch = rf"(?:(?:the|these|this){_SPACE})?(?:past|last){_SPACE}{number}{_SPACE}(?P<unit>{unit})s?"
    single = rf"(?:the{_SPACE}(?:past|last)|this{_SPACE}past){_SPACE}(?P<single>{unit})(?!{_SPACE}of\b)"
    either = f"{unit}|{_any(words.spellings['weekdays'])}"
    beside = rf"(?P<unit>{either}){_SPACE}(?:(?P<back>before|prior)|(?P<onward>after))"
    old = rf"(?P<twice>{unit}){_SPACE}before{_SPACE}last"
    way = rf"(?P<way>previous|preceding|following|next){_SPACE}(?P<other>{either})"
    shade, whole = "(?P<shade>earlier|later|early|late)", "(?P<unit>day|week|month|year)"
    return {
        TimeKind.AGO: rf"(?i:(?:{count}|(?P<plural>{unit})s){_SPACE}ago(?:{_SPACE}(?P<exact>today))?){_END}",
        TimeKind.PAST: rf"(?i:{stretch}|{single}){_END}",
        TimeKind.RECENT: rf"(?i:(?:the{_SPACE})?(?:most{_SPACE})?recent{_SPACE}(?P<unit>{unit})s){_END}",
        TimeKind.SHIFTED: rf"(?i:{count}{_SPACE}(?:{back}|{onward})){_END}",
        TimeKind.ADJACENT: rf"(?i:the{_SPACE}(?:{old}|{beside}|{way})(?!{_SPACE}(?:yesterday|tomorrow))){_END}",
        TimeKind.WITHIN: rf"(?i:{shade}{_SPACE}(?:in|on){_SPACE}(?:the|that){_SPACE}{whole}){_END}",
    }


def _named(words: TimeWords) -> dict[TimeKind, str]:
    shade = _shade(words)
    the = rf"(?:(?P<the>the){_SPACE})?"
    det = rf"(?:(?P<det>(?i:this{_SPACE}past|last|past|this|next|previous)){_SPACE})?"
    part = rf"(?:{_SPACE}(?:{_any(words.parts_of_day)}){_END})?"
    of_year = rf"(?:,?{_SPACE}(?:of{_SPACE}|in{_SPACE})?(?:{_YEAR}|(?P<which>last|this){_SPACE}year\b))?"
    of_week = rf"(?:{_SPACE}(?:of{_SPACE})?(?P<which>last|this|next){_SPACE}week\b)?"
    weekday = f"(?P<weekday>{_any(words.spellings['weekdays'])})"
    quarter = rf"(?:(?P<ordinal>{_any(words.ordinals)}){_SPACE}quarter|Q(?P<q>[1-4]))"
    season = f"(?P<season>{_any(words.seasons)})"
    return {
        TimeKind.WEEKDAY: rf"{shade}{det}{weekday}{_END}{part}{of_week}",
        TimeKind.MONTH: rf"{shade}{det}(?P<month>{_months(words)}){_END}{of_year}",
        TimeKind.SEASON: rf"(?i:{shade}{the}{det}{season}{_END}{of_year})",
        TimeKind.QUARTER: rf"(?i:{shade}{the}{det}{quarter}{_END}{of_year})",
        TimeKind.WEEKEND: rf"(?i:{the}{det}weekend){_END}",
    }


def _fixed(words: TimeWords) -> dict[TimeKind, str]:
    shade = _shade(words)
    unit = "week|month|quarter|year|fortnight"
    part = rf"(?:{_SPACE}(?:{_any(words.parts_of_day)}){_END})?"
    twice = rf"(?P<twice>the{_SPACE}day{_SPACE}before{_SPACE}yesterday)"
    day = f"(?P<day>{_any(words.days)})"
    amount = r"\d+|" + _any([*words.numbers, *words.vague_numbers, *words.units])
    return {
        TimeKind.UNIT: rf"(?i:{shade}(?P<det>last|this|next|coming){_SPACE}(?P<unit>{unit})){_END}",
        TimeKind.DAY: rf"(?i:{twice}|(?:(?:earlier|later|late|early){_SPACE})?{day}{part}){_END}",
        TimeKind.DECADE: rf"(?i:(?:the{_SPACE})?{shade}(?P<decade>(?:1[89]|20)\d0)s){_END}",
        TimeKind.YEAR: rf"(?i:{shade}){_YEAR}",
        TimeKind.VAGUE: rf"(?P<vague>(?i:{_any(words.vague)})){_END}(?!{_SPACE}(?:{amount}){_END})",
    }


def _shade(words: TimeWords) -> str:
    return rf"(?:(?P<shade>(?i:{_any(words.shades)}))(?:{_SPACE}(?:in|on){_SPACE}|{_SPACE}|-))?"


def _opening(words: TimeWords) -> str:
    """The words that an expression can begin with, grouped by first letter, to look at before all else."""
    phrases = [
        *words.skip, *words.numbers, *words.vague_numbers, *words.approximators, *words.shades, *words.vague,
        *words.seasons, *words.ordinals, *words.days, *words.openings, *words.spellings["months"],
        *words.spellings["weekdays"], *words.spellings["festivals"], *(unit + "s" for unit in words.units),
    ]  # fmt: skip
    by_letter: dict[str, set[str]] = {}
    for phrase in phrases:
        word = re.split(r"[ .'-]", phrase.lower())[0]
        by_letter.setdefault(word[0], set()).add(word[1:])
    groups = (
        f"[{letter}{letter.upper()}](?i:{'|'.join(sorted(map(re.escape, rest)))}){_END}"
        for letter, rest in sorted(by_letter.items())
    )
    return rf"(?=\d|{'|'.join(groups)})"


def _any(words: Iterable[str]) -> str:
    """Any of the words, longer ones first; a space stands for white space, either apostrophe for both."""
    ordered = sorted(words, key=len, reverse=True)
    escaped = (re.escape(word).replace(r"\ ", _SPACE).replace("'", "['’]") for word in ordered)
    return "|".join(escaped)


def _months(words: TimeWords) -> str:
    """The months; the full stop of an abbreviation may be missing."""
    return _any(words.spellings["months"]).replace(r"\.", r"\.?")


def _anonymous(source: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", source)
