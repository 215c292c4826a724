"""Questions against gold: whether an analyst gets all statements about a subject, and no others.

    python benchmarks/questions.py benchmarks/gold/queries.jsonl --articles benchmarks/gold/desk.jsonl

The annotated statements of each set of articles are stored in a database of their own, so that what the extractor
overlooks does not count. Each question is asked as a user types it, and answered by the program, by words only
(`--exact`), and by meaning only: what the program would find if no statement had a word of the question. Open questions
and those held out are scored apart.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from quality import document_of
from sqlalchemy.orm import Session

from claimtrack import __version__
from claimtrack.db.session import session_scope
from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.interchange import JsonObject, attribution_from_json
from claimtrack.domain.keys import statement_key
from claimtrack.domain.run import RunSettings
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.pipeline import measure_kinds
from claimtrack.model.sentence import load_sentence_encoder
from claimtrack.model.vectors import products
from claimtrack.search.meaning import least, likelihoods
from claimtrack.search.question import understand
from claimtrack.search.selects import vector_select
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.query import find_or_widen
from claimtrack.workflows.rereading import reread

Answered: TypeAlias = tuple[JsonObject, dict[str, set[str]]]
TODAY = date(2026, 1, 1)
"""After all articles."""
KINDS = {"place": "government", "unknown": "person"}
"""What the writers of questions called otherwise than the interchange format."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask the questions and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, metavar="QUESTIONS")
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="list what is missing and wrong of the open ones")
    options = parser.parse_args(arguments)
    questions, articles = _rows(options.questions), _rows(options.articles)
    for held_out, name in ((False, "open"), (True, "held out")):
        asked = [row for row in questions if row["held_out"] is held_out]
        answers = list(answered(asked, articles))
        print(f"questions, {name}: {len(asked)}")
        for mode in MODES:
            print(f"  {mode:14} {figures([(row, found[mode]) for row, found in answers])}")
        for kind in sorted({row["by"] for row in asked}):
            chosen = [(row, found["program"]) for row, found in answers if row["by"] == kind]
            print(f"    {kind:20} {figures(chosen)}")
        if options.errors and not held_out:
            _print_errors(answers)


def question_figures(questions: Path, articles: Path) -> dict[str, float]:
    """F1 and recall in percent of the program's answers, of open questions and of those held out."""
    found: dict[str, float] = {}
    for held_out, name in ((False, "open"), (True, "held out")):
        asked = [row for row in _rows(questions) if row["held_out"] is held_out]
        right, made, wanted = _counts([(row, answer["program"]) for row, answer in answered(asked, _rows(articles))])
        found[f"questions, {name}: recall"] = 100 * right / max(wanted, 1)
        found[f"questions, {name}: F1"] = 200 * right / max(made + wanted, 1)
    return found


def answered(
    questions: Sequence[JsonObject], articles: Sequence[JsonObject]
) -> Iterator[tuple[JsonObject, dict[str, set[str]]]]:
    """Each question with the statements found by each mode, as ``document/id``."""
    for name in dict.fromkeys(row["set"] for row in questions):
        rows = [row for row in articles if row["set"] == name]
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/questions.db"
            names = _store(url, rows)
            with session_scope(url) as session:
                for row in (row for row in questions if row["set"] == name):
                    filters = understand(row["query"], TODAY).filters
                    yield (
                        row,
                        {mode: {names[key] for key in found_by(session, filters)} for mode, found_by in MODES.items()},
                    )


def _by_program(session: Session, filters: StatementFilters) -> set[str]:
    found = find_or_widen(session, replace(filters, meaning=True))
    return {each.attribution.id for each in found.statements}


def _by_words(session: Session, filters: StatementFilters) -> set[str]:
    return {each.attribution.id for each in find_or_widen(session, filters).statements}


def _by_meaning(session: Session, filters: StatementFilters) -> set[str]:
    if filters.about is None:
        return _by_words(session, filters)
    encoder = load_sentence_encoder()
    passing = session.execute(vector_select(filters, encoder.name)).all()
    near = products(encoder.encode([filters.about])[0], [vector for _, vector in passing])
    keys = [key for key, _ in passing]
    likely = list(zip(keys, likelihoods(near, [0.0] * len(near)), strict=True))
    return {key for key, likelihood in reread(session, filters.about, likely) if likelihood >= least()}


MODES: dict[str, Callable[[Session, StatementFilters], set[str]]] = {
    "program": _by_program,
    "words only": _by_words,
    "meaning only": _by_meaning,
}


def figures(answers: Sequence[tuple[JsonObject, set[str]]]) -> str:
    """Precision, recall and F1 of all questions together, in percent."""
    right, made, wanted = _counts(answers)
    f1 = 200 * right / max(made + wanted, 1)
    return f"P {100 * right / max(made, 1):5.1f}  R {100 * right / max(wanted, 1):5.1f}  F1 {f1:5.1f}"


def _counts(answers: Sequence[tuple[JsonObject, set[str]]]) -> tuple[int, int, int]:
    """How many answers are right, how many were made, and how many were wanted."""
    right = sum(len(found & set(row["relevant"])) for row, found in answers)
    made = sum(len(found - set(row["acceptable"])) for row, found in answers)
    return right, made, sum(len(row["relevant"]) for row, _ in answers)


def _store(url: str, rows: Sequence[JsonObject]) -> dict[str, str]:
    """Store articles with their annotated statements; these by key, as ``document/id``."""
    documents = [document_of(row) for row in rows]
    nlp = load_language()
    found: dict[str, list[Attribution]] = {}
    names: dict[str, str] = {}
    for row, document in zip(rows, documents, strict=True):
        (parsed,) = parse([document], nlp)
        attributions = measure_kinds(parsed, [attribution_from_json(_plain(each)) for each in row["statements"]])
        found[document.key] = attributions
        for each in attributions:
            names[statement_key(document.key, each.source, each.cue, each.content)] = f"{row['document']}/{each.id}"

    def annotate(stream: Iterator[Document]) -> Iterator[tuple[Document, list[Attribution]]]:
        for document in stream:
            yield document, found[document.key]

    extract_documents(url, documents, annotate, RunSettings(__version__, "gold", "gold"))
    return names


def _plain(statement: JsonObject) -> JsonObject:
    speakers = [{**each, "kind": KINDS.get(each.get("kind"), each.get("kind"))} for each in statement["speakers"]]
    dated = {"granularity": "day", "date_basis": "explicit"}
    return {"type": "statement", "anonymous": False, **dated, **statement, "speakers": speakers}


def _rows(path: Path) -> list[JsonObject]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _print_errors(answers: Sequence[tuple[JsonObject, dict[str, set[str]]]]) -> None:
    for row, found in answers:
        relevant, accepted = set(row["relevant"]), set(row["acceptable"])
        print(f"{row['query']}: {' '.join(understand(row['query'], TODAY).readings)}")
        print(
            f"    missing {sorted(relevant - found['program'])}, wrong {sorted(found['program'] - relevant - accepted)}"
        )


if __name__ == "__main__":
    main()
