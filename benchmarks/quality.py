"""How good extraction is, against gold given by path.

    python benchmarks/quality.py GOLD.jsonl …     attribution JSONL with its text: spans and relations, and fields
                                                  where the statements carry them
    python benchmarks/quality.py GOLD.json …      fields: {"document": {id, text_file, published}, "statements": […]}

``text_file`` is looked for beside the gold file and in the folder above it. Where documents of a JSONL file say
``held_out``, those that were looked at and those that never were are scored apart. Nothing is stored.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from fields import SHARES, STANCES, score_fields

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject, attribution_to_json
from claimtrack.domain.vocabulary import FinderName
from claimtrack.extract.pipeline import Extractor
from claimtrack.training.scoring import score_spans

FIELDS = {"speakers", "said_on", "stance"}
Pairs = Sequence[tuple[JsonObject, list[JsonObject]]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Score every gold file and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", metavar="GOLD")
    parser.add_argument("--extractor", type=FinderName, choices=list(FinderName), default=FinderName.MODEL)
    options = parser.parse_args(arguments)
    for path in options.gold:
        pairs = predicted(gold_documents(path), options.extractor)
        for name, part in parts(pairs):
            print(f"{path.name}{name}")
            if path.suffix == ".jsonl":
                print_lines(span_lines(part))
            if FIELDS & {field for row, _ in part for statement in row["statements"] for field in statement}:
                print_lines(field_lines(part))


def predicted(rows: Sequence[JsonObject], finder: FinderName = FinderName.MODEL) -> Pairs:
    """Gold documents, each with the statements that the program finds in it."""
    return list(zip(rows, _statements([document_of(row) for row in rows], finder), strict=True))


def gold_documents(path: Path) -> list[JsonObject]:
    """Gold documents with their text: the lines of attribution JSONL, or the one document of a JSON file."""
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.strip()]
    gold = json.loads(path.read_text("utf-8"))
    about = gold["document"]
    file = next(f / about["text_file"] for f in (path.parent, path.parent.parent) if (f / about["text_file"]).exists())
    text = file.read_bytes().decode("utf-8")
    return [{**about, "document": about["id"], "text": text, "statements": gold["statements"]}]


def parts(pairs: Pairs) -> Iterator[tuple[str, Pairs]]:
    """All documents; or those open to whoever works on extraction, then those held out, where any is."""
    held_out = [pair for pair in pairs if pair[0].get("held_out")]
    if held_out and len(held_out) < len(pairs):
        yield ", open", [pair for pair in pairs if not pair[0].get("held_out")]
    yield (", held out" if held_out else ""), held_out or pairs


def span_lines(pairs: Pairs) -> Iterator[str]:
    """Precision, recall and F1 of spans and relations."""
    yield f"{'':20} {'P':>6} {'R':>6} {'F1':>6}"
    for name, tally in score_spans(pairs).items():
        yield f"{name:20} {tally.precision:6.1f} {tally.recall:6.1f} {tally.f1:6.1f}"


def field_lines(pairs: Pairs) -> Iterator[str]:
    """F1 of what is found, of what is found with all fields right, of denials, and the share right of each field."""
    for name, value in field_figures(pairs).items():
        yield f"{name:20} {'  ' if name in SHARES else 'F1'} {value:5.1f}"


def field_figures(pairs: Pairs) -> dict[str, float]:
    """The figures of fields by name, in percent."""
    counts: Counter[str] = Counter()
    for row, found in pairs:
        spoken = [statement for statement in found if statement["type"] == "statement"]
        counts += score_fields(row["text"], row["statements"], spoken, row.get("published"))
    figures = {"found": _f1(counts, "found", "predicted", "gold")}
    if all(counts[f"{name}_asked"] for name in ("speaker", "date", "stance")):
        figures["all"] = _f1(counts, "all", "predicted", "gold")
    figures |= {name: 100 * counts[name] / asked for name in SHARES if (asked := counts[f"{name}_asked"])}
    for key, name in (*STANCES.items(), ("links", "denial links"), ("hedges", "hedges")):
        if counts[f"{key}_gold"]:
            figures[name] = _f1(counts, f"{key}_right", f"{key}_predicted", f"{key}_gold")
    return figures


def print_lines(lines: Iterator[str]) -> None:
    """One table, indented."""
    for line in lines:
        print(f"  {line}")


def _f1(counts: Counter[str], right: str, predicted: str, gold: str) -> float:
    total = counts[predicted] + counts[gold]
    return 200 * counts[right] / total if total else 0.0


def document_of(row: JsonObject) -> Document:
    """The document that a line of gold annotates."""
    published = row.get("published")
    day = date.fromisoformat(published) if published else None
    return Document(row["document"], row["text"], published=day, publisher=row.get("publisher"))


def _statements(documents: Sequence[Document], finder: FinderName) -> Iterator[list[JsonObject]]:
    for _, attributions in Extractor(finder).annotate(documents):
        yield [attribution_to_json(attribution) for attribution in attributions]


if __name__ == "__main__":
    main()
