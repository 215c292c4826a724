"""Migrations on both databases."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

import claimtrack
from claimtrack.db import migrate
from claimtrack.db.engine import open_engine
from claimtrack.db.tables import Base
from claimtrack.db.tables.fulltext import is_managed
from claimtrack.domain.words import padded_words
from claimtrack.errors import DatabaseError


def tables(url: str) -> set[str]:
    engine = open_engine(url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def execute(url: str, statement: str) -> None:
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()


def test_the_models_are_what_the_migrations_make(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        options = {"compare_type": True, "include_object": is_managed, "target_metadata": Base.metadata}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_upgrading_an_empty_database_brings_it_to_the_head(empty_database_url: str) -> None:
    assert migrate.current(empty_database_url) is None
    migrate.upgrade(empty_database_url)
    assert migrate.current(empty_database_url) == migrate.head()
    migrate.check(empty_database_url)


def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    migrate.upgrade(database_url)
    assert migrate.current(database_url) == migrate.head()


def test_downgrading_to_the_base_leaves_no_table(database_url: str) -> None:
    migrate.downgrade(database_url)
    assert tables(database_url) == {"alembic_version"}
    assert migrate.current(database_url) is None


def test_the_way_down_and_up_again_works(database_url: str) -> None:
    migrate.downgrade(database_url)
    migrate.upgrade(database_url)
    migrate.check(database_url)


STORED_AT_0001 = """
INSERT INTO extraction_runs VALUES (1, '1', 'm', '1', '{}', 'f', 'finished', '2024-06-18', NULL,
  0, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO documents (key, id, media_type, text, first_run_id, last_run_id) VALUES ('d', 'd', 'text', '', 1, 1);
INSERT INTO statements (id, document_key, first_run_id, last_run_id, position, type, kind, stance, anonymous,
  granularity, date_basis, source, cue, content)
  VALUES ('s', 'd', 1, 1, 0, 'statement', 'direct', 'asserts', false, 'unknown', 'none', '', '', '');
INSERT INTO speakers VALUES ('0', 'x', 'person', true), ('1', 'x', 'group', true), ('2', 'x', 'person', false);
INSERT INTO statement_speakers (statement_id, ordinal, speaker_id, name)
  VALUES ('s', 0, '0', 'x'), ('s', 1, '1', 'x'), ('s', 2, '2', 'x')
"""


def test_unnamed_speakers_that_are_stored_count_as_told_by_role_or_as_a_group(database_url: str) -> None:
    migrate.downgrade(database_url, "0001")
    for statement in STORED_AT_0001.split(";"):
        execute(database_url, statement)
    migrate.upgrade(database_url)
    engine = open_engine(database_url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT anonymity FROM statement_speakers ORDER BY ordinal")).scalars().all()
    engine.dispose()
    assert found == ["role", "group", "named"]


def test_denials_and_merged_speakers_that_are_stored_stay(database_url: str) -> None:
    migrate.downgrade(database_url, "0001")
    for statement in STORED_AT_0001.split(";"):
        execute(database_url, statement)
    execute(database_url, "INSERT INTO denials VALUES ('s', 'told', 0, 0.5)")
    migrate.upgrade(database_url)
    execute(database_url, "UPDATE speakers SET merged_into_id = '1' WHERE id = '0'")
    migrate.downgrade(database_url, "0004")
    migrate.upgrade(database_url)
    engine = open_engine(database_url)
    with engine.connect() as connection:
        answers = connection.execute(text("SELECT answer_id, answered_id, across, score FROM answers")).all()
        roots = connection.execute(text("SELECT root_id FROM speakers ORDER BY id")).scalars().all()
    engine.dispose()
    assert [tuple(each) for each in answers] == [("s", "told", False, 0.5)]
    assert roots == ["1", "1", "2"]


def test_roles_that_are_stored_are_found_by_their_words(database_url: str) -> None:
    migrate.downgrade(database_url, "0001")
    for statement in STORED_AT_0001.split(";"):
        execute(database_url, statement)
    execute(database_url, "UPDATE statement_speakers SET role = 'Québec''s Vice-Premier' WHERE ordinal = 1")
    migrate.upgrade(database_url)
    engine = open_engine(database_url)
    with engine.connect() as connection:
        query = text("SELECT role_words FROM statement_speakers ORDER BY ordinal")
        found = connection.execute(query).scalars().all()
    engine.dispose()
    assert found == [None, padded_words("Québec's Vice-Premier"), None]


def test_claims_that_are_stored_stand_for_themselves(database_url: str) -> None:
    migrate.downgrade(database_url, "0008")
    execute(database_url, "INSERT INTO claims (id, proposition, denial_status) VALUES ('c', 'so', 'undisputed')")
    migrate.upgrade(database_url)
    engine = open_engine(database_url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT id, root_id FROM claims")).all()
    engine.dispose()
    assert [tuple(each) for each in found] == [("c", "c")]


def test_a_word_of_no_vocabulary_is_refused(database_url: str) -> None:
    with pytest.raises((IntegrityError, ProgrammingError)):
        execute(
            database_url,
            "INSERT INTO statement_speakers (statement_id, ordinal, speaker_id, name, anonymity) "
            "VALUES ('s', 0, '0', 'x', 'secret')",
        )


def test_a_database_without_tables_is_told_to_upgrade(empty_database_url: str) -> None:
    with pytest.raises(DatabaseError, match="run: claimtrack db upgrade"):
        migrate.check(empty_database_url)


def test_a_newer_schema_is_told_to_upgrade_the_program(database_url: str) -> None:
    execute(database_url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseError, match="pip install --upgrade claimtrack"):
        migrate.check(database_url)
    with pytest.raises(DatabaseError, match="pip install --upgrade claimtrack"):
        migrate.upgrade(database_url)


def test_an_older_schema_is_told_to_upgrade(database_url: str) -> None:
    execute(database_url, "UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(DatabaseError, match=f"this version needs {migrate.HEAD}; run: claimtrack db upgrade"):
        migrate.check(database_url)


def test_a_sqlite_file_is_made_on_first_use(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    migrate.ensure(url)
    migrate.check(url)


def test_a_server_is_never_changed_without_being_asked(postgresql_server: str) -> None:
    with pytest.raises(DatabaseError, match="run: claimtrack db upgrade"):
        migrate.ensure(postgresql_server)
    assert tables(postgresql_server) == set()


def test_asking_for_the_revision_makes_no_file(tmp_path: Path) -> None:
    assert migrate.current(f"sqlite:///{tmp_path / 'none.db'}") is None
    assert list(tmp_path.iterdir()) == []


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'other.db'}"
    execute(url, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(DatabaseError, match="another program's tables; name another database"):
        migrate.ensure(url)
    assert tables(url) == {"recipes"}


def test_a_migration_that_fails_leaves_nothing_behind(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url)
    before = tables(empty_database_url)
    execute(empty_database_url, "DROP TABLE claim_appearances")
    with pytest.raises((DatabaseError, ProgrammingError)):
        migrate.downgrade(empty_database_url)
    assert tables(empty_database_url) == before - {"claim_appearances"}


def test_the_known_head_is_the_newest_script() -> None:
    folder = Path(claimtrack.__file__).parent.parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == migrate.HEAD


def test_another_programs_revision_is_not_taken_for_a_newer_claimtrack(empty_database_url: str) -> None:
    execute(empty_database_url, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    execute(empty_database_url, "INSERT INTO alembic_version VALUES ('ae1027a6acf')")
    with pytest.raises(DatabaseError, match="another program's tables; name another database"):
        migrate.upgrade(empty_database_url)
