"""Where extraction is good and where it is not: relations by slice, and how far confidences can be trusted.

    python benchmarks/slices.py GOLD.jsonl [--extractor rules]

GOLD is attribution JSONL with its text. A relation is right where contents have a token F1 of at least a half and
sources overlap or both are missing. For a slice, recall is over the gold attributions in it (found by any prediction),
precision over the predictions in it (right by any gold). The types of gold that has none are those that the rules know.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quality import Pairs, gold_documents, predicted

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.vocabulary import FinderName
from claimtrack.training.reliability import expected_error, reliability
from claimtrack.training.scoring import Tally, right_ones, score_slice
from claimtrack.training.types import typed

SLICES: dict[str, Callable[[JsonObject], bool]] = {
    "all": lambda _: True,
    "statements": lambda statement: statement.get("type") == "statement",
    "beliefs, intentions, evidence": lambda statement: statement.get("type") not in {None, "statement"},
    "content in several pieces": lambda statement: len(statement["content"]) > 1,
    "no source": lambda statement: not statement.get("source"),
}
MANY = 10_000
LENGTHS = ((1, 5), (6, 15), (16, 30), (31, MANY))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--extractor", type=FinderName, choices=list(FinderName), default=FinderName.MODEL)
    options = parser.parse_args(arguments)
    pairs = predicted(list(typed(gold_documents(options.gold))), options.extractor)
    print(f"{'slice':32} {'gold':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for name, tally in slices(pairs):
        print(f"{name:32} {tally.gold:6} {tally.precision:6.1f} {tally.recall:6.1f} {tally.f1:6.1f}")
    given = [
        (s["confidence"], right) for row, found in pairs for s, right in zip(found, right_ones(row, found), strict=True)
    ]
    bins = reliability([confidence for confidence, _ in given], [right for _, right in given])
    print(f"\n{'confidence':12} {'mean':>6} {'right':>6} {'number':>7}")
    for low, mean, share, number in bins:
        print(f"{low:.1f} – {low + 0.1:.1f}    {mean:6.3f} {share:6.3f} {number:7}")
    print(f"expected calibration error {expected_error(bins):.3f}")


def slices(pairs: Pairs) -> Iterator[tuple[str, Tally]]:
    """Every slice with its tally."""
    measured = [
        (_with_lengths(row, row["statements"]), _with_lengths(row, found)["statements"]) for row, found in pairs
    ]
    for name, belongs in SLICES.items():
        yield name, score_slice(measured, belongs)
    for low, high in LENGTHS:
        name = f"content of {low} to {high} words" if high < MANY else f"content of {low} words and more"
        yield name, score_slice(measured, _of_length(low, high))
    for publisher in sorted({row.get("publisher") or "" for row, _ in pairs}):
        own = [pair for pair in measured if (pair[0].get("publisher") or "") == publisher]
        yield f"publisher {publisher}", score_slice(own, SLICES["all"])


def _with_lengths(row: JsonObject, statements: Sequence[JsonObject]) -> JsonObject:
    """The document with these statements, each with the number of words of its content."""
    text = row["text"]
    lengths = [sum(len(text[start:end].split()) for start, end in each["content"] or ()) for each in statements]
    return {**row, "statements": [{**s, "words": n} for s, n in zip(statements, lengths, strict=True)]}


def _of_length(low: int, high: int) -> Callable[[JsonObject], bool]:
    return lambda statement: low <= statement["words"] <= high


if __name__ == "__main__":
    main()
