"""Documents that lack sketches have a row that says so: whether one does is told without looking each of them up.

Revision ID: 0011
Revises: 0010
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

LACKING = """
INSERT INTO document_sketches (document_key, encoder, sketches)
SELECT d.key, '', {none} FROM documents d
WHERE NOT EXISTS (SELECT 1 FROM document_sketches k WHERE k.document_key = d.key)
AND EXISTS (SELECT 1 FROM statements s WHERE s.document_key = d.key AND s.retired_by_run_id IS NULL)
"""


def upgrade() -> None:
    """Rows of ``document_sketches`` by no encoder, for documents with live statements and no other row."""
    none = "x''" if op.get_context().dialect.name == "sqlite" else "''::bytea"
    op.execute(LACKING.format(none=none))


def downgrade() -> None:
    """Without them."""
    op.execute("DELETE FROM document_sketches WHERE encoder = ''")
