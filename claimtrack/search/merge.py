"""A question and the options beside it, joined into one set of filters."""

from typing import Any

from claimtrack.domain.filters import StatementFilters
from claimtrack.errors import UsageError

__all__ = ["merge"]

_DEFAULT = StatementFilters()
_LISTS = {
    "speakers": "--speaker",
    "stances": "--stance",
    "topics": "--topic",
    "publishers": "--publisher",
    "documents": "--document",
    "types": "--type",
    "kinds": "--kind",
    "statuses": "--status",
}


def merge(question: StatementFilters, options: StatementFilters) -> StatementFilters:
    """The filters that let through what both let through; what one leaves open the other decides.

    Words of both are looked for; where any word is enough, one of either's is.
    UsageError where both say something of one condition and nothing could meet both.
    """
    since = max(filter(None, (question.since, options.since)), default=None)
    until = min(filter(None, (question.until, options.until)), default=None)
    if since and until and since > until:
        raise UsageError(
            f"Nothing is said since {since} and until {until}: give an earlier --since or a later --until."
        )
    return StatementFilters(
        about=_words(question.about, options.about),
        meaning=options.meaning,
        least=options.least,
        any_word=_flag(question.any_word, options.any_word, "--any-word/--all-words"),
        since=since,
        until=until,
        anonymous=_flag(question.anonymous, options.anonymous, "--anonymous/--named"),
        denied=_flag(question.denied, options.denied, "--denied/--undenied"),
        distinct=question.distinct or options.distinct,
        limit=question.limit if options.limit is None else options.limit,
        **{field: _shared(field, question, options) for field in _LISTS},
    )


def _words(*given: str | None) -> str | None:
    known = [words for words in given if words is not None]
    return " ".join(known) if known else None


def _shared(field: str, question: StatementFilters, options: StatementFilters) -> Any:
    asked, opted, default = (getattr(filters, field) for filters in (question, options, _DEFAULT))
    if asked == default:
        return opted
    if opted == default:
        return asked
    shared = tuple(value for value in asked if value in opted)
    if not shared:
        raise UsageError(
            f"The question asks for {' or '.join(asked)}, but {_LISTS[field]} for {' or '.join(opted)}: "
            "give only one of the two."
        )
    return shared


def _flag(asked: bool | None, opted: bool | None, option: str) -> bool | None:
    if None not in {asked, opted} and asked != opted:
        raise UsageError(f"The question asks for the opposite of {option}: give only one of the two.")
    return asked if opted is None else opted
