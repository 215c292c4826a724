"""Which claims are one: statements that repeat each other, and what analysts decided.

Revision ID: 0009
Revises: 0008

Statements that are stored are compared when their documents are extracted anew, or by ``claimtrack db relink``; until
then each claim stands for itself.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KEY = sa.String(16).with_variant(postgresql.VARCHAR(16, collation="C"), "postgresql")


def upgrade() -> None:
    """A column of ``claims``, and tables ``statement_matches`` and ``claim_decisions``."""
    with op.batch_alter_table("claims") as table:
        table.add_column(sa.Column("root_id", KEY, nullable=True))
    op.execute("UPDATE claims SET root_id = id")
    with op.batch_alter_table("claims") as table:
        table.alter_column("root_id", nullable=False)
        table.create_index("ix_claims_root_id", ["root_id"])
    op.create_table(
        "statement_matches",
        sa.Column("statement_id", KEY, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("other_id", KEY, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("score", sa.Double(), nullable=False),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name="score"),
    )
    op.create_index("ix_statement_matches_other_id", "statement_matches", ["other_id"])
    actions = sa.Enum("merge", "split", name="claimaction", native_enum=False, create_constraint=True, length=16)
    op.create_table(
        "claim_decisions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("action", actions, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("into_id", KEY, nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("into", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
    )


def downgrade() -> None:
    """Without them: only the same words make one claim."""
    op.drop_table("claim_decisions")
    op.drop_table("statement_matches")
    with op.batch_alter_table("claims") as table:
        table.drop_index("ix_claims_root_id")
        table.drop_column("root_id")
