"""What to look for where nothing has all words of a question."""

from dataclasses import replace

from claimtrack.domain.filters import StatementFilters
from claimtrack.search.fulltext import search_words

__all__ = ["wider"]


def wider(filters: StatementFilters) -> StatementFilters | None:
    """The same filters with any of the words enough; None where there is one word, or ``any_word`` says what to do.

    UsageError where ``about`` has no word to search for.
    """
    if filters.any_word is not None or filters.about is None or len(search_words(filters.about)) == 1:
        return None
    return replace(filters, any_word=True)
