"""Count in how many documents each stem occurs: which words tell what a statement is about.

    python -m claimtrack.training.tables.frequencies CORPUS.jsonl --out claimtrack/resolve/frequencies.tsv

CORPUS is a JSONL file of documents with ``text``. Stems of fewer than ten documents are left out.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from claimtrack.resolve.terms import stem

__all__ = ["document_frequencies", "main"]

_FEWEST = 10
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def document_frequencies(texts: Iterable[str]) -> tuple[int, Counter[str]]:
    """The number of texts, and in how many of them each stem occurs."""
    documents, counts = 0, Counter[str]()
    for text in texts:
        documents += 1
        counts.update({stem(word) for word in _WORD.findall(text)} - {""})
    return documents, counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    texts = (json.loads(line)["text"] for line in options.corpus.read_text("utf-8").splitlines())
    documents, counts = document_frequencies(texts)
    rows = sorted((term, count) for term, count in counts.items() if count >= _FEWEST)
    head = [
        "# In how many documents of a news corpus (PolNeAR's train part) each stem occurs; the empty stem: in all.",
        "# Made by: python -m claimtrack.training.tables.frequencies",
    ]
    lines = [*head, f"\t{documents}", *(f"{term}\t{count}" for term, count in rows)]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
