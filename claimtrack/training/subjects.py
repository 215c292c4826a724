"""What the sentence encoder and the matcher learn from: subjects of news, and articles with what is asked of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.placed import Placed, placed
from claimtrack.domain.spans import Span
from claimtrack.training.lines import read_lines

__all__ = ["Question", "QuestionSet", "Subject", "read_sets", "read_subjects"]


class Subject(NamedTuple):
    """A subject with what is said about it."""

    names: tuple[str, ...]
    statements: tuple[str, ...]
    near: tuple[str, ...]
    """Statements of the same setting about something else."""


class Question(NamedTuple):
    """A subject, and which statements of a set (by number) are about it."""

    subject: str
    relevant: tuple[int, ...]
    acceptable: tuple[int, ...]
    """Those that may be taken for it; the others are about something else."""


class QuestionSet(NamedTuple):
    """The statements of one article or of several, and what may be asked of them."""

    statements: tuple[Placed, ...]
    """Article by article, in the order of each text."""
    questions: tuple[Question, ...]
    articles: tuple[int, ...]
    """How many statements each article has."""


def read_subjects(path: Path) -> list[Subject]:
    """Subjects of a JSONL file, each line with ``subject``, ``also``, ``statements`` (two at least) and ``near``."""
    return [
        Subject((row["subject"], *row["also"]), tuple(row["statements"]), tuple(row["near"]))
        for row in read_lines(path)
    ]


def read_sets(paths: Sequence[Path]) -> list[QuestionSet]:
    """Sets of JSONL files, each line with ``questions`` and either one article or several as ``articles``.

    An article has ``text``, mostly ``title``, and ``statements`` (``id``, ``content``), one of several also
    ``document``. A question has ``subject``, and as ``relevant`` and ``acceptable`` ids of statements:
    ``document/id`` where there are several.
    A line with neither asks more of the ``set`` of that name; KeyError where no file has it.
    """
    rows = [row for path in paths for row in read_lines(path)]
    sets = [row for row in rows if "articles" in row or "text" in row]
    asked = {row["set"]: [*row["questions"]] for row in sets if "set" in row}
    for row in rows:
        if "articles" not in row and "text" not in row:
            asked[row["set"]] += row["questions"]
    return [_set({**row, "questions": asked.get(row.get("set"), row["questions"])}) for row in sets]


def _set(row: JsonObject) -> QuestionSet:
    several = "articles" in row
    articles = row["articles"] if several else [row]
    told = [(article, each) for article in articles for each in sorted(article["statements"], key=_place)]
    keys = [f"{article['document']}/{each['id']}" if several else each["id"] for article, each in told]
    numbers = {key: number for number, key in enumerate(keys)}

    def numbered(ids: Sequence[str]) -> tuple[int, ...]:
        return tuple(numbers[key] for key in ids)

    return QuestionSet(
        tuple(
            placed(article["text"], [Span(*piece) for piece in each["content"]], title=article.get("title"))
            for article, each in told
        ),
        tuple(
            Question(each["subject"], numbered(each["relevant"]), numbered(each["acceptable"]))
            for each in row["questions"]
        ),
        tuple(len(article["statements"]) for article in articles),
    )


def _place(statement: JsonObject) -> int:
    """Where a statement's own words begin."""
    return int(statement["content"][0][0])
