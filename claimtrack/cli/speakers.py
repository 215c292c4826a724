"""``claimtrack speakers``: who speaks in the database, and who of them are the same."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.context import existing_database_of
from claimtrack.cli.formats import Format, Shape, print_listing
from claimtrack.cli.options import FormatOption
from claimtrack.cli.screen import say

if TYPE_CHECKING:
    from claimtrack.workflows.speakers import (
        SpeakerDecision,
        SpeakerSuggestion,
        SpeakerSummary,
    )  # only named here: it imports SQLAlchemy

__all__ = ["speakers"]

speakers = typer.Typer(rich_markup_mode=None)

SpeakerArgument = Annotated[
    str, typer.Argument(metavar="SPEAKER", help="Its id, how the id begins, or its whole name.")
]
ReasonOption = Annotated[str | None, typer.Option(metavar="TEXT", help="Why; kept in the log.")]


@speakers.callback(invoke_without_command=True)
def group(ctx: typer.Context, form: FormatOption = Format.TABLE) -> None:
    """List speakers, and decide which of them are the same."""
    if ctx.invoked_subcommand is None:
        list_all(ctx, form=form)


@speakers.command("list")
def list_all(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only those with this in their name.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List who speaks, under which names, and how much."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.speakers import list_speakers

    with session_scope(existing_database_of(ctx)) as session:
        print_listing(list_speakers(session, name), _shape(), form)


@speakers.command()
def merge(
    ctx: typer.Context,
    speaker: SpeakerArgument,
    into: Annotated[str, typer.Argument(metavar="INTO", help="Who it is: id or whole name.")],
    reason: ReasonOption = None,
) -> None:
    """Decide that one speaker is another; statements keep the names that their documents give."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.speakers import merge_speakers

    with session_scope(existing_database_of(ctx)) as session:
        one, other = merge_speakers(session, speaker, into, reason)
    say(f"{one!r} is {other!r} from now on; `claimtrack speakers split` takes it back.")


@speakers.command()
def split(ctx: typer.Context, speaker: SpeakerArgument, reason: ReasonOption = None) -> None:
    """Take back that a speaker is another; of several with one name, give the id that the log has."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.speakers import split_speaker

    with session_scope(existing_database_of(ctx)) as session:
        one, other = split_speaker(session, speaker, reason)
    say(f"{one!r} and {other!r} are two speakers again.")


@speakers.command()
def alias(
    ctx: typer.Context,
    speaker: SpeakerArgument,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Another name, in documents now or later.")],
    reason: ReasonOption = None,
) -> None:
    """Decide that a name is another of a speaker's, also where it comes up later."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.speakers import add_alias

    with session_scope(existing_database_of(ctx)) as session:
        owner = add_alias(session, speaker, name, reason)
    say(f"{name!r} is {owner!r} from now on; `claimtrack speakers split` takes it back.")


@speakers.command()
def wikidata(
    ctx: typer.Context,
    speaker: SpeakerArgument,
    item: Annotated[str | None, typer.Argument(metavar="ITEM", help="Such as Q82156; none takes it back.")] = None,
    reason: ReasonOption = None,
) -> None:
    """Say which item of Wikidata a speaker is: those of one item are one, those of two are two."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.speakers import identify_speaker

    with session_scope(existing_database_of(ctx)) as session:
        name = identify_speaker(session, speaker, item, reason)
    say(f"{name!r} is {item or 'no item of Wikidata'} from now on.")


@speakers.command()
def suggest(ctx: typer.Context, form: FormatOption = Format.TABLE) -> None:
    """List pairs who may be one and are not joined, the likeliest first; `merge` and `split` decide."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.speakers import suggest_speakers

    with session_scope(existing_database_of(ctx)) as session:
        print_listing(suggest_speakers(session), _suggestion_shape(), form)


@speakers.command()
def log(ctx: typer.Context, form: FormatOption = Format.TABLE) -> None:
    """List all decisions on speakers, the oldest first."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.speakers import list_decisions

    with session_scope(existing_database_of(ctx)) as session:
        print_listing(list_decisions(session), _decision_shape(), form)


def _shape() -> "Shape[SpeakerSummary]":
    return Shape.of_fields("id", "name", "kind", "anonymous", "aliases", "affiliations", "statements", "documents")


def _suggestion_shape() -> "Shape[SpeakerSuggestion]":
    return Shape.of_fields("speaker", "into", "score", "speaker_id", "into_id")


def _decision_shape() -> "Shape[SpeakerDecision]":
    return Shape.of_fields("made_at", "action", "speaker", "into", "speaker_id", "into_id", "reason")
