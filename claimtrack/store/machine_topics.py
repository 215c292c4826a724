"""What the extractor says that live statements are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.tables import DocumentRow, StatementRow, StatementTopicRow, TopicRow
from claimtrack.domain.vocabulary import Maker
from claimtrack.store.reading import listing_order

__all__ = ["MachineTopics", "contents_of", "machine_topics"]


@dataclass(frozen=True, slots=True)
class MachineTopics:
    """The extractor's topics, and which statements have them."""

    statements: tuple[str, ...]
    """Ids of the live statements that have any, in the order of listings."""
    topics: dict[str, list[int]]
    """Places of a topic's statements among these, by the topic's name."""


def machine_topics(session: Session) -> MachineTopics:
    """The topics that the extractor gave to live statements, those left out that an analyst has made his own."""
    row = StatementTopicRow
    query = (
        select(StatementRow.id, TopicRow.name)
        .join(row, row.statement_id == StatementRow.id)
        .join(TopicRow, TopicRow.id == row.topic_id)
        .join(DocumentRow, DocumentRow.key == StatementRow.document_key)
        .where(StatementRow.retired_by_run_id.is_(None))
        .where(row.made_by == Maker.MACHINE, TopicRow.made_by == Maker.MACHINE)
        .order_by(*listing_order(), TopicRow.name)
    )
    places: dict[str, int] = {}
    topics: dict[str, list[int]] = {}
    for statement, name in session.execute(query):
        topics.setdefault(name, []).append(places.setdefault(statement, len(places)))
    return MachineTopics(tuple(places), topics)


def contents_of(session: Session, statements: Sequence[str]) -> list[str]:
    """What statements (by id, no more than a thousand) say, in their order; each wording once."""
    query = select(StatementRow.id, StatementRow.content).where(StatementRow.id.in_(statements))
    contents = {each.id: each.content for each in session.execute(query)}
    return list(dict.fromkeys(contents[statement] for statement in statements))
