"""``claimtrack topics``: what statements are about, by the program's choice and by yours."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.context import database_of
from claimtrack.cli.formats import Format, Shape, print_listing
from claimtrack.cli.options import FormatOption
from claimtrack.cli.screen import counted, say

if TYPE_CHECKING:
    from claimtrack.workflows.topics import TopicSummary  # only named here: it imports SQLAlchemy

__all__ = ["topics"]

topics = typer.Typer(rich_markup_mode=None)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A short noun phrase such as 'arms transfers'.")]


@topics.callback(invoke_without_command=True)
def group(ctx: typer.Context) -> None:
    """List, add and remove topics."""
    if ctx.invoked_subcommand is None:
        list_all(ctx)


@topics.command("list")
def list_all(ctx: typer.Context, form: FormatOption = Format.TABLE) -> None:
    """List the topics and how many statements have each."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topics import list_topics

    with session_scope(database_of(ctx)) as session:
        print_listing(list_topics(session), _shape(), form)


@topics.command()
def add(
    ctx: typer.Context,
    name: NameArgument,
    words: Annotated[
        list[str] | None,
        typer.Option("--words", metavar="PHRASE", help="A statement with all its words has the topic."),
    ] = None,
    description: Annotated[str | None, typer.Option(metavar="TEXT", help="What belongs to it.")] = None,
) -> None:
    """Add a topic of your own; without --words its name is the phrase that is looked for."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topics import add_topic

    with session_scope(database_of(ctx)) as session:
        topic = add_topic(session, name, words or (), description)
    say(f"Topic {topic.name!r} added; {counted(topic.statements, 'statement')} so far.")


@topics.command()
def remove(ctx: typer.Context, name: NameArgument) -> None:
    """Remove a topic; the statements stay."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topics import remove_topic

    with session_scope(database_of(ctx)) as session:
        remove_topic(session, name)
    say(f"Topic {name!r} removed.")


def _shape() -> "Shape[TopicSummary]":
    return Shape.of_fields("name", "statements", "made_by", "words", "description")
