from datetime import date

from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import AttributionType, SpeechKind, Stance
from claimtrack.search.describe import describe


def test_each_condition_is_one_phrase():
    filters = StatementFilters(
        about="arms",
        speakers=("Russia", "Kim"),
        stances=(Stance.DENIES,),
        topics=("arms transfers",),
        publishers=("Reuters",),
        documents=("a1",),
        since=date(2024, 1, 1),
        until=date(2024, 6, 18),
        types=(AttributionType.BELIEF,),
        kinds=(SpeechKind.DIRECT,),
        anonymous=False,
        denied=True,
        distinct=True,
        limit=3,
    )
    assert describe(filters) == (
        "speaker Russia or Kim",
        "stance denies",
        "about “arms”",
        "topic arms transfers",
        "publisher Reuters",
        "document a1",
        "since 2024-01-01",
        "until 2024-06-18",
        "type belief",
        "kind direct",
        "not anonymous",
        "denied by somebody",
        "copies of one text once",
        "at most 3",
    )


def test_words_of_which_one_is_enough_are_told_apart():
    assert describe(StatementFilters(about="arms transfers", any_word=True)) == ("about any word of “arms transfers”",)


def test_no_type_at_all_means_any_type():
    assert describe(StatementFilters(types=())) == ("of any type",)


def test_no_condition_is_every_statement():
    assert describe(StatementFilters()) == ("every statement",)
