"""First tables: documents, runs, statements with spans and speakers, topics, claims, denials, full text.

Revision ID: 0001
Revises: nothing

Names of constraints and indexes follow from the naming convention of ``claimtrack.db.tables.base``.
Vocabularies are written out: a migration is history and does not follow the program's later changes.
"""

# ruff: noqa: S608 -- the SQL is put together from this file's own constants
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

CASCADE = "CASCADE"
STANCES = ("asserts", "denies", "confirms", "declines")
MAKERS = ("machine", "analyst")
COUNTS = (
    "documents_read",
    "documents_new",
    "documents_unchanged",
    "documents_refreshed",
    "documents_failed",
    "statements_new",
    "statements_refreshed",
    "statements_retired",
)
TABLES = (
    "statement_search",
    "denials",
    "claim_appearances",
    "claims",
    "statement_topics",
    "topics",
    "statement_speakers",
    "speaker_aliases",
    "speakers",
    "statement_spans",
    "statements",
    "documents",
    "publishers",
    "extraction_runs",
)


def upgrade() -> None:
    """Make all tables and the full-text index."""
    make_runs()
    make_documents()
    make_statements()
    make_speakers()
    make_topics()
    make_claims()
    make_search()
    if op.get_context().dialect.name == "sqlite":
        index_sqlite()
    else:
        index_postgresql()


def downgrade() -> None:
    """Remove everything."""
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE statement_search_words")
    for table in TABLES:
        op.drop_table(table)


def key(name: str, *constraints: sa.ForeignKey, **options: bool) -> sa.Column[str]:
    """A provenance key, by itself or referring to another table's."""
    kind = sa.String(16).with_variant(sa.VARCHAR(16, collation="C"), "postgresql")
    return sa.Column(name, kind, *constraints, **options)


def ordered(name: str, *, nullable: bool = False, index: bool = False) -> sa.Column[str]:
    """A text that something is ordered by, by code point on every database."""
    kind = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=nullable, index=index)


