"""Sketches of what the statements of each document mean: by them those near a subject are found without all vectors.

Speakers are found by their item of Wikidata with an index.

Revision ID: 0008
Revises: 0007

Documents all of whose statements have vectors get theirs at once. Migrations that are only printed (``--sql``) leave
the table empty; then ``claimtrack db reembed`` fills it.
"""

from collections.abc import Iterator

import numpy as np
import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.String(16).with_variant(postgresql.VARCHAR(16, collation="C"), "postgresql")
VECTORS = """
SELECT s.document_key, v.encoder, v.statement_id, v.vector
FROM statement_vectors v JOIN statements s ON s.id = v.statement_id
WHERE s.document_key > :after AND s.retired_by_run_id IS NULL AND NOT EXISTS (
  SELECT 1 FROM statements o LEFT JOIN statement_vectors w ON w.statement_id = o.id AND w.encoder = v.encoder
  WHERE o.document_key = s.document_key AND o.retired_by_run_id IS NULL AND w.statement_id IS NULL
)
ORDER BY s.document_key, v.encoder, v.statement_id LIMIT :most
"""
AT_ONCE = 20_000


def upgrade() -> None:
    """The table ``document_sketches``, filled."""
    table = op.create_table(
        "document_sketches",
        sa.Column("document_key", KEY, sa.ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("encoder", sa.Text(), primary_key=True),
        sa.Column("sketches", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_speakers_wikidata", "speakers", ["wikidata"])
    if not context.is_offline_mode():
        for rows in _sketched(op.get_bind()):
            op.bulk_insert(table, rows)


def downgrade() -> None:
    """Without it."""
    op.drop_index("ix_speakers_wikidata", "speakers")
    op.drop_table("document_sketches")


def _sketched(connection: sa.Connection) -> Iterator[list[dict[str, object]]]:
    """Rows for whole documents, some thousand statements at a time."""
    after, most = "", AT_ONCE
    while found := connection.execute(sa.text(VECTORS), {"after": after, "most": most}).all():
        last = found[-1].document_key
        if len(found) == most:  # the last document may go on
            found = [row for row in found if row.document_key != last]
            if not found:
                most *= 2
                continue
        sketches: dict[tuple[str, str], bytes] = {}
        for row in found:
            own = row.document_key, row.encoder
            sketches[own] = sketches.get(own, b"") + bytes.fromhex(row.statement_id) + _sketch(bytes(row.vector))
        after, most = found[-1].document_key, AT_ONCE
        yield [{"document_key": key, "encoder": name, "sketches": own} for (key, name), own in sketches.items()]


def _sketch(vector: bytes) -> bytes:
    """What ``claimtrack.model.sketches`` made of a vector when this migration was written."""
    step = np.frombuffer(vector[:4], dtype="<f4")[0]
    numbers = np.frombuffer(vector[4:], dtype=np.int8).astype(np.float32)
    total = float(np.abs(numbers).sum())
    scale = float(step * (numbers @ numbers)) / total if total else 0.0
    padded = np.zeros(-(-len(numbers) // 16) * 16, dtype=bool)
    padded[: len(numbers)] = numbers > 0
    return np.array([scale], dtype="<f2").tobytes() + np.packbits(padded).tobytes()
