"""The database: declarative tables, engine, sessions, migrations."""
