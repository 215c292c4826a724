import pytest

from claimtrack.db.migrate import head


def test_an_upgraded_database_is_current_and_checked(run, tmp_path):
    database = ("--database", str(tmp_path / "new.db"))
    assert run(*database, "db", "upgrade").exit_code == 0
    assert run(*database, "db", "current").stdout == f"{head()}\n"
    assert run(*database, "db", "check").exit_code == 0


def test_a_missing_database_is_not_made_by_looking_at_it(run, tmp_path):
    file = tmp_path / "none.db"
    assert run("--database", str(file), "db", "current").stdout == "none\n"
    result = run("--database", str(file), "db", "check")
    assert (result.exit_code, "run: claimtrack db upgrade" in result.stderr) == (1, True)
    assert not file.exists()


@pytest.mark.parametrize(
    "command",
    [
        ["query", "pumps"],
        ["show", "0123456789abcdef"],
        ["export", "out.csv"],
        ["report", "sources"],
        ["speakers", "list"],
        ["claims", "suggest"],
        ["topics", "list"],
        ["topics", "suggest"],
        ["db", "relink"],
        ["db", "reembed"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_database_that_is_not_there_is_an_expected_failure_and_is_not_made(run, tmp_path, command):
    file = tmp_path / "mistyped.db"
    result = run("--database", str(file), *command)
    told = f"Error: there is no database {file} yet; run: claimtrack extract FILE, or name another with --database\n"
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", told)
    assert not file.exists()


def test_a_file_in_the_working_folder_is_made_on_first_use(run, tmp_path, monkeypatch):
    monkeypatch.delenv("CLAIMTRACK_DATABASE_URL")
    assert run("topics", "add", "pumps").exit_code == 0
    assert (tmp_path / "claimtrack.db").is_file()


@pytest.mark.parametrize("url", ["mysql://host/db", "postgresql://user:secret@127.0.0.1:1/none"])
def test_a_database_that_cannot_be_used_is_an_expected_failure_that_keeps_the_password(run, url):
    result = run("--database", url, "query")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: ")
    assert "secret" not in result.stderr


def test_relinking_tells_how_many_statements_were_compared(run):
    assert run("db", "relink").stderr == "3 statements compared anew.\n"
