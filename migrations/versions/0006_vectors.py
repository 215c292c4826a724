"""What statements mean, as vectors.

Revision ID: 0006
Revises: 0005

Statements that are stored get theirs by ``claimtrack db reembed``; until then they are found by their words.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.String(16).with_variant(postgresql.VARCHAR(16, collation="C"), "postgresql")


def upgrade() -> None:
    """The table ``statement_vectors``."""
    op.create_table(
        "statement_vectors",
        sa.Column("statement_id", KEY, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.Column("digest", KEY, nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    """Without it: statements are found by their words alone."""
    op.drop_table("statement_vectors")
