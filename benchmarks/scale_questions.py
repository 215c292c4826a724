"""Questions to a large database: how long they take by meaning and by words alone, and what sketches keep."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scale_documents import person, publisher
from sqlalchemy import event
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.placed import Placed
from claimtrack.domain.vocabulary import Stance
from claimtrack.model.sentence import load_sentence_encoder
from claimtrack.search.selects import statement_select
from claimtrack.workflows.finding import find_about

LIMIT = 20
ROUNDS = 5
_AT_ONCE = 500


@dataclass(frozen=True)
class Question:
    """A subject and conditions, with the command's words for these."""

    filters: StatementFilters
    options: Sequence[str] = ()


def questions() -> list[Question]:
    """Frequent and rare subjects, with each sort of condition and with several."""
    since, surname, outlet = date(2023, 1, 1), person(2).split()[-1], publisher(0)
    denies = (Stance.DENIES,)
    return [
        Question(StatementFilters("hospital")),
        Question(StatementFilters("interest rates", since=since), ["--since", "2023-01-01"]),
        Question(StatementFilters("embargo", stances=denies), ["--stance", "denies"]),
        Question(StatementFilters("museum", publishers=(outlet,)), ["--publisher", outlet]),
        Question(StatementFilters("rents", speakers=(surname,)), ["--speaker", surname]),
        Question(StatementFilters("trains", stances=denies, since=since), ["--stance", "denies", "--since", "2023"]),
        Question(StatementFilters("weapons transfers")),
        Question(StatementFilters("stolen art", since=since), ["--since", "2023"]),
    ]


@dataclass(frozen=True)
class Answered:
    """What one question took, in milliseconds, and found."""

    question: Question
    words: float
    meaning: float
    database_words: float
    """The part of the database alone: the same SQL again, rows fetched and thrown away."""
    database_meaning: float
    exact_pass: float
    kept: int
    found: int


def answered(url: str) -> Iterator[Answered]:
    """Each question asked by words and by meaning, in turn; the networks' time is left out."""
    with session_scope(url) as session, _encoded():
        for question in questions():
            filters = replace(question.filters, limit=LIMIT)

            def by_words(filters: StatementFilters = filters) -> object:
                query = statement_select(filters, session.get_bind().dialect.name, best_first=True)
                return session.execute(query).all()

            def by_meaning(filters: StatementFilters = filters) -> object:
                return find_about(session, replace(filters, meaning=True), best_first=True)

            again = [_replay(session, _recorded(session, work)) for work in (by_words, by_meaning)]
            took = _medians(by_words, by_meaning, *again)
            unlimited = replace(question.filters, meaning=True)
            kept = {key for key, _ in find_about(session, unlimited).statements}
            start = time.perf_counter()
            with patch("claimtrack.workflows.sketching.FEW", 10**9):
                found = {key for key, _ in find_about(session, unlimited).statements}
            every = 1_000 * (time.perf_counter() - start)
            yield Answered(question, *took, every, len(kept & found), len(found))


def command_seconds(url: str, question: Question, rounds: int) -> float:
    """How long the whole command takes, once the database is warm."""
    command = [sys.executable, "-m", "claimtrack", "--database", url, "query", question.filters.about or ""]
    took = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run([*command, *question.options, "--limit", str(LIMIT)], check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    return statistics.median(took[1:])


def _recorded(session: Session, work: Callable[[], object]) -> list[tuple[str, Any, Any]]:
    """The SQL of a piece of work, with its parameters and, on PostgreSQL, the format of its results."""
    found: list[tuple[str, Any, Any]] = []

    def record(*told: Any) -> None:
        _, cursor, statement, parameters, *_ = told
        found.append((statement, parameters, getattr(cursor, "format", None)))

    connection = session.connection()
    event.listen(connection, "after_cursor_execute", record)
    work()
    event.remove(connection, "after_cursor_execute", record)
    return found


def _replay(session: Session, statements: Sequence[tuple[str, Any, Any]]) -> Callable[[], None]:
    def replayed() -> None:
        driver = session.connection().connection.driver_connection
        for statement, parameters, form in statements:
            cursor = driver.cursor()
            if form is not None:
                cursor.format = form
            cursor.execute(statement, parameters)
            while cursor.fetchmany(_AT_ONCE):
                pass
            cursor.close()

    return replayed


def _medians(*works: Callable[[], object]) -> list[float]:
    """The median of each in milliseconds; they run in turn, so that a busy machine slows all of them."""
    took: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS + 1):
        for work, own in zip(works, took, strict=True):
            start = time.perf_counter()
            work()
            own.append(1_000 * (time.perf_counter() - start))
    return [statistics.median(own[1:]) for own in took]


class _Mute:
    """Stands where the matcher stands, and takes no time."""

    def about(self, subject: str, statements: Sequence[Placed]) -> list[float]:
        """It says neither yes nor no."""
        del subject
        return [0.0] * len(statements)


class _Known:
    """The sentence encoder, that reads each text once."""

    def __init__(self) -> None:
        self._encoder = load_sentence_encoder()
        self._vectors: dict[tuple[str, ...], NDArray[np.float32]] = {}
        self.name = self._encoder.name

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of length 1, one a text."""
        if tuple(texts) not in self._vectors:
            self._vectors[tuple(texts)] = self._encoder.encode(texts)
        return self._vectors[tuple(texts)]


@contextmanager
def _encoded() -> Iterator[None]:
    known = _Known()
    reading = patch("claimtrack.workflows.rereading.matcher_or_none", _Mute)
    with patch("claimtrack.workflows.finding.needed_encoder", lambda: known), reading:
        yield
