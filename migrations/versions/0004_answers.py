"""Answers, by denials and confirmations, in one document or across, and the words that bring documents together.

Revision ID: 0004
Revises: 0003

Denials that are stored stay. Statements that are stored are compared across documents when they are extracted anew,
or by ``claimtrack db relink``.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.String(16).with_variant(postgresql.VARCHAR(16, collation="C"), "postgresql")


def upgrade() -> None:
    """Tables ``answers``, in place of ``denials``, and ``document_terms``."""
    op.create_table(
        "answers",
        sa.Column("answer_id", KEY, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("answered_id", KEY, primary_key=True),
        sa.Column("across", sa.Boolean(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name="score"),
    )
    op.create_index("ix_answers_answered_id", "answers", ["answered_id"])
    op.execute(
        "INSERT INTO answers (answer_id, answered_id, across, ordinal, score)"
        " SELECT denial_id, denied_id, false, ordinal, score FROM denials"
    )
    op.drop_table("denials")
    op.create_table(
        "document_terms",
        sa.Column("term", sa.Text(), primary_key=True),
        sa.Column("document_key", KEY, sa.ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_document_terms_document_key", "document_terms", ["document_key"])


def downgrade() -> None:
    """Only what denials answer in their own documents; what was found across documents is lost."""
    op.drop_table("document_terms")
    op.create_table(
        "denials",
        sa.Column("denial_id", KEY, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("denied_id", KEY, primary_key=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name="score"),
    )
    op.create_index("ix_denials_denied_id", "denials", ["denied_id"])
    op.execute(
        "INSERT INTO denials (denial_id, denied_id, ordinal, score)"
        " SELECT answer_id, answered_id, ordinal, score FROM answers"
        " WHERE NOT across AND answer_id IN (SELECT id FROM statements WHERE stance <> 'confirms')"
    )
    op.drop_table("answers")
