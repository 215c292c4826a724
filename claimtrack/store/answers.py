"""Which statement answers which, by a denial or a confirmation."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import SQLColumnExpression, delete, select
from sqlalchemy.orm import Session

from claimtrack.db.tables import AnswerRow, StatementRow
from claimtrack.domain.claims import Answer
from claimtrack.store.bulk import add_missing, chunks

__all__ = [
    "answer_order",
    "answers_of",
    "contexts_of",
    "drop_found_answers",
    "save_answers",
    "save_found_answers",
    "targets_of",
]


def answer_order() -> tuple[SQLColumnExpression[Any], ...]:
    """The order of what one statement answers: its own document's, then the likeliest."""
    row = AnswerRow
    return (row.across, row.ordinal, row.score.desc(), row.answered_id)


def save_answers(
    session: Session, answers: Mapping[str, Sequence[str]], scores: Mapping[str, float | None]
) -> set[str]:
    """Store what each statement answers (ids of both) by its own document, in place of what was stored so.

    What is answered may not be stored yet. Returns what none of them answers so any more (ids).
    """
    row = AnswerRow
    told = {target for targets in answers.values() for target in targets}
    before = set(session.scalars(select(row.answered_id).where(row.answer_id.in_(answers), row.across.is_(False))))
    session.execute(delete(row).where(row.answer_id.in_(answers), row.across.is_(False)))
    for chunk in chunks(sorted(told)):
        session.execute(delete(row).where(row.answer_id.in_(answers), row.answered_id.in_(chunk)))
    _add(session, _rows(answers, scores))
    return before.difference(*answers.values())


def _rows(answers: Mapping[str, Sequence[str]], scores: Mapping[str, float | None]) -> Iterator[Answer]:
    for answer, targets in answers.items():
        for ordinal, target in enumerate(dict.fromkeys(targets)):
            yield Answer(answer, target, scores.get(answer), ordinal=ordinal, across=False)


def save_found_answers(session: Session, answers: Iterable[Answer]) -> None:
    """Store answers that were found by comparing documents; what the answer's own document says goes before."""
    _add(session, answers)


def drop_found_answers(session: Session, documents: Collection[str]) -> set[str]:
    """Forget all answers that were found by comparing documents, where one of the given (by key) is among the two.

    Returns the ids of all statements that took part.
    """
    row = AnswerRow
    involved: set[str] = set()
    for chunk in chunks(sorted(documents)):
        own = select(StatementRow.id).where(StatementRow.document_key.in_(chunk))
        for side in (row.answer_id, row.answered_id):  # one at a time: "or" keeps PostgreSQL from both indexes
            found = row.across & side.in_(own)
            pairs = session.execute(select(row.answer_id, row.answered_id).where(found)).all()
            involved.update(key for pair in pairs for key in pair)
            session.execute(delete(row).where(found))
    return involved


def targets_of(session: Session, answers: Collection[str]) -> set[str]:
    """Ids of what any of the given statements, live or not, answers; it need not be stored."""
    return set(session.scalars(select(AnswerRow.answered_id).where(AnswerRow.answer_id.in_(answers))))


def answers_of(session: Session, answered: Collection[str], *, told: bool = False) -> set[str]:
    """Ids of the live statements that answer any of the given ones; with ``told``, only as their own documents say."""
    query = (
        select(AnswerRow.answer_id)
        .join(StatementRow, StatementRow.id == AnswerRow.answer_id)
        .where(AnswerRow.answered_id.in_(answered), StatementRow.retired_by_run_id.is_(None))
    )
    return set(session.scalars(query.where(AnswerRow.across.is_(False)) if told else query))


def _add(session: Session, answers: Iterable[Answer]) -> None:
    rows = [
        {
            "answer_id": each.answer,
            "answered_id": each.answered,
            "across": each.across,
            "ordinal": each.ordinal,
            "score": each.score,
        }
        for each in answers
    ]
    add_missing(session, AnswerRow, rows)


def contexts_of(session: Session, statements: Collection[str]) -> dict[str, list[str]]:
    """What statements answer and what answers them, each wording once and one step far.

    "Such claims" is found by what the claims say, and a claim by what its denials call it.
    """
    row = AnswerRow
    contexts: dict[str, dict[str, None]] = {}
    for own, other in ((row.answer_id, row.answered_id), (row.answered_id, row.answer_id)):
        query = select(own, StatementRow.content).join(StatementRow, StatementRow.id == other)
        live = query.where(own.in_(statements), StatementRow.retired_by_run_id.is_(None))
        for key, content in session.execute(live.order_by(row.across, row.ordinal, other)):
            contexts.setdefault(key, {})[content] = None
    return {key: list(contents) for key, contents in contexts.items()}
