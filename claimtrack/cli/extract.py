"""``claimtrack extract``: documents in, statements in the database."""

from typing import Annotated

import typer

from claimtrack.cli.context import database_of
from claimtrack.cli.options import ExtractorOption, PathsArgument, takes_read_options
from claimtrack.cli.progress import progress
from claimtrack.cli.screen import counted, say
from claimtrack.domain.run import ExtractionCounts
from claimtrack.domain.vocabulary import FinderName
from claimtrack.errors import DocumentError
from claimtrack.ingest.options import ReadOptions

__all__ = ["extract", "say_counts", "say_skipped"]


@takes_read_options
def extract(
    ctx: typer.Context,
    paths: PathsArgument,
    options: ReadOptions,
    extractor: ExtractorOption = FinderName.MODEL,
    force: Annotated[bool, typer.Option("--force", help="Extract again what is stored already.")] = False,
) -> None:
    """Read documents, extract who said what, and store it.

    Running it again adds nothing. Options give the metadata that a document lacks. Documents that cannot be
    read are told and skipped; then the exit status is 1.
    """
    from claimtrack.workflows.files import extract_files

    with progress("Extracting") as show:

        def on_progress(counts: ExtractionCounts) -> None:
            show(counts.documents_read, counts.statements_new + counts.statements_refreshed)

        done = extract_files(database_of(ctx), paths, options, finder=extractor, force=force, on_progress=on_progress)
    for failure in done.failures:
        say_skipped(failure)
    say_counts(done.counts)
    raise typer.Exit(1 if done.failures else 0)


def say_skipped(failure: DocumentError) -> None:
    """Tell which document was skipped and why."""
    say(f"skipped {failure}")


def say_counts(counts: ExtractionCounts) -> None:
    """Tell in one line what a run has done."""
    parts = {
        "new": counts.documents_new,
        "unchanged": counts.documents_unchanged,
        "extracted again": counts.documents_refreshed,
        "skipped": counts.documents_failed,
    }
    documents = ", ".join(f"{number} {what}" for what, number in parts.items() if number)
    retired = f", {counts.statements_retired} no longer found" if counts.statements_retired else ""
    say(
        f"{counted(counts.documents_read, 'document')} read{f' ({documents})' if documents else ''}; "
        f"{counted(counts.statements_new, 'new attribution')}{retired}."
    )
