"""Speakers and topics with what is stored of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session, aliased

from claimtrack.db.tables import (
    SpeakerAliasRow,
    SpeakerRow,
    StatementRow,
    StatementSpeakerRow,
    StatementTopicRow,
    TopicRow,
)
from claimtrack.domain.vocabulary import Maker, SpeakerKind
from claimtrack.store.bulk import chunks
from claimtrack.store.registry import group_of

__all__ = ["SpeakerSummary", "TopicSummary", "speaker_summaries", "topic_summaries"]


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """A speaker of live statements of any type."""

    id: str
    name: str
    kind: SpeakerKind
    anonymous: bool
    aliases: tuple[str, ...]
    """Other spellings."""
    affiliations: tuple[str, ...]
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class TopicSummary:
    """A topic and how many live statements are about it."""

    name: str
    description: str | None
    words: tuple[str, ...]
    made_by: Maker
    statements: int


def speaker_summaries(session: Session, wanted: Select[str]) -> list[SpeakerSummary]:
    """Those of the speakers (ids from the Select) who have live statements, by name in code-point order.

    Speakers who are one are listed once, under the name of who stands for them.
    """
    row = StatementSpeakerRow
    root = aliased(SpeakerRow)
    query = (
        select(
            root.id,
            root.name,
            root.kind,
            root.anonymous,
            func.count(row.statement_id.distinct()).label("statements"),
            func.count(StatementRow.document_key.distinct()).label("documents"),
        )
        .select_from(SpeakerRow)
        .join(root, root.id == SpeakerRow.root_id)
        .join(row, row.speaker_id == SpeakerRow.id)
        .join(StatementRow, StatementRow.id == row.statement_id)
        .where(StatementRow.retired_by_run_id.is_(None), SpeakerRow.id.in_(group_of(wanted)))
        .group_by(root.id, root.name, root.kind, root.anonymous)
        .order_by(root.name, root.id)
    )
    found = session.execute(query).all()
    aliases, affiliations = _names(session, [each.id for each in found])
    return [
        SpeakerSummary(
            id=each.id,
            name=each.name,
            kind=each.kind,
            anonymous=each.anonymous,
            aliases=tuple(name for name in aliases.get(each.id, ()) if name != each.name),
            affiliations=tuple(affiliations.get(each.id, ())),
            statements=each.statements,
            documents=each.documents,
        )
        for each in found
    ]


def topic_summaries(session: Session) -> list[TopicSummary]:
    """All topics that analysts made, and the extractor's that live statements have, by name."""
    live = select(StatementRow.id).where(StatementRow.retired_by_run_id.is_(None))
    pairs = (
        select(StatementTopicRow.topic_id, func.count(StatementTopicRow.statement_id.distinct()).label("number"))
        .where(StatementTopicRow.statement_id.in_(live))
        .group_by(StatementTopicRow.topic_id)
        .subquery()
    )
    query = (
        select(TopicRow, func.coalesce(pairs.c.number, 0))
        .outerjoin(pairs, pairs.c.topic_id == TopicRow.id)
        .order_by(TopicRow.name, TopicRow.id)
    )
    return [
        TopicSummary(topic.name, topic.description, tuple(topic.words), topic.made_by, number)
        for topic, number in session.execute(query)
        if number or topic.made_by is Maker.ANALYST
    ]


def _names(session: Session, speakers: Collection[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Spellings and affiliations of speakers, by id, in code-point order."""
    aliases: dict[str, list[str]] = {}
    affiliations: dict[str, list[str]] = {}
    alias, row = SpeakerAliasRow, StatementSpeakerRow
    for chunk in chunks(speakers):
        spelled = select(SpeakerRow.root_id, alias.name).distinct().join(SpeakerRow, SpeakerRow.id == alias.speaker_id)
        _group(aliases, session.execute(spelled.where(SpeakerRow.root_id.in_(chunk)).order_by(alias.name)))
        spoken = (
            select(SpeakerRow.root_id, row.affiliation).distinct().join(SpeakerRow, SpeakerRow.id == row.speaker_id)
        )
        spoken = spoken.join(StatementRow, StatementRow.id == row.statement_id)
        live = spoken.where(SpeakerRow.root_id.in_(chunk), StatementRow.retired_by_run_id.is_(None))
        _group(affiliations, session.execute(live.where(row.affiliation.is_not(None)).order_by(row.affiliation)))
    return aliases, affiliations


def _group(into: dict[str, list[str]], rows: Iterable[Row[*tuple[Any, ...]]]) -> None:
    for key, name in rows:
        into.setdefault(key, []).append(name)
