"""``claimtrack db``: the schema of the database."""

import sys
from typing import Annotated

import typer

from claimtrack.cli.context import database_of, existing_database_of
from claimtrack.cli.progress import share
from claimtrack.cli.screen import counted, say

__all__ = ["db"]

db = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@db.callback()
def group() -> None:
    """Make, upgrade and check the database's tables."""


@db.command()
def upgrade(ctx: typer.Context) -> None:
    """Make the tables, or bring them to what this version of the program needs."""
    from claimtrack.db import migrate
    from claimtrack.db.urls import shown_url

    migrate.upgrade(database_of(ctx))
    say(f"{shown_url(database_of(ctx))} is at schema {migrate.head()}.")


@db.command()
def current(ctx: typer.Context) -> None:
    """Print the version of the database's tables."""
    from claimtrack.db import migrate

    sys.stdout.write(f"{migrate.current(database_of(ctx)) or 'none'}\n")


@db.command()
def relink(ctx: typer.Context) -> None:
    """Find anew what denials and confirmations answer, which speakers and texts are one, claims, words and topics.

    What is stored is kept up to date by itself; this is for databases that an older version of the program filled.
    """
    from claimtrack.workflows.linking import relink_all

    say(f"{counted(relink_all(existing_database_of(ctx)), 'statement')} compared anew.")


@db.command()
def reembed(
    ctx: typer.Context,
    force: Annotated[bool, typer.Option("--force", help="Compute those again that are there already.")] = False,
) -> None:
    """Compute what statements mean, for search by meaning, where an older version of the program stored them.

    It can be interrupted, and goes on where it stopped.
    """
    from claimtrack.workflows.embedding import reembed as embed

    with share("Embedding") as show:
        computed = embed(existing_database_of(ctx), force=force, on_progress=show)
    say(f"{counted(computed, 'statement')} embedded.")


@db.command()
def check(ctx: typer.Context) -> None:
    """Tell whether the tables fit this version of the program; the exit status is 1 if not."""
    from claimtrack.db import migrate
    from claimtrack.db.urls import shown_url

    migrate.check(database_of(ctx))
    say(f"{shown_url(database_of(ctx))} fits: schema {migrate.head()}.")
