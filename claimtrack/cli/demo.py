"""``claimtrack demo``: the main job on the sample article."""

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.context import database_of
from claimtrack.cli.extract import say_counts
from claimtrack.cli.formats import Format, print_listing
from claimtrack.cli.options import FormatOption
from claimtrack.cli.report import print_report
from claimtrack.cli.screen import counted, say
from claimtrack.cli.statements import statement_shape
from claimtrack.settings import Settings

__all__ = ["demo"]


def demo(
    ctx: typer.Context,
    csv: Annotated[str, typer.Option(metavar="FILE", help="Where the statements go as CSV.")] = "claimtrack-demo.csv",
    form: FormatOption = Format.TABLE,
) -> None:
    """Do the main job on the sample article.

    Its statements are extracted, stored, printed with the source-attribution report, and written as CSV. The
    database is a temporary one unless --database or CLAIMTRACK_DATABASE_URL names one.
    """
    from claimtrack.workflows.demo import run_demo

    with tempfile.TemporaryDirectory(prefix="claimtrack-demo-") as folder:
        given = database_of(ctx)
        database = str(Path(folder, "demo.db")) if given == Settings().database_url else given
        done = run_demo(database, csv)
    say_counts(done.counts)
    print_listing(done.statements, statement_shape(), form)
    sys.stdout.write("\n")
    print_report(done.sources, form)
    say(f"{counted(len(done.statements), 'statement')} written to {csv}.")
