"""A checkout's own ``alembic`` command."""

import os
import subprocess
import sys
from pathlib import Path

from claimtrack.db import migrate

CHECKOUT = Path(__file__).parents[2]


def test_alembic_upgrades_the_database_of_the_environment(empty_database_url: str) -> None:
    environment = {**os.environ, "CLAIMTRACK_DATABASE_URL": empty_database_url}
    command = [sys.executable, "-m", "alembic", "upgrade", "head"]
    subprocess.run(command, cwd=CHECKOUT, env=environment, check=True, capture_output=True)
    migrate.check(empty_database_url)


def test_alembic_prints_the_sql_of_a_server_without_reaching_it() -> None:
    environment = {**os.environ, "CLAIMTRACK_DATABASE_URL": "postgresql://nowhere.invalid/news"}
    command = [sys.executable, "-m", "alembic", "upgrade", "head", "--sql"]
    printed = subprocess.run(command, cwd=CHECKOUT, env=environment, check=True, capture_output=True, text=True)
    assert "CREATE TABLE statements" in printed.stdout
    assert "USING gin (words)" in printed.stdout
