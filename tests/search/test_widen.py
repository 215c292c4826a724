from claimtrack.domain.filters import StatementFilters
from claimtrack.search.widen import wider


def test_any_of_several_words_is_enough_where_nobody_said_otherwise():
    assert wider(StatementFilters(about="grain ships")) == StatementFilters(about="grain ships", any_word=True)


def test_nothing_is_widened_without_several_words_or_against_the_users_will():
    for filters in (
        StatementFilters(),
        StatementFilters(about="the grain"),
        StatementFilters(about="grain ships", any_word=False),
        StatementFilters(about="grain ships", any_word=True),
    ):
        assert wider(filters) is None
