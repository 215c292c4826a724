"""The root command: what every command shares, and the list of commands."""

import os
import sys
from typing import Annotated

import typer

from claimtrack import __version__
from claimtrack.cli.annotate import annotate
from claimtrack.cli.claims import claims
from claimtrack.cli.context import use_database
from claimtrack.cli.db import db
from claimtrack.cli.demo import demo
from claimtrack.cli.export import export
from claimtrack.cli.extract import extract
from claimtrack.cli.query import query
from claimtrack.cli.report import report
from claimtrack.cli.seam import SeamGroup
from claimtrack.cli.show import show
from claimtrack.cli.speakers import speakers
from claimtrack.cli.topics import topics
from claimtrack.settings import Settings

__all__ = ["app", "main"]

# Plain help: Rich's takes longer to load than the rest of ``--help``.
app = typer.Typer(
    name="claimtrack",
    cls=SeamGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"claimtrack {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    database: Annotated[
        str | None,
        typer.Option(metavar="URL|PATH", help="Database to use instead of CLAIMTRACK_DATABASE_URL or ./claimtrack.db."),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Who said what, when, where, and whether it is denied: attributed statements from news, with proof."""
    ctx.obj = use_database(Settings.from_environ(os.environ), database)


for command in (extract, annotate, query, show, report, export, demo):
    app.command()(command)
app.add_typer(claims, name="claims")
app.add_typer(speakers, name="speakers")
app.add_typer(topics, name="topics")
app.add_typer(db, name="db")


def main() -> None:
    """Run the program with the process's arguments and end the process."""
    app()
