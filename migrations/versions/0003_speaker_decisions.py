"""Analysts' decisions on who is the same speaker.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.String(16).with_variant(postgresql.VARCHAR(16, collation="C"), "postgresql")


def upgrade() -> None:
    """Column ``speakers.merged_into_id`` and the log of decisions."""
    with op.batch_alter_table("speakers") as table:
        table.add_column(sa.Column("merged_into_id", KEY, nullable=True))
        table.create_foreign_key("fk_speakers_merged_into_id_speakers", "speakers", ["merged_into_id"], ["id"])
        table.create_index("ix_speakers_merged_into_id", ["merged_into_id"])
    op.create_table(
        "speaker_decisions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "action",
            sa.Enum(
                "merge", "split", "alias", name="speakeraction", native_enum=False, create_constraint=True, length=16
            ),
            nullable=False,
        ),
        sa.Column("speaker_id", KEY, sa.ForeignKey("speakers.id"), nullable=False),
        sa.Column("into_id", KEY, sa.ForeignKey("speakers.id"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
    )


def downgrade() -> None:
    """Without them: speakers are as extraction knows them."""
    op.drop_table("speaker_decisions")
    with op.batch_alter_table("speakers") as table:
        table.drop_index("ix_speakers_merged_into_id")
        table.drop_constraint("fk_speakers_merged_into_id_speakers", type_="foreignkey")
        table.drop_column("merged_into_id")
