"""What the sentence encoder learns from: subjects of news with what is about them, alone and in whole articles."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.placed import Placed, placed
from claimtrack.domain.spans import Span
from claimtrack.training.lines import read_lines

__all__ = ["Article", "Question", "Subject", "read_articles", "read_subjects"]


class Subject(NamedTuple):
    """A subject with what is said about it."""

    names: tuple[str, ...]
    statements: tuple[str, ...]
    near: tuple[str, ...]
    """Statements of the same setting about something else."""


class Question(NamedTuple):
    """A subject, and which statements of an article (by number) are about it."""

    subject: str
    relevant: tuple[int, ...]
    acceptable: tuple[int, ...]
    """Those that may be taken for it; the others are about something else."""


class Article(NamedTuple):
    """The statements of an article, and what may be asked of it."""

    statements: tuple[Placed, ...]
    questions: tuple[Question, ...]


def read_subjects(path: Path) -> list[Subject]:
    """Subjects of a JSONL file, each line with ``subject``, ``also``, ``statements`` (two at least) and ``near``."""
    return [
        Subject((row["subject"], *row["also"]), tuple(row["statements"]), tuple(row["near"]))
        for row in read_lines(path)
    ]


def read_articles(path: Path) -> list[Article]:
    """Articles of a JSONL file, each line with ``text``, ``statements`` (``id``, ``content``) and ``questions``.

    A question has ``subject``, and ids of statements as ``relevant`` and ``acceptable``.
    """
    return [_article(row) for row in read_lines(path)]


def _article(row: JsonObject) -> Article:
    numbers = {each["id"]: number for number, each in enumerate(row["statements"])}

    def numbered(ids: Sequence[str]) -> tuple[int, ...]:
        return tuple(numbers[key] for key in ids)

    return Article(
        tuple(placed(row["text"], [Span(*piece) for piece in each["content"]]) for each in row["statements"]),
        tuple(
            Question(each["subject"], numbered(each["relevant"]), numbered(each["acceptable"]))
            for each in row["questions"]
        ),
    )
