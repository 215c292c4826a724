from datetime import date

import pytest

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.errors import UsageError
from claimtrack.search.merge import merge


def test_what_the_question_leaves_open_the_options_decide():
    merged = merge(StatementFilters(about="arms"), StatementFilters(speakers=("Russia",), limit=5, denied=True))
    assert merged == StatementFilters(about="arms", speakers=("Russia",), limit=5, denied=True)


def test_what_the_options_leave_open_the_question_decides():
    question = StatementFilters(stances=(Stance.DENIES,), types=(AttributionType.BELIEF,), anonymous=True)
    assert merge(question, StatementFilters()) == question


def test_several_values_are_narrowed_to_the_shared_ones():
    merged = merge(StatementFilters(speakers=("Kim", "Putin")), StatementFilters(speakers=("Putin", "Kirby")))
    assert merged.speakers == ("Putin",)


def test_the_words_of_both_are_looked_for():
    merged = merge(StatementFilters(about="arms"), StatementFilters(about="Russia", any_word=True))
    assert merged == StatementFilters(about="arms Russia", any_word=True)


def test_an_option_without_words_is_no_missing_option():
    assert merge(StatementFilters(), StatementFilters(about="")).about == ""


def test_the_narrower_dates_win():
    question = StatementFilters(since=date(2024, 1, 1), until=date(2024, 12, 31))
    options = StatementFilters(since=date(2024, 6, 1), until=date(2025, 6, 1))
    assert (merge(question, options).since, merge(question, options).until) == (
        date(2024, 6, 1),
        date(2024, 12, 31),
    )


@pytest.mark.parametrize(
    ("question", "options", "message"),
    [
        (
            {"speakers": ("Kim",)},
            {"speakers": ("Putin",)},
            "asks for Kim, but --speaker for Putin: give only one",
        ),
        (
            {"stances": (Stance.DENIES,)},
            {"stances": (Stance.ASSERTS,)},
            "asks for denies, but --stance for asserts",
        ),
        ({"anonymous": True}, {"anonymous": False}, "the opposite of --anonymous/--named"),
        ({"denied": True}, {"denied": False}, "the opposite of --denied/--undenied"),
        ({"any_word": True}, {"any_word": False}, "the opposite of --any-word/--all-words"),
        ({"since": date(2024, 6, 1)}, {"until": date(2024, 5, 1)}, "since 2024-06-01 and until 2024-05-01"),
    ],
)
def test_a_contradiction_says_what_to_change(question, options, message):
    with pytest.raises(UsageError, match=message):
        merge(StatementFilters(**question), StatementFilters(**options))
