"""Why a speaker is thought to be who is named, how far unnamed ones are told, and hedges.

Revision ID: 0002
Revises: 0001

Speakers that are stored already keep no reason; unnamed ones count as told by their role, or as a group.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.String(16).with_variant(postgresql.VARCHAR(16, collation="C"), "postgresql")
ANONYMITY = ("named", "role", "group", "unnamed", "unnamed_reason")
RESOLUTION = ("name", "short_name", "pronoun", "first_person", "description", "pair", "described")


def vocabulary(name: str, values: tuple[str, ...]) -> sa.Enum:
    """Values as short strings, checked by the database."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=16)


def upgrade() -> None:
    """Columns of ``statement_speakers``, and the table ``statement_hedges``."""
    with op.batch_alter_table("statement_speakers") as table:
        anonymity = vocabulary("anonymity", ANONYMITY)
        table.add_column(sa.Column("anonymity", anonymity, nullable=False, server_default="named"))
        table.add_column(sa.Column("found_by", vocabulary("resolution", RESOLUTION), nullable=True))
        table.add_column(sa.Column("score", sa.Double(), nullable=True))
        table.create_check_constraint("score", "score BETWEEN 0 AND 1")
    op.execute(
        "UPDATE statement_speakers SET anonymity = (SELECT CASE kind WHEN 'group' THEN 'group' ELSE 'role' END"
        " FROM speakers WHERE speakers.id = speaker_id)"
        " WHERE speaker_id IN (SELECT id FROM speakers WHERE anonymous)"
    )
    with op.batch_alter_table("statement_speakers") as table:
        table.alter_column("anonymity", server_default=None)
    op.create_table(
        "statement_hedges",
        sa.Column("statement_id", KEY, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("hedger", vocabulary("hedger", ("reporter", "speaker")), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="offsets"),
    )


def downgrade() -> None:
    """Without them."""
    op.drop_table("statement_hedges")
    with op.batch_alter_table("statement_speakers") as table:
        table.drop_constraint("score", type_="check")
        table.drop_constraint("anonymity", type_="check")
        table.drop_constraint("resolution", type_="check")
        table.drop_column("score")
        table.drop_column("found_by")
        table.drop_column("anonymity")
