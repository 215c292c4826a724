"""Who of the speakers are one: found by names and descriptions, with what analysts decided before all else.

Revision ID: 0005
Revises: 0004

Speakers that are stored are compared when documents that name them are extracted anew.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = sa.String(16).with_variant(postgresql.VARCHAR(16, collation="C"), "postgresql")
ACTIONS = ("merge", "split", "alias")


def actions(*values: str) -> sa.Enum:
    """What analysts decide, as short strings checked by the database."""
    return sa.Enum(*values, name="speakeraction", native_enum=False, create_constraint=True, length=16)


def upgrade() -> None:
    """Columns of ``speakers``, the table ``speaker_descriptions``, and one more thing to decide."""
    with op.batch_alter_table("speakers") as table:
        table.add_column(sa.Column("root_id", KEY, nullable=True))
        table.add_column(sa.Column("block", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("wikidata", sa.Text(), nullable=True))
    op.execute("UPDATE speakers SET root_id = coalesce(merged_into_id, id)")
    with op.batch_alter_table("speakers") as table:
        table.alter_column("root_id", nullable=False)
        table.alter_column("block", server_default=None)
        table.create_index("ix_speakers_root_id", ["root_id"])
        table.create_index("ix_speakers_block", ["block"])
    op.create_table(
        "speaker_descriptions",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("speaker_id", KEY, sa.ForeignKey("speakers.id", ondelete="CASCADE"), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
    )
    op.create_index("ix_speaker_descriptions_speaker_id", "speaker_descriptions", ["speaker_id"])
    _change_actions((*ACTIONS, "identify"))


def downgrade() -> None:
    """Without them: only whom analysts merged are one."""
    op.execute("DELETE FROM speaker_decisions WHERE action = 'identify'")
    _change_actions(ACTIONS)
    op.drop_table("speaker_descriptions")
    with op.batch_alter_table("speakers") as table:
        table.drop_index("ix_speakers_block")
        table.drop_index("ix_speakers_root_id")
        table.drop_column("wikidata")
        table.drop_column("block")
        table.drop_column("root_id")


def _change_actions(values: tuple[str, ...]) -> None:
    with op.batch_alter_table("speaker_decisions") as table:
        table.drop_constraint("speakeraction", type_="check")
    with op.batch_alter_table("speaker_decisions") as table:
        quoted = ", ".join(f"'{value}'" for value in values)
        table.create_check_constraint("speakeraction", f"action IN ({quoted})")
