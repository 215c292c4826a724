import csv

import pytest


@pytest.fixture
def default(run, monkeypatch):
    """Run a command without a database being named."""
    monkeypatch.delenv("CLAIMTRACK_DATABASE_URL")
    return run


def test_the_demo_shows_statements_and_sources_and_writes_a_csv(default, tmp_path):
    result = default("demo")
    statements, sources = result.stdout.split("\n\n")
    assert result.exit_code == 0
    assert statements.startswith("id ")
    assert sources.startswith("speaker ")
    assert "John Kirby" in statements
    assert "John Kirby" in sources
    with (tmp_path / "claimtrack-demo.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == len(statements.splitlines()) - 2
    assert {row["published"] for row in rows} == {"2024-06-18"}


def test_the_demo_leaves_nothing_else_behind(default, tmp_path):
    default("demo", "--csv", "out.csv")
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".db"] == ["out.csv"]
    assert not (tmp_path / "claimtrack.db").exists()


def test_the_demo_fills_a_database_that_is_named(default, tmp_path):
    default("--database", "named.db", "demo")
    result = default("--database", "named.db", "query", "--speaker", "Kirby", "--format", "jsonl")
    assert result.stdout.count("\n") >= 1