def written(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """Any other text."""
    return sa.Column(name, sa.Text(), nullable=nullable)


def choice(name: str, vocabulary: str, values: tuple[str, ...], **options: bool) -> sa.Column[str]:
    """A word of a closed vocabulary."""
    kind = sa.Enum(*values, name=vocabulary, native_enum=False, create_constraint=True, length=16)
    return sa.Column(name, kind, nullable=False, **options)


def run(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """A reference to an extraction run."""
    return sa.Column(name, sa.Integer(), sa.ForeignKey("extraction_runs.id"), nullable=nullable)


def statement(name: str, **options: bool) -> sa.Column[str]:
    """A reference to a statement, which goes when that goes."""
    return key(name, sa.ForeignKey("statements.id", ondelete=CASCADE), **options)


def share(name: str) -> sa.Column[float]:
    """A number between 0 and 1."""
    return sa.Column(name, sa.Double(), sa.CheckConstraint(f"{name} BETWEEN 0 AND 1", name=name), nullable=True)


def make_runs() -> None:
    """Table ``extraction_runs``."""
    op.create_table(
        "extraction_runs",
        sa.Column("id", sa.Integer(), primary_key=True),
        written("program_version"),
        written("model_name"),
        written("model_version"),
        sa.Column("settings", sa.JSON(), nullable=False),
        key("fingerprint", nullable=False),
        choice("status", "runstatus", ("running", "finished", "interrupted", "failed")),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTS),
    )


def make_documents() -> None:
    """Tables ``publishers`` and ``documents``."""
    op.create_table("publishers", key("id", primary_key=True), ordered("name"), written("name_words"))
    op.create_table(
        "documents",
        key("key", primary_key=True),
        ordered("id", index=True),
        written("title", nullable=True),
        key("publisher_id", sa.ForeignKey("publishers.id"), nullable=True, index=True),
        sa.Column("published", sa.Date(), nullable=True),
        written("url", nullable=True),
        written("author", nullable=True),
        written("origin", nullable=True),
        written("media_type"),
        sa.Column("raw_sha256", sa.String(64), nullable=True),
        written("text"),
        run("first_run_id"),
        run("last_run_id"),
        sa.Index(None, "published", "id", "key"),
    )


def make_statements() -> None:
    """Tables ``statements`` and ``statement_spans``."""
    op.create_table(
        "statements",
        key("id", primary_key=True),
        key("document_key", sa.ForeignKey("documents.key", ondelete=CASCADE), nullable=False),
        run("first_run_id"),
        run("last_run_id"),
        run("retired_by_run_id", nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        choice("type", "attributiontype", ("statement", "belief", "intention", "evidence")),
        choice("kind", "speechkind", ("direct", "mixed", "indirect")),
        choice("stance", "stance", STANCES),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        written("via", nullable=True),
        sa.Column("said_first", sa.Date(), nullable=True, index=True),
        sa.Column("said_last", sa.Date(), nullable=True),
        choice("granularity", "granularity", ("day", "week", "month", "year", "unknown")),
        choice("date_basis", "datebasis", ("explicit", "context", "publication", "none")),
        share("confidence"),
        written("source"),
        written("cue"),
        written("content"),
        sa.CheckConstraint("said_first <= said_last", name="said"),
        sa.Index(None, "document_key", "position", "id"),
    )
    op.create_table(
        "statement_spans",
        statement("statement_id", primary_key=True),
        choice("role", "spanrole", ("source", "cue", "content"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="offsets"),
    )


def make_speakers() -> None:
    """Tables ``speakers``, ``speaker_aliases`` and ``statement_speakers``."""
    kinds = ("person", "organization", "government", "group", "document")
    op.create_table(
        "speakers",
        key("id", primary_key=True),
        ordered("name"),
        choice("kind", "speakerkind", kinds),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "speaker_aliases",
        key("id", primary_key=True),
        key("speaker_id", sa.ForeignKey("speakers.id", ondelete=CASCADE), nullable=False, index=True),
        ordered("name"),
        written("name_words"),
    )
    op.create_table(
        "statement_speakers",
        statement("statement_id", primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        key("speaker_id", sa.ForeignKey("speakers.id"), nullable=False, index=True),
        ordered("name"),
        written("role", nullable=True),
        ordered("affiliation", nullable=True),
        written("affiliation_words", nullable=True),
    )


def make_topics() -> None:
    """Tables ``topics`` and ``statement_topics``."""
    op.create_table(
        "topics",
        key("id", primary_key=True),
        ordered("name"),
        written("description", nullable=True),
        sa.Column("words", sa.JSON(), nullable=False),
        choice("made_by", "maker", MAKERS),
    )
    op.create_table(
        "statement_topics",
        statement("statement_id", primary_key=True),
        key("topic_id", sa.ForeignKey("topics.id", ondelete=CASCADE), primary_key=True, index=True),
        choice("made_by", "maker", MAKERS, primary_key=True),
        share("score"),
    )


def make_claims() -> None:
    """Tables ``claims``, ``claim_appearances`` and ``denials``."""
    statuses = ("undisputed", "denied", "confirmed", "contested")
    op.create_table(
        "claims",
        key("id", primary_key=True),
        written("proposition"),
        choice("denial_status", "denialstatus", statuses),
    )
    op.create_table(
        "claim_appearances",
        key("claim_id", sa.ForeignKey("claims.id", ondelete=CASCADE), primary_key=True),
        statement("statement_id", primary_key=True, index=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        choice("stance", "stance", STANCES),
    )
    op.create_table(
        "denials",
        statement("denial_id", primary_key=True),
        key("denied_id", primary_key=True, index=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        share("score"),
    )


def make_search() -> None:
    """Table ``statement_search``: the words that the database's own index is made of."""
    op.create_table(
        "statement_search",
        sa.Column("id", sa.Integer(), primary_key=True),
        statement("statement_id", unique=True, nullable=False),
        *(written(name) for name in ("content", "context", "topics", "headline")),
    )


def index_sqlite() -> None:
    """An FTS5 index over ``statement_search``, which triggers keep up to date."""
    index, columns = "statement_search_words", ("content", "context", "topics", "headline")
    names = ", ".join(columns)
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='statement_search', content_rowid='id', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(f"INSERT INTO {index}({index}, rank) VALUES ('rank', 'bm25(8, 4, 4, 1)')")
    old, new = (", ".join(f"{row}.{name}" for name in ("id", *columns)) for row in ("old", "new"))
    remove = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', {old});"
    add = f"INSERT INTO {index}(rowid, {names}) VALUES ({new});"
    for event, actions in (("INSERT", add), ("DELETE", remove), ("UPDATE", f"{remove} {add}")):
        name = f"statement_search_{event.lower()}"
        op.execute(f"CREATE TRIGGER {name} AFTER {event} ON statement_search BEGIN {actions} END")


def index_postgresql() -> None:
    """A generated column of weighted lexemes with a GIN index."""
    fields = (("content", "A"), ("context", "B"), ("topics", "C"), ("headline", "D"))
    lexemes = " || ".join(f"setweight(to_tsvector('english', {name}), '{weight}')" for name, weight in fields)
    op.execute(f"ALTER TABLE statement_search ADD COLUMN words tsvector GENERATED ALWAYS AS ({lexemes}) STORED")
    op.execute("CREATE INDEX ix_statement_search_words ON statement_search USING gin (words)")
