"""Vectors mixed with those of their documents, by which statements are found, and sketches of these, of two bits.

Revision ID: 0012
Revises: 0011

All documents lack sketches until ``claimtrack db reembed`` has mixed what is stored, made anew by a newer encoder.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

LACKING = """
INSERT INTO document_sketches (document_key, encoder, sketches)
SELECT DISTINCT s.document_key, '', {none} FROM statements s WHERE s.retired_by_run_id IS NULL
"""


def upgrade() -> None:
    """The column ``statement_vectors.mixed``; sketches that are lacking."""
    op.add_column("statement_vectors", sa.Column("mixed", sa.LargeBinary()))
    _forget_sketches()


def downgrade() -> None:
    """Without it; sketches that are lacking."""
    with op.batch_alter_table("statement_vectors") as table:
        table.drop_column("mixed")
    _forget_sketches()


def _forget_sketches() -> None:
    none = "x''" if op.get_context().dialect.name == "sqlite" else "''::bytea"
    op.execute("DELETE FROM document_sketches")
    op.execute(LACKING.format(none=none))
