"""The scanner and the patterns that it is made of."""

import re

import pytest

from claimtrack.extract.dates import patterns
from claimtrack.extract.dates.lexicon import time_words
from claimtrack.extract.dates.patterns import kind_patterns, scanner

BLIND = re.compile(scanner().pattern.replace(patterns._opening(time_words()), "", 1))

TEXTS = [
    "On Monday night, last Tuesday, early Wed. and this past Friday he said so; Sunday Times, Super Tuesday.",
    "Jan. 5, 5 June 2023, June 5-7, 2024-06-05, 13/06/2024, the 5th of May, mid-March, late 2019, the 1990s.",
    "Just over a year ago, three days later, the day before, several weeks ago, 18 months ago, days ago.",
    "EARLIER THIS YEAR, Yesterday, overnight, tonight, at Christmas, St. Patrick’s Day, Q3 2023, last fall.",
    "Recently, previously, at the time, that day, in the past, the past two weeks, recent months, half a year.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_quick_look_at_the_first_word_misses_nothing(text: str) -> None:
    assert [match.span() for match in scanner().finditer(text)] == [match.span() for match in BLIND.finditer(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_the_pattern_of_a_kind_finds_what_the_scanner_found(text: str) -> None:
    for match in scanner().finditer(text):
        again = kind_patterns()[patterns.TimeKind(match.lastgroup or "")].match(text, match.start())
        assert again is not None
        assert again.span() == match.span()


@pytest.mark.parametrize(
    "words", [*time_words().festivals, *time_words().vague, *time_words().skip, *time_words().days]
)
def test_every_phrase_of_the_lexicon_is_matched_whole(words: str) -> None:
    phrase = words if words in time_words().skip else words.title().replace("'S", "'s")
    match = scanner().search(phrase) or scanner().search(words)
    assert match is not None
