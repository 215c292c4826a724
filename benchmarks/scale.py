"""What storing and asking cost with many statements, in SQLite and in PostgreSQL.

    python benchmarks/scale.py [--statements 200000] [--keep FOLDER] [--only sqlite]

Two databases of each kind are filled, as ``claimtrack extract`` does it, with documents made from templates
(`scale_documents.py`): one of 2,000 statements, one of as many as are asked for. Vectors are those of wordings with
noise (`scale_vectors.py`), for encoding each text would take an hour; questions are encoded as ever. With ``--keep``
they are used again by the next run. Printed are, as ratios within the same run:

- adding a document to the large database, to the small one (medians of forty, in turn; vectors as above);
- questions by meaning, to the same ones by words alone (FTS5 or tsvector) with the same conditions, both with
  ``--limit 20``: the database's part (the SQL again, its rows fetched and thrown away), then all but the networks; with
  how long comparing all vectors takes, and of what that finds, how much is found by sketches;
- the whole command, as a process, the networks included.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from scale_databases import filled, postgresql, postgresql_url, sqlite_url, store, stored_documents
from scale_documents import made_documents
from scale_questions import Answered, Question, answered, command_seconds
from scale_vectors import encoding_by_wording

SMALL = 2_000
AFFAIRS, WARM_UP = 20, 4
_LATER = 1_000_000
"""Affairs of this number and more are in no filled database."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fill, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="of the whole commands; 0 for none")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(passing) if options.keep is None else options.keep
        folder.mkdir(parents=True, exist_ok=True)
        if options.only != "postgresql":
            measure("SQLite", (sqlite_url(folder, "small"), sqlite_url(folder, "large")), options)
        if options.only != "sqlite":
            with postgresql(options.keep) as server:
                urls = postgresql_url(server, "small"), postgresql_url(server, "large")
                measure("PostgreSQL", urls, options)


def measure(name: str, urls: tuple[str, str], options: argparse.Namespace) -> None:
    """Fill two databases and print what they cost."""
    small, large = urls
    filled(small, min(SMALL, options.statements))
    filled(large, options.statements)
    print(f"{name}, {options.statements} statements; milliseconds")
    few, many = added(small, large)
    print(f"  adding a document: {few:.0f} with {SMALL} stored, {many:.0f} with all; ratio {many / few:.2f}")
    print(f"  {'':40} database:            all:")
    print(f"  {'':40} words meaning ratio, words meaning ratio, all vectors; found")
    found = list(answered(large))
    for each in found:
        print(f"  {_told(each.question):40} {_figures(each)}")
    alone = statistics.median(each.database_meaning / each.database_words for each in found)
    whole = statistics.median(each.meaning / each.words for each in found)
    print(f"  median ratio of meaning to words: the database's part {alone:.1f}, all but the networks {whole:.1f}")
    kept, wanted = sum(each.kept for each in found), sum(each.found for each in found)
    print(f"  kept by sketches, of what all vectors find: {kept} of {wanted}, {100 * kept / max(wanted, 1):.2f} %")
    seconds = [command_seconds(large, each.question, options.rounds) for each in found if options.rounds]
    if seconds:
        print(f"  whole command: median {statistics.median(seconds):.2f} s, slowest {max(seconds):.2f} s")


def added(*urls: str) -> list[float]:
    """How long adding a document takes, the median of several in milliseconds; the same ones for each database.

    They are the first two documents of affairs that neither database has.
    """
    first = _LATER + AFFAIRS * max(map(stored_documents, urls))
    took: list[list[float]] = [[] for _ in urls]
    with encoding_by_wording():
        for affair in range(first, first + AFFAIRS):
            for made in islice(made_documents(affair), 2):
                for url, own in zip(urls, took, strict=True):
                    start = time.perf_counter()
                    store(url, [made])
                    own.append(1_000 * (time.perf_counter() - start))
    return [statistics.median(own[WARM_UP:]) for own in took]


def _told(question: Question) -> str:
    return " ".join([question.filters.about or "", *question.options])


def _figures(each: Answered) -> str:
    alone, whole = each.database_meaning / each.database_words, each.meaning / each.words
    return (
        f"{each.database_words:5.1f} {each.database_meaning:7.1f} {alone:5.1f}, "
        f"{each.words:5.1f} {each.meaning:7.1f} {whole:5.1f}, {each.exact_pass:11.0f}; {each.kept} of {each.found}"
    )


if __name__ == "__main__":
    main()
