"""How good the rules are on documents that their tables were not made from.

    python -m claimtrack.training.check CORPUS.jsonl [--folds 3]

The documents are dealt into folds; tables are made without a fold, and the finder with these tables is scored on it:
relations of content and source, for several thresholds. Needs the extra ``train`` (scikit-learn).
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject, attribution_to_json
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.rules.finder import RuleFinder
from claimtrack.extract.rules.judge import Judge
from claimtrack.training.scoring import Tally, score_spans
from claimtrack.training.tables.cues import Example, count, examples_of, fit

__all__ = ["THRESHOLDS", "cross_check", "main"]

THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5)


def cross_check(rows: Sequence[JsonObject], folds: int) -> Iterator[tuple[float, Tally]]:
    """Thresholds, each with the tally of relations over all folds; every row needs ``text`` and gold statements."""
    documents = [Document(row["document"], row["text"]) for row in rows]
    texts = list(parse(documents, load_language()))
    examples = [list(examples_of(parsed, row["statements"])) for parsed, row in zip(texts, rows, strict=True)]
    judges = [
        _judge([each for i, one in enumerate(examples) if i % folds != fold for each in one]) for fold in range(folds)
    ]
    for threshold in THRESHOLDS:
        finders = [RuleFinder(Judge(judge.cues, judge.weights, threshold)) for judge in judges]
        found = [
            (row, _found(finders[i % folds], parsed)) for i, (row, parsed) in enumerate(zip(rows, texts, strict=True))
        ]
        yield threshold, score_spans(found)["relations all"]


def _judge(examples: Sequence[Example]) -> Judge:
    table = count(examples)
    return Judge(table, fit(examples, table))


def _found(finder: RuleFinder, parsed: ParsedDocument) -> list[JsonObject]:
    return [attribution_to_json(attribution) for attribution in finder.find(parsed)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision, recall and F1 for each threshold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="attribution JSONL with gold spans")
    parser.add_argument("--folds", type=int, default=3)
    options = parser.parse_args(arguments)
    with options.corpus.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    print("threshold      P      R     F1")
    for threshold, tally in cross_check(rows, options.folds):
        print(f"{threshold:9.2f} {tally.precision:6.1f} {tally.recall:6.1f} {tally.f1:6.1f}")


if __name__ == "__main__":
    main()
