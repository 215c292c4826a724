"""Options that several commands share."""

import functools
import inspect
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from claimtrack.cli.context import today
from claimtrack.cli.formats import Format
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.vocabulary import AttributionType, SpeechKind, Stance
from claimtrack.errors import UsageError
from claimtrack.search.days import read_period

__all__ = ["FormatOption", "PathsArgument", "TypeChoice", "filters_from_options", "takes_filters"]

FormatOption = Annotated[Format, typer.Option("--format", help="How the listing is printed.")]
PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")
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
    speaker: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Said by, or on behalf of.")
    ] = None,
    stance: Annotated[list[Stance] | None, typer.Option(help="What it does towards its content.")] = None,
    topic: Annotated[list[str] | None, typer.Option(metavar="TOPIC", help="Has this topic.")] = None,
    publisher: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Published by.")] = None,
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="In the document of this id.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Said on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Said on this day or earlier.")] = None,
    types: Annotated[
        list[TypeChoice] | None, typer.Option("--type", help="Sort of attribution; statement by default.")
    ] = None,
    kind: Annotated[
        list[SpeechKind] | None, typer.Option(help="How much of it stands in quotation marks.")
    ] = None,
    anonymous: Annotated[
        bool | None, typer.Option("--anonymous/--named", help="Whether no speaker is named.")
    ] = None,
    denied: Annotated[
        bool | None, typer.Option("--denied/--undenied", help="Whether somebody denies it.")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Show at most so many.")] = None,
) -> StatementFilters:
    """The filters that options ask for; UsageError for a date that is none."""
    return StatementFilters(
        speakers=tuple(speaker or ()),
        stances=tuple(stance or ()),
        topics=tuple(topic or ()),
        publishers=tuple(publisher or ()),
        documents=tuple(document or ()),
        since=_bound(since, "--since"),
        until=_bound(until, "--until"),
        types=_types(types),
        kinds=tuple(kind or ()),
        anonymous=anonymous,
        denied=denied,
        limit=limit,
    )


def takes_filters(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of ``filters_from_options`` where it takes ``filters``."""
    own = inspect.signature(command, eval_str=True)
    shared = inspect.signature(filters_from_options, eval_str=True).parameters
    kept = [parameter for name, parameter in own.parameters.items() if name != "filters"]

    @functools.wraps(command)
    def with_filters(**given: Any) -> None:
        options = {name: given.pop(name) for name in shared}
        command(filters=filters_from_options(**options), **given)

    parameters = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in kept]
    signature = own.replace(parameters=[*parameters, *shared.values()])
    vars(with_filters)["__signature__"] = signature
    return with_filters


def _types(chosen: list[TypeChoice] | None) -> tuple[AttributionType, ...]:
    if not chosen:
        return StatementFilters().types
    return () if TypeChoice.ANY in chosen else tuple(AttributionType(choice.value) for choice in chosen)


def _bound(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    period = read_period(text, today())
    if period is None:
        raise UsageError(
            f"{option} {text!r} is no date; use a form such as 2024-06-18, 2024-06, 2024 or yesterday"
        )
    return period.first if option == "--since" else period.last
