"""Copies of one text are one story: what they are found by, and the story of each document.

Revision ID: 0007
Revises: 0006

Documents that are stored are compared when they are extracted anew, or by ``claimtrack db relink``; until then each is
a story of its own.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.String(16).with_variant(postgresql.VARCHAR(16, collation="C"), "postgresql")


def upgrade() -> None:
    """Tables ``document_signatures`` and ``document_bands``."""
    op.create_table(
        "document_signatures",
        sa.Column("document_key", KEY, sa.ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("story", KEY, nullable=False),
        sa.Column("shingles", sa.Integer(), nullable=False),
        sa.Column("minhash", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_document_signatures_story", "document_signatures", ["story"])
    op.create_table(
        "document_bands",
        sa.Column("band", KEY, primary_key=True),
        sa.Column("document_key", KEY, sa.ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_document_bands_document_key", "document_bands", ["document_key"])


def downgrade() -> None:
    """Without them: every document counts for itself."""
    op.drop_table("document_bands")
    op.drop_table("document_signatures")
