"""How fast ``annotate`` is, as a ratio to its spaCy pipeline alone on the same documents in the same run.

    python benchmarks/speed.py PATH … [--rounds 3]      memory alone with --rounds 0

All read texts from memory, in turn, round by round: spaCy alone, ``annotate`` with the model, ``annotate`` with rules;
the ratios of each round are printed, with the medians. ``annotate`` is all that the command does between reading and
printing: parse, extract, serialise. Peak memory is the process's, after the hundredth document and in the end.
"""

import argparse
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import attribution_to_json, document_to_json
from claimtrack.domain.vocabulary import FinderName
from claimtrack.extract.language import load_language
from claimtrack.extract.pipeline import Extractor
from claimtrack.ingest.options import ReadOptions
from claimtrack.ingest.readers import read_documents

MANY = 100
"""Documents after which memory should grow no more."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    documents = [d for d in read_documents(options.paths, ReadOptions()) if isinstance(d, Document)]
    if not documents:
        sys.exit("no document could be read; give files or folders that claimtrack reads")
    tokens = sum(len(load_language().tokenizer(document.text)) for document in documents)
    print(f"{len(documents)} documents, {tokens} tokens")
    for part in (documents[:MANY], documents[MANY:]):
        annotate(part)
        print(f"peak memory, documents included, {len(part)} documents on: {_peak_mib():.0f} MiB")
    ratios: dict[FinderName, list[float]] = {finder: [] for finder in FinderName}
    for number in range(1, options.rounds + 1):
        alone = _seconds(parse_alone, documents)
        print(f"round {number}: spaCy {tokens / alone:.0f} tokens/s", end="")
        for finder, found in ratios.items():
            whole = _seconds(annotate, documents, finder)
            found.append(alone / whole)
            print(f"; {finder} {tokens / whole:.0f}, ratio {found[-1]:.2f}", end="")
        print()
    for finder, found in ratios.items() if options.rounds else ():
        print(f"median ratio with {finder} {statistics.median(found):.2f}")


def parse_alone(documents: Sequence[Document]) -> int:
    """The pipeline on whole texts; returns the number of tokens."""
    return sum(len(doc) for doc in load_language().pipe(document.text for document in documents))


def annotate(documents: Sequence[Document], finder: FinderName = FinderName.MODEL) -> int:
    """All of ``annotate`` but reading and printing; returns the number of characters of JSON."""
    size = 0
    for document, attributions in Extractor(finder).annotate(documents):
        statements = [attribution_to_json(attribution) for attribution in attributions]
        size += len(json.dumps({**document_to_json(document), "statements": statements}))
    return size


def _seconds(work: Callable[..., int], *arguments: object) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
