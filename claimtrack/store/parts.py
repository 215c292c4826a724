"""What belongs to statements and lies in other tables, read for a batch of them by one query each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from claimtrack.db.tables import (
    AnswerRow,
    ClaimAppearanceRow,
    ClaimRow,
    DocumentRow,
    SpeakerRow,
    StatementHedgeRow,
    StatementRow,
    StatementSpanRow,
    StatementSpeakerRow,
    StatementTopicRow,
    TopicRow,
)
from claimtrack.domain.attribution import Hedge, Speaker
from claimtrack.domain.claims import Answer
from claimtrack.domain.spans import Span
from claimtrack.domain.stored import Reply
from claimtrack.domain.vocabulary import DenialStatus, SpanRole, Stance
from claimtrack.store.answers import answer_order
from claimtrack.store.bulk import chunks, grouped
from claimtrack.store.documents import document_order
from claimtrack.store.stories import story_key

__all__ = ["Parts", "read_parts"]


@dataclass(frozen=True)
class Parts:
    """Parts of statements by statement id; a statement without any is left out."""

    spans: dict[str, list[tuple[SpanRole, Span]]]
    speakers: dict[str, list[tuple[Speaker, str]]]
    """Each with the id of who stands for all who are one."""
    topics: dict[str, list[tuple[str, float | None]]]
    """Each with how well the statement fits it, where it is an analyst's."""
    hedges: dict[str, list[Hedge]]
    answers: dict[str, list[Answer]]
    replies: dict[str, list[tuple[Stance, Reply]]]
    """What answers it, with the stance that it does so by."""
    claims: dict[str, list[tuple[str, DenialStatus]]]
    """By what stands for all that are one with it; the one that listings show goes first."""


def read_parts(session: Session, statements: Collection[str]) -> Parts:
    """All parts of the statements, each in its own order."""
    return Parts(
        spans=_spans(session, statements),
        speakers=_speakers(session, statements),
        topics=_topics(session, statements),
        hedges=_hedges(session, statements),
        answers=_answers(session, statements),
        replies=_replies(session, statements),
        claims=_claims(session, statements),
    )


def _spans(session: Session, statements: Collection[str]) -> dict[str, list[tuple[SpanRole, Span]]]:
    row = StatementSpanRow
    query = select(row.statement_id, row.role, row.start_offset, row.end_offset)
    query = query.where(row.statement_id.in_(statements)).order_by(row.statement_id, row.ordinal)
    found = session.execute(query)
    return grouped([(each[0], (each[1], Span(each[2], each[3]))) for each in found])


def _speakers(session: Session, statements: Collection[str]) -> dict[str, list[tuple[Speaker, str]]]:
    row = StatementSpeakerRow
    root = aliased(SpeakerRow)
    query = (
        select(
            row.statement_id,
            row.name,
            SpeakerRow.kind,
            row.role,
            row.affiliation,
            row.anonymity,
            row.found_by,
            row.score,
            root.id,
            root.name,
            root.kind,
            root.id != SpeakerRow.id,
        )
        .join(SpeakerRow, SpeakerRow.id == row.speaker_id)
        .join(root, root.id == SpeakerRow.root_id)
        .where(row.statement_id.in_(statements))
        .order_by(row.statement_id, row.ordinal)
    )
    return grouped([(each[0], _told(each)) for each in session.execute(query)])


def _told(row: Sequence[Any]) -> tuple[Speaker, str]:
    """A speaker as the document tells, and the id of who that is."""
    known = row[9:11] if row[11] else (None, None)
    return Speaker(*row[1:8], *known), row[8]


def _topics(session: Session, statements: Collection[str]) -> dict[str, list[tuple[str, float | None]]]:
    row = StatementTopicRow
    query = (
        select(row.statement_id, TopicRow.name, func.max(row.score))
        .join(TopicRow, TopicRow.id == row.topic_id)
        .where(row.statement_id.in_(statements))
        .group_by(row.statement_id, TopicRow.name)
        .order_by(row.statement_id, TopicRow.name)
    )
    return grouped([(each[0], (each[1], each[2])) for each in session.execute(query)])


def _hedges(session: Session, statements: Collection[str]) -> dict[str, list[Hedge]]:
    row = StatementHedgeRow
    query = select(row.statement_id, row.hedger, row.start_offset, row.end_offset)
    query = query.where(row.statement_id.in_(statements)).order_by(row.statement_id, row.ordinal)
    return grouped([(each[0], Hedge(each[1], Span(each[2], each[3]))) for each in session.execute(query)])


def _answers(session: Session, statements: Collection[str]) -> dict[str, list[Answer]]:
    row = AnswerRow
    query = (
        select(row.answer_id, row.answered_id, row.score, row.ordinal, row.across)
        .join(StatementRow, StatementRow.id == row.answered_id)
        .where(row.answer_id.in_(statements), StatementRow.retired_by_run_id.is_(None))
        .order_by(row.answer_id, *answer_order())
    )
    return grouped([(each[0], Answer(*each)) for each in session.execute(query)])


def _replies(session: Session, statements: Collection[str]) -> dict[str, list[tuple[Stance, Reply]]]:
    """The live answers to each statement, in the order of listings."""
    row, said = AnswerRow, StatementRow
    query = (
        select(row.answered_id, row.answer_id, said.stance, said.said_first, said.said_last, story_key())
        .join(said, said.id == row.answer_id)
        .join(DocumentRow, DocumentRow.key == said.document_key)
        .where(row.answered_id.in_(statements), said.retired_by_run_id.is_(None))
        .order_by(row.answered_id, *document_order(), said.position, said.id)
    )
    found = session.execute(query).all()
    spoken = StatementSpeakerRow
    named = select(spoken.statement_id, spoken.name).order_by(spoken.statement_id, spoken.ordinal)
    names: dict[str, list[str]] = {}
    for chunk in chunks(sorted({each.answer_id for each in found})):  # one statement may have thousands of answers
        names |= _pairs(session, named.where(spoken.statement_id.in_(chunk)))
    return grouped(
        [
            (target, (stance, Reply(answer, tuple(names.get(answer, ())), first, last, story)))
            for target, answer, stance, first, last, story in found
        ]
    )


def _claims(session: Session, statements: Collection[str]) -> dict[str, list[tuple[str, DenialStatus]]]:
    row = ClaimAppearanceRow
    query = (
        select(row.statement_id, ClaimRow.root_id, ClaimRow.denial_status)
        .join(ClaimRow, ClaimRow.id == row.claim_id)
        .where(row.statement_id.in_(statements))
        .order_by(row.statement_id, row.ordinal)
    )
    found = grouped([(each[0], (each[1], each[2])) for each in session.execute(query)])
    return {key: list(dict.fromkeys(claims)) for key, claims in found.items()}


def _pairs(session: Session, query: Select[*tuple[Any, ...]]) -> dict[str, list[str]]:
    return grouped([(each[0], each[1]) for each in session.execute(query)])
