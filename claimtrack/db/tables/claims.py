"""Claims, the propositions behind statements, and where they appear."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from claimtrack.db.tables.base import KEY, Base, vocabulary
from claimtrack.domain.vocabulary import DenialStatus, Stance

__all__ = ["ClaimAppearanceRow", "ClaimRow"]


class ClaimRow(Base):
    """One proposition that statements assert, deny, confirm or decline to speak of."""

    __tablename__ = "claims"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    proposition: Mapped[str] = mapped_column(Text)
    denial_status: Mapped[DenialStatus] = mapped_column(vocabulary(DenialStatus))
    """Recomputed from the appearances whenever they change."""


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
