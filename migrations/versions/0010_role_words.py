"""The words of speakers' roles, folded, so that "vice president" finds a "Vice-President".

Revision ID: 0010
Revises: 0009

Migrations that are only printed (``--sql``) leave the column empty; extracting the documents anew fills it.
"""

import re
import unicodedata
from itertools import islice

import sqlalchemy as sa
from alembic import context, op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ROLES = "SELECT statement_id, ordinal, role FROM statement_speakers WHERE role IS NOT NULL"
FILLED = "UPDATE statement_speakers SET role_words = :words WHERE statement_id = :statement AND ordinal = :ordinal"
AT_ONCE = 10_000


def upgrade() -> None:
    """A column of ``statement_speakers``, filled."""
    with op.batch_alter_table("statement_speakers") as table:
        table.add_column(sa.Column("role_words", sa.Text(), nullable=True))
    if context.is_offline_mode():
        return
    connection = op.get_bind()
    told = iter(connection.execute(sa.text(ROLES)).all())
    while rows := list(islice(told, AT_ONCE)):
        filled = [{"statement": key, "ordinal": ordinal, "words": _padded(role)} for key, ordinal, role in rows]
        connection.execute(sa.text(FILLED), filled)


def downgrade() -> None:
    """Without it."""
    with op.batch_alter_table("statement_speakers") as table:
        table.drop_column("role_words")


def _padded(role: str) -> str:
    """What ``claimtrack.domain.words.padded_words`` made of a role when this migration was written."""
    decomposed = unicodedata.normalize("NFKD", re.sub(r"['’]s\b", "", role, flags=re.IGNORECASE).casefold())
    folded = unicodedata.normalize("NFC", "".join(char for char in decomposed if not unicodedata.combining(char)))
    words = " ".join(re.findall(r"[^\W_]+", folded))
    return f" {words} "
