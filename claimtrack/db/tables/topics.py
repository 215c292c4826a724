"""Topics and the statements that are about them."""

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, SORTED_TEXT, Base, vocabulary
from claimtrack.domain.vocabulary import Maker

__all__ = ["StatementTopicRow", "TopicRow"]


class TopicRow(Base):
    """A short noun phrase; an analyst's own has words that find its statements."""

    __tablename__ = "topics"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    """Hashes the folded name."""
    name: Mapped[str] = mapped_column(SORTED_TEXT)
    description: Mapped[str | None] = mapped_column(Text)
    words: Mapped[list[str]] = mapped_column(JSON)
    """Phrases; a statement with all words of any of them is about the topic."""
    made_by: Mapped[Maker] = mapped_column(vocabulary(Maker))


class StatementTopicRow(Base):
    """That a statement is about a topic: found by the extractor, or by an analyst's topic."""

    __tablename__ = "statement_topics"

    statement_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    topic_id: Mapped[str] = mapped_column(ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True, index=True)
    made_by: Mapped[Maker] = mapped_column(vocabulary(Maker), primary_key=True)
    score: Mapped[float | None]

    __table_args__ = (CheckConstraint("score BETWEEN 0 AND 1", name="score"),)
