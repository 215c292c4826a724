"""How good extraction is, against gold given by path.

    python benchmarks/quality.py GOLD.jsonl …     spans and relations, attribution JSONL with its text
    python benchmarks/quality.py GOLD.json …      fields: {"document": {id, text_file, published}, "statements": […]}

``text_file`` is looked for beside the gold file and in the folder above it. Nothing is stored.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from fields import score_fields
from spans import score_spans

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject, attribution_to_json
from claimtrack.extract.pipeline import Extractor


def main(arguments: Sequence[str] | None = None) -> None:
    """Score every gold file and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", metavar="GOLD")
    for path in parser.parse_args(arguments).gold:
        print(path.name)
        for line in span_lines(path) if path.suffix == ".jsonl" else field_lines(path):
            print(f"  {line}")


def span_lines(path: Path) -> Iterator[str]:
    """Precision, recall and F1 of spans and relations."""
    with path.open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines if line.strip()]
    documents = [_document(row["document"], row["text"], row.get("published")) for row in gold]
    yield f"{'':20} {'P':>6} {'R':>6} {'F1':>6}"
    for name, tally in score_spans(zip(gold, _statements(documents), strict=True)).items():
        yield f"{name:20} {tally.precision:6.1f} {tally.recall:6.1f} {tally.f1:6.1f}"


def field_lines(path: Path) -> Iterator[str]:
    """F1 of what is found, of what is found with all fields right, and the share right of each field."""
    gold = json.loads(path.read_text("utf-8"))
    about = gold["document"]
    file = next(f / about["text_file"] for f in (path.parent, path.parent.parent) if (f / about["text_file"]).exists())
    text = file.read_bytes().decode("utf-8")
    (found,) = _statements([_document(about["id"], text, about.get("published"))])
    spoken = [statement for statement in found if statement["type"] == "statement"]
    counts = score_fields(text, gold["statements"], spoken, about.get("published"))
    for name in ("found", "all"):
        yield f"{name:20} F1 {_f1(counts, name, 'predicted', 'gold'):5.1f}"
    for name in ("speaker", "date", "stance", "kind"):
        yield f"{name:20}    {100 * counts[name] / max(counts['found'], 1):5.1f}"
    yield f"{'denial links':20} F1 {_f1(counts, 'links_right', 'links_predicted', 'links_gold'):5.1f}"


def _f1(counts: Counter[str], right: str, predicted: str, gold: str) -> float:
    total = counts[predicted] + counts[gold]
    return 200 * counts[right] / total if total else 0.0


def _document(name: str, text: str, published: str | None) -> Document:
    return Document(name, text, published=date.fromisoformat(published) if published else None)


def _statements(documents: Sequence[Document]) -> Iterator[list[JsonObject]]:
    for _, attributions in Extractor().annotate(documents):
        yield [attribution_to_json(attribution) for attribution in attributions]


if __name__ == "__main__":
    main()
