"""Count cues and fit context weights on annotated documents.

    python -m claimtrack.training.tables.cues CORPUS.jsonl OUT_FOLDER

CORPUS is attribution JSONL with gold ``source``, ``cue`` and ``content``. A candidate is right where some gold
content overlaps it with a token F1 of at least 0.5 and their sources overlap, or neither has one. Only counts and
weights are written, no text. Needs the extra ``train`` (scikit-learn).
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.spans import Span, Spans, overlap
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.parsed import Paragraph, ParsedDocument
from claimtrack.extract.quotes import quotations_of
from claimtrack.extract.rules.candidates import candidates
from claimtrack.extract.rules.context import features
from claimtrack.extract.rules.finder import spans_of
from claimtrack.extract.rules.frames import Candidate
from claimtrack.extract.rules.judge import CueTable, log_odds
from claimtrack.extract.rules.quoted import quoted_ranges

__all__ = ["Example", "collect", "count", "examples_of", "fit", "main", "write"]

LEAST_FEATURE = 20
"""A feature seen less often gets no weight."""
STRENGTH = 0.3
"""Inverse of the L2 penalty of the logistic regression."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Example:
    """What the model sees of a candidate, and whether it is an attribution."""

    key: str
    frame: str
    features: tuple[str, ...]
    right: bool


def collect(rows: Iterable[JsonObject]) -> Iterator[Example]:
    """The candidates of annotated documents, judged by the gold."""
    gold: dict[str, list[JsonObject]] = {}

    def documents() -> Iterator[Document]:
        for row in rows:
            document = Document(row["document"], row["text"])
            gold[document.key] = row["statements"]
            yield document

    for parsed in parse(documents(), load_language()):
        yield from examples_of(parsed, gold.pop(parsed.document.key))


def examples_of(parsed: ParsedDocument, statements: Iterable[JsonObject]) -> Iterator[Example]:
    """The candidates of one parsed document, judged by its gold statements."""
    wanted = [_Gold(parsed.text, statement) for statement in statements]
    for paragraph in parsed.paragraphs:
        yield from _examples(parsed, paragraph, wanted)


class _Gold:
    def __init__(self, text: str, statement: JsonObject) -> None:
        self.source = _spans(statement.get("source"))
        self.words = _words(text, _spans(statement.get("content")))

    def matches(self, source: Spans, words: set[int]) -> bool:
        common = len(self.words & words)
        if not common or 2 * common / (len(self.words) + len(words)) < 0.5:
            return False
        return overlap(self.source, source) if self.source and source else self.source == source


def _examples(parsed: ParsedDocument, paragraph: Paragraph, wanted: Sequence[_Gold]) -> Iterator[Example]:
    regions = quotations_of(parsed.text, Span(paragraph.start, paragraph.end))
    quoted = quoted_ranges(paragraph, regions)
    for candidate in candidates(paragraph, quoted):
        yield Example(
            candidate.key,
            candidate.frame,
            tuple(features(candidate, quoted)),
            _is_right(parsed.text, paragraph, candidate, wanted),
        )


def _is_right(text: str, paragraph: Paragraph, candidate: Candidate, wanted: Sequence[_Gold]) -> bool:
    source = spans_of(paragraph, candidate.source)
    words = _words(text, spans_of(paragraph, candidate.content))
    return any(gold.matches(source, words) for gold in wanted)


def count(examples: Iterable[Example]) -> CueTable:
    """How often each cue was right in each frame."""
    table = CueTable()
    for example in examples:
        table.add(example.key, example.frame, example.right)
    return table


def fit(examples: Sequence[Example], table: CueTable) -> dict[str, float]:
    """The weights of the logistic model.

    A candidate's own sighting is taken out of the counts before its log-odds are read, or the cue's term would be
    trusted more than it can be on unseen text.
    """
    often = Counter(name for example in examples for name in example.features)
    names = sorted(name for name, times in often.items() if times >= LEAST_FEATURE)
    column = {name: index for index, name in enumerate(names)}
    pairs = [(row, column[name]) for row, example in enumerate(examples) for name in example.features if name in column]
    rows, columns = zip(*pairs, strict=True)
    flags = csr_matrix((np.ones(len(pairs)), (rows, columns)), shape=(len(examples), len(names)))
    odds = csr_matrix(np.array([[_odds_without(table, example)] for example in examples]))
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(hstack([odds, flags]).tocsr(), [example.right for example in examples])
    weights = dict(zip(["cue", *names], model.coef_[0].tolist(), strict=True))
    return {"bias": float(model.intercept_[0]), **weights}


def _odds_without(table: CueTable, example: Example) -> float:
    table.add(example.key, example.frame, -float(example.right), -1)
    odds = log_odds(table.rate(example.key, example.frame))
    table.add(example.key, example.frame, float(example.right), 1)
    return odds


def write(table: CueTable, weights: dict[str, float], folder: Path, corpus: str) -> None:
    """The three tables, sorted, so that a change of the corpus shows as a change of lines; ``corpus`` is its name."""
    origin = f"# Origin: counted by claimtrack.training.tables.cues on {corpus}."
    kept = sorted((k, f, c) for (k, f), c in table.pairs.items() if c.right or c.seen >= 3)
    _write(folder / "cues.tsv", [CUES_HEAD, origin], [f"{k}\t{f}\t{c.seen:.0f}\t{c.right:.0f}" for k, f, c in kept])
    frames = sorted(table.frames.items())
    _write(folder / "frames.tsv", [FRAMES_HEAD, origin], [f"{f}\t{c.seen:.0f}\t{c.right:.0f}" for f, c in frames])
    _write(folder / "context.tsv", [CONTEXT_HEAD, origin], [f"{n}\t{w:.3f}" for n, w in sorted(weights.items())])


def _write(path: Path, head: Iterable[str], lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in [*head, *lines]), encoding="utf-8")


CUES_HEAD = "# cue (lemma, with particle), frame, times seen as a candidate, times an attribution"
FRAMES_HEAD = "# frame, times seen as a candidate, times an attribution"
CONTEXT_HEAD = "# feature, weight in the logistic model of extract/rules/judge.py"


def _spans(pieces: list[list[int]] | None) -> Spans:
    return tuple(Span(start, end) for start, end in pieces or ())


def _words(text: str, spans: Spans) -> set[int]:
    return {word.start() for span in spans for word in _WORD.finditer(text, *span)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the corpus, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="attribution JSONL with gold spans")
    parser.add_argument("folder", type=Path, help="where cues.tsv, frames.tsv and context.tsv are written")
    options = parser.parse_args(arguments)
    with options.corpus.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    examples = list(collect(rows))
    table = count(examples)
    write(table, fit(examples, table), options.folder, f"{options.corpus.name} ({len(rows)} documents)")
    right = sum(example.right for example in examples)
    print(f"{len(examples)} candidates, {right} of them attributions", file=sys.stderr)


if __name__ == "__main__":
    main()
