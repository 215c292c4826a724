"""Where times stand in a text, and what only looks like one."""

import pytest

from claimtrack.extract.dates.expressions import find_times
from claimtrack.extract.dates.patterns import TimeKind


def found(text: str) -> list[str]:
    return [text[slice(*expression.span)] for expression in find_times(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He may say so",
        "on the 14th floor",
        "a Mother's Day card",
        "they march on the capital",
        "a second check was found to march",
        "April Smith said",
        "June Carter said",
        "Theresa May said",
        "to Mays Landing",
        "an august body",
        "the Sunday Times reported",
        "told the Mail on Sunday",
        "on Fox News Sunday",
        "a USA Today poll",
        "Super Tuesday voters",
        "Saturday Night Live mocked him",
        "the Million Man March",
        "Friday Night Lights",
        "on Mondays",
        "in 2000 people",
        "of 2019 votes",
        "room 2019",
        "$2019",
        "1,950 troops",
        "the fall of Rome",
        "prices fall",
        "spring water",
        "weekend plans",
        "May 50,000 people march?",
        "Sun. and moon",
        "mar the day",
        "version 12.06.20245",
        "@monday",
        "the 12-2019-44 form",
        "weekly",
        "Marching in",
        "Christmas shopping",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("On Monday, he said by June 5, 2023 all was well.", ["Monday", "June 5, 2023"]),
        ("In May Trump said", ["May"]),
        ("By May 50,000 people had left", ["May"]),
        ("his October speech", ["October"]),
        ("Trump's October speech", ["October"]),
        ("published early Tuesday local time", ["early Tuesday"]),
        ("LAST WEEK, HE SAID", ["LAST WEEK"]),
        ("in the spring of 2023", ["the spring of 2023"]),
        ("a 2019 report", ["2019"]),
        ("(Reuters) on June 18 -", ["June 18"]),
        ("two\u00a0weeks\u00a0ago", ["two\u00a0weeks\u00a0ago"]),
        ("June 5–7", ["June 5–7"]),
        ("more than a year ago", ["more than a year ago"]),
        ("the last week of October", ["October"]),
        ("in the past, and in the past two days", ["in the past", "the past two days"]),
    ],
)
def test_times_are_cut_out_whole(text: str, times: list[str]) -> None:
    assert found(text) == times


def test_the_word_before_is_told() -> None:
    assert [item.preposition for item in find_times("since Monday, ahead of Tuesday, on Friday")] == [
        "since",
        "ahead of",
        "on",
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("two days after the vote", True),
        ("a day before he resigned", True),
        ("a day prior to the gathering", True),
        ("The week before, he left", False),
        ("the day after.", False),
        ("two days earlier the vote", False),
        ("three days before in Geneva", False),
    ],
)
def test_steps_from_a_named_event_are_marked(text: str, event: bool) -> None:
    (expression,) = find_times(text)
    assert expression.event is event


def test_kinds_are_told_apart() -> None:
    text = "2024-06-05, last week, two weeks ago, in May, recently, the day before, earlier in the week"
    assert [item.kind for item in find_times(text)] == [
        TimeKind.ISO,
        TimeKind.UNIT,
        TimeKind.AGO,
        TimeKind.MONTH,
        TimeKind.VAGUE,
        TimeKind.ADJACENT,
        TimeKind.WITHIN,
    ]


def test_long_hostile_white_space_is_passed_quickly() -> None:
    assert found("the" + " " * 50_000 + "last" + "\t" * 50_000 + "the past ") == []
