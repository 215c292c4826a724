"""``claimtrack topics``: what statements are about, by the program's choice and by yours."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.context import database_of, existing_database_of
from claimtrack.cli.extract import say_skipped
from claimtrack.cli.formats import Format, Shape, print_listing
from claimtrack.cli.options import FormatOption
from claimtrack.cli.screen import counted, say

if TYPE_CHECKING:  # only named here: they import SQLAlchemy
    from claimtrack.workflows.topic_import import ImportedTopic, TopicImport
    from claimtrack.workflows.topic_suggestions import TopicSuggestion
    from claimtrack.workflows.topics import TopicSummary

__all__ = ["topics"]

topics = typer.Typer(rich_markup_mode=None)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A short noun phrase such as 'arms transfers'.")]
WordsOption = Annotated[
    list[str] | None,
    typer.Option("--words", metavar="PHRASE", help="A statement with all its words has the topic."),
]


@topics.callback(invoke_without_command=True)
def group(ctx: typer.Context) -> None:
    """List topics, and make your own."""
    if ctx.invoked_subcommand is None:
        list_all(ctx)


@topics.command("list")
def list_all(ctx: typer.Context, form: FormatOption = Format.TABLE) -> None:
    """List the topics and how many statements have each."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topics import list_topics

    with session_scope(existing_database_of(ctx)) as session:
        print_listing(list_topics(session), _shape(), form)


@topics.command()
def add(
    ctx: typer.Context,
    name: NameArgument,
    words: WordsOption = None,
    suggested: Annotated[
        bool, typer.Option("--suggested", help="Take the phrases that `topics suggest` lists for it.")
    ] = False,
    description: Annotated[str | None, typer.Option(metavar="TEXT", help="What belongs to it.")] = None,
) -> None:
    """Add a topic of your own; without --words its name is the phrase that is looked for."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topic_suggestions import suggested_words
    from claimtrack.workflows.topics import add_topic

    with session_scope(database_of(ctx)) as session:
        phrases = [*(words or ()), *(suggested_words(session, name) if suggested else ())]
        topic = add_topic(session, name, phrases, description)
    say(f"Topic {topic.name!r} added; {counted(topic.statements, 'statement')} so far.")


@topics.command()
def edit(
    ctx: typer.Context,
    name: NameArgument,
    new_name: Annotated[
        str | None, typer.Option("--name", metavar="NEW", help="What it is called from then on.")
    ] = None,
    words: WordsOption = None,
    description: Annotated[str | None, typer.Option(metavar="TEXT", help="What belongs to it; '' for nothing.")] = None,
) -> None:
    """Change a topic of your own; its statements are found anew.

    --words takes the place of all its phrases; a new name alone leaves them as they are.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topics import edit_topic

    with session_scope(existing_database_of(ctx)) as session:
        topic = edit_topic(session, name, new_name, words or (), description)
    told = f"looks for {'; '.join(topic.words)}; {counted(topic.statements, 'statement')}"
    say(f"Topic {topic.name!r} changed; {told}.")


@topics.command("import")
def import_file(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A CSV file, or - for standard input.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Add topics of your own from a CSV file, and change those that are there and differ.

    Columns: name, words (phrases with ; between them; without any the name is the phrase) and description. What `topics
    list --format csv` writes is read back. Rows that cannot be used are told and skipped; then the exit status is 1.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topic_import import import_topics

    with session_scope(database_of(ctx)) as session:
        done = import_topics(session, file)
    print_listing(done.topics, _import_shape(), form)
    for failure in done.failures:
        say_skipped(failure)
    _say_import(done)
    raise typer.Exit(1 if done.failures else 0)


@topics.command()
def suggest(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """List topics that you may want, made of those that the program found, with most statements first.

    Each stands for several of these: `topics add NAME` takes the name alone for its phrase, and with --suggested
    all of the words listed. What your own topics have already is left out.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topic_suggestions import suggest_topics

    with session_scope(existing_database_of(ctx)) as session:
        print_listing(suggest_topics(session, limit), _suggestion_shape(), form)


@topics.command()
def remove(ctx: typer.Context, name: NameArgument) -> None:
    """Remove a topic; the statements stay."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.topics import remove_topic

    with session_scope(existing_database_of(ctx)) as session:
        remove_topic(session, name)
    say(f"Topic {name!r} removed.")


def _shape() -> "Shape[TopicSummary]":
    return Shape.of_fields("name", "statements", "made_by", "words", "description")


def _import_shape() -> "Shape[ImportedTopic]":
    return Shape.of_fields("name", "outcome", "statements")


def _suggestion_shape() -> "Shape[TopicSuggestion]":
    return Shape.of_fields("name", "statements", "words", "examples")


def _say_import(done: "TopicImport") -> None:
    if done.ignored:
        say(f"columns that are not used: {', '.join(done.ignored)}")
    if done.machine:
        say(f"{counted(done.machine, 'topic')} of the program's own left out")
    numbers = Counter(topic.outcome for topic in done.topics)
    parts = [f"{numbers[outcome]} {outcome}" for outcome in ("added", "changed", "unchanged")]
    say(f"{counted(len(done.topics), 'topic')} read: {', '.join([*parts, f'{len(done.failures)} skipped'])}.")
