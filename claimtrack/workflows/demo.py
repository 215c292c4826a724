"""The main job on the sample article that comes with the program."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import claimtrack
from claimtrack.db.session import session_scope
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.run import ExtractionCounts
from claimtrack.domain.stored import StoredStatement
from claimtrack.errors import ClaimtrackError
from claimtrack.ingest.options import ReadOptions
from claimtrack.reports.csv_writer import write_statements
from claimtrack.reports.output import replaced_file
from claimtrack.workflows.files import extract_files
from claimtrack.workflows.report import build_report
from claimtrack.workflows.statements import find

if TYPE_CHECKING:
    from pandas import DataFrame  # only named here: reports alone import pandas

__all__ = ["Demo", "run_demo", "sample_article"]

_ARTICLE = "putin-north-korea-visit.txt"
_PUBLISHED = date(2024, 6, 18)
_PACKAGE = Path(claimtrack.__file__).parent


@dataclass(frozen=True)
class Demo:
    """What the sample article gave."""

    counts: ExtractionCounts
    statements: tuple[StoredStatement, ...]
    sources: "DataFrame"
    """The source-attribution report."""


def sample_article() -> Path:
    """The sample article: in the installed package, or in ``seeds/`` beside it in a checkout."""
    for folder in (_PACKAGE / "_seeds", _PACKAGE.parent / "seeds"):
        if (folder / _ARTICLE).is_file():
            return folder / _ARTICLE
    raise ClaimtrackError(f"the sample article {_ARTICLE} is missing; install claimtrack again")


def run_demo(url: str, csv_file: str) -> Demo:
    """Extract the sample article into the database, and write its statements to the CSV file."""
    article = sample_article()
    title = article.read_text(encoding="utf-8").split("\n", 1)[0]
    done = extract_files(url, [str(article)], ReadOptions(published=_PUBLISHED, title=title))
    filters = StatementFilters(documents=(article.stem,))
    with session_scope(url) as session:
        statements = tuple(find(session, filters))
        sources = build_report(session, "sources", filters)
    with replaced_file(csv_file) as stream:
        write_statements(statements, stream)
    return Demo(done.counts, statements, sources)
