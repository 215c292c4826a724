"""``claimtrack annotate``: documents in, attribution JSONL out."""

import sys

import typer

from claimtrack.cli.extract import say_skipped
from claimtrack.cli.options import ExtractorOption, PathsArgument, takes_read_options
from claimtrack.cli.progress import progress
from claimtrack.domain.interchange import json_line
from claimtrack.domain.vocabulary import FinderName
from claimtrack.errors import DocumentError
from claimtrack.ingest.options import ReadOptions

__all__ = ["annotate"]


@takes_read_options
def annotate(paths: PathsArgument, options: ReadOptions, extractor: ExtractorOption = FinderName.MODEL) -> None:
    """Print attributions as JSONL, without a database.

    One line per document, with every attribution whatever its type: statements, beliefs, intentions and
    evidence. Documents that cannot be read are told and skipped; then the exit status is 1.
    """
    from claimtrack.workflows.annotate import annotate_files

    failures: list[DocumentError] = []
    with progress("Annotating") as show:
        documents = statements = 0
        for line in annotate_files(paths, options, failures.append, extractor):
            sys.stdout.write(json_line(line))
            documents, statements = documents + 1, statements + len(line["statements"])
            show(documents, statements)
    for failure in failures:
        say_skipped(failure)
    raise typer.Exit(1 if failures else 0)
