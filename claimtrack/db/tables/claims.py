"""Claims, the propositions behind statements, where they appear, and which of them are one."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, Base, UtcDateTime, vocabulary
from claimtrack.domain.vocabulary import ClaimAction, DenialStatus, Stance

__all__ = ["ClaimAppearanceRow", "ClaimDecisionRow", "ClaimRow", "StatementMatchRow"]


class ClaimRow(Base):
    """One proposition that statements assert, deny, confirm or decline to speak of."""

    __tablename__ = "claims"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    proposition: Mapped[str] = mapped_column(Text)
    denial_status: Mapped[DenialStatus] = mapped_column(vocabulary(DenialStatus))
    """Recomputed from the appearances of all claims that are one with it, whenever they change."""
    root_id: Mapped[str] = mapped_column(KEY, index=True)
    """Which stands for all that are one with it, itself as a rule: follows from what analysts decided and from which
    statements repeat each other, and is found anew as these change."""


class ClaimAppearanceRow(Base):
    """A live statement that takes a stance towards a claim."""

    __tablename__ = "claim_appearances"

    claim_id: Mapped[str] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)
    statement_id: Mapped[str] = mapped_column(
        ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    ordinal: Mapped[int]
    """0 for the claim that listings show for the statement; a denial may answer several."""
    stance: Mapped[Stance] = mapped_column(vocabulary(Stance))


class StatementMatchRow(Base):
    """Two live statements of different documents that may make one claim; the id of the first is the smaller."""

    __tablename__ = "statement_matches"

    statement_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[str] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True, index=True)
    score: Mapped[float]

    __table_args__ = (CheckConstraint("score BETWEEN 0 AND 1", name="score"),)


class ClaimDecisionRow(Base):
    """One decision of an analyst on two claims; the log only grows, and outlives the claims."""

    __tablename__ = "claim_decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    action: Mapped[ClaimAction] = mapped_column(vocabulary(ClaimAction))
    claim_id: Mapped[str] = mapped_column(KEY)
    into_id: Mapped[str] = mapped_column(KEY)
    """What it was merged into, or split from."""
    claim: Mapped[str] = mapped_column(Text)
    into: Mapped[str] = mapped_column(Text)
    """The words of both when it was decided."""
    reason: Mapped[str | None] = mapped_column(Text)
