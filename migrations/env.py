"""How Alembic reaches the database: through claimtrack's own engine, in one transaction."""

import os

from alembic import context
from sqlalchemy import Connection

from claimtrack.db.engine import WRITING, open_engine
from claimtrack.db.tables import Base
from claimtrack.db.tables.fulltext import is_managed
from claimtrack.db.urls import DEFAULT_URL, parse_url


def database_url() -> str:
    """What the caller asks for, else the environment's, else the default file."""
    return context.config.attributes.get("url") or os.environ.get("CLAIMTRACK_DATABASE_URL") or DEFAULT_URL


def run_online(connection: Connection) -> None:
    """Migrate through a connection; SQLite too rolls back a migration that fails half way."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=is_managed,
        compare_type=True,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_offline() -> None:
    """Print the SQL instead (``alembic upgrade head --sql``)."""
    context.configure(
        url=parse_url(database_url()),
        target_metadata=Base.metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    """Run the migrations that the command asks for."""
    if context.is_offline_mode():
        run_offline()
        return
    engine = open_engine(database_url()).execution_options(**WRITING)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                # Batch mode replaces tables; SQLite would take the rows that refer to them along.
                connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
            run_online(connection)
    finally:
        engine.dispose()


main()
