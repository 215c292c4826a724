"""Options that several commands share."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from claimtrack.cli.context import settings_of, today
from claimtrack.cli.expand import expand
from claimtrack.cli.formats import Format
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import AttributionType, DenialStatus, FinderName, SpeechKind, Stance
from claimtrack.errors import UsageError
from claimtrack.ingest.options import InputFormat, ReadOptions

__all__ = ["ExtractorOption", "FormatOption", "PathsArgument", "takes_filters", "takes_read_options"]

FormatOption = Annotated[Format, typer.Option("--format", help="How the listing is printed.")]
ExtractorOption = Annotated[
    FinderName, typer.Option("--extractor", help="What finds the statements: the trained model, or rules alone.")
]
PathsArgument = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Text, Markdown, HTML or JSONL files, folders, or - for standard input."),
]


class TypeChoice(StrEnum):
    """A type of attribution, or any of them."""

    STATEMENT = AttributionType.STATEMENT.value
    BELIEF = AttributionType.BELIEF.value
    INTENTION = AttributionType.INTENTION.value
    EVIDENCE = AttributionType.EVIDENCE.value
    ANY = "any"


def filters_from_options(
    *,
    about: Annotated[str | None, typer.Option(metavar="SUBJECT", help="Is about this, in whatever words.")] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Has its words, in any form; not by meaning.")] = False,
    min_score: Annotated[
        float | None, typer.Option(metavar="P", min=0.0, max=1.0, help="At least so likely about the subject.")
    ] = None,
    any_word: Annotated[
        bool | None, typer.Option("--any-word/--all-words", help="Is one of the words enough? Not by meaning.")
    ] = None,
    speaker: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Said by, or on behalf of.")] = None,
    stance: Annotated[list[Stance] | None, typer.Option(help="What it does towards its content.")] = None,
    topic: Annotated[list[str] | None, typer.Option(metavar="TOPIC", help="Has this topic.")] = None,
    publisher: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Published by.")] = None,
    document: Annotated[list[str] | None, typer.Option(metavar="ID", help="In the document of this id.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Said on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Said on this day or earlier.")] = None,
    types: Annotated[
        list[TypeChoice] | None, typer.Option("--type", help="Sort of attribution; statement if not given.")
    ] = None,
    kind: Annotated[list[SpeechKind] | None, typer.Option(help="How much of it is in quotation marks.")] = None,
    anonymous: Annotated[bool | None, typer.Option("--anonymous/--named", help="Is no speaker named?")] = None,
    denied: Annotated[bool | None, typer.Option("--denied/--undenied", help="Does somebody deny it?")] = None,
    contested: Annotated[bool, typer.Option("--contested", help="One confirms it, another denies it.")] = False,
    status: Annotated[list[DenialStatus] | None, typer.Option(help="What became of its claim.")] = None,
    distinct: Annotated[
        bool, typer.Option("--distinct/--all-copies", help="Is a statement taken once from all copies of a text?")
    ] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many; by words, the best.")] = None,
) -> StatementFilters:
    """The filters that options ask for; UsageError for a date that is none and a name without a letter."""
    by_words = exact or any_word is not None
    if by_words and min_score is not None:
        raise UsageError("--min-score is for subjects: leave out --exact, --any-word and --all-words")
    return StatementFilters(
        about=about,
        any_word=any_word,
        meaning=not by_words,
        least=min_score,
        speakers=_named(speaker, "--speaker"),
        stances=tuple(stance or ()),
        topics=_named(topic, "--topic"),
        publishers=_named(publisher, "--publisher"),
        documents=tuple(document or ()),
        since=_bound(since, "--since"),
        until=_bound(until, "--until"),
        types=_types(types),
        kinds=tuple(kind or ()),
        anonymous=anonymous,
        denied=denied,
        statuses=_statuses(status, contested=contested),
        distinct=distinct,
        limit=limit,
    )


def read_options_from_options(
    *,
    ctx: typer.Context,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, such as 2024-06-18.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its headline.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it was published.")] = None,
    author: Annotated[str | None, typer.Option(metavar="NAME", help="Who wrote it.")] = None,
    input_format: Annotated[
        InputFormat, typer.Option(help="Of standard input and unknown suffixes.")
    ] = InputFormat.AUTO,
    max_bytes: Annotated[int | None, typer.Option(metavar="N", min=1, help="Skip documents with more text.")] = None,
) -> ReadOptions:
    """How documents are to be read; what a document says of itself goes before the options."""
    return ReadOptions(
        published=_published(published),
        publisher=publisher,
        title=title,
        url=url,
        author=author,
        format=input_format,
        max_bytes=max_bytes or settings_of(ctx).max_bytes,
    )


takes_filters = expand("filters", filters_from_options)
"""Gives a command the options that make its ``filters``."""

takes_read_options = expand("options", read_options_from_options)
"""Gives a command the options that make its ``options`` for reading."""


def _types(chosen: list[TypeChoice] | None) -> tuple[AttributionType, ...]:
    if not chosen:
        return StatementFilters().types
    return () if TypeChoice.ANY in chosen else tuple(AttributionType(choice.value) for choice in chosen)


def _statuses(chosen: list[DenialStatus] | None, *, contested: bool) -> tuple[DenialStatus, ...]:
    return tuple(dict.fromkeys([*(chosen or ()), *([DenialStatus.CONTESTED] if contested else ())]))


def _named(names: list[str] | None, option: str) -> tuple[str, ...]:
    """The names; UsageError for one that could not be anybody's, such as an unset variable of a shell."""
    for name in names or ():
        if not any(map(str.isalnum, name)):
            raise UsageError(f"{option} {name!r} is no name; give one, or leave the option out")
    return tuple(names or ())


def _bound(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    from claimtrack.search.days import read_period

    period = read_period(text, today())
    if period is None:
        raise UsageError(f"{option} {text!r} is no date; use a form such as 2024-06-18, 2024-06, 2024 or yesterday")
    return period.first if option == "--since" else period.last


def _published(text: str | None) -> date | None:
    from claimtrack.ingest.dates import parse_published

    try:
        return None if text is None else parse_published(text)
    except ValueError as error:
        raise UsageError(f"--published: {error}") from None
