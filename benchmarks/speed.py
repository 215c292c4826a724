"""How fast ``annotate`` is, as a ratio to its spaCy pipeline alone on the same documents in the same run.

    python benchmarks/speed.py PATH … [--rounds 3]

Both read texts from memory, in turn, round by round; the ratio of each round is printed, with the median. ``annotate``
is all that the command does between reading and printing: parse, extract, serialise. Peak memory is the process's.
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
from claimtrack.extract.language import load_language
from claimtrack.extract.pipeline import Extractor
from claimtrack.ingest.options import ReadOptions
from claimtrack.ingest.readers import read_documents


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
    annotate(documents)
    print(f"peak memory of annotate, documents in memory: {_peak_mib():.0f} MiB")
    ratios = []
    for number in range(1, options.rounds + 1):
        alone, whole = _seconds(parse_alone, documents), _seconds(annotate, documents)
        ratios.append(alone / whole)
        speeds = f"spaCy {tokens / alone:7.0f} tokens/s, annotate {tokens / whole:7.0f}"
        print(f"round {number}: {speeds}, ratio {ratios[-1]:.2f}")
    print(f"median ratio {statistics.median(ratios):.2f}")


def parse_alone(documents: Sequence[Document]) -> int:
    """The pipeline on whole texts; returns the number of tokens."""
    return sum(len(doc) for doc in load_language().pipe(document.text for document in documents))


def annotate(documents: Sequence[Document]) -> int:
    """All of ``annotate`` but reading and printing; returns the number of characters of JSON."""
    size = 0
    for document, attributions in Extractor().annotate(documents):
        statements = [attribution_to_json(attribution) for attribution in attributions]
        size += len(json.dumps({**document_to_json(document), "statements": statements}))
    return size


def _seconds(work: Callable[[Sequence[Document]], int], documents: Sequence[Document]) -> float:
    start = time.perf_counter()
    work(documents)
    return time.perf_counter() - start


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
