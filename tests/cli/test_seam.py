import os
import signal
import subprocess
import sys
import time

import pytest
import typer
from sqlalchemy import select
from typer.testing import CliRunner

from claimtrack import errors
from claimtrack.cli.seam import SeamGroup
from claimtrack.db.session import session_scope
from claimtrack.db.tables import RunRow

PROGRAM = [sys.executable, "-m", "claimtrack"]


def failing_with(error):
    app = typer.Typer(cls=SeamGroup, pretty_exceptions_enable=False, rich_markup_mode=None)

    @app.callback()
    def root():
        pass

    @app.command()
    def fail():
        raise error

    return CliRunner().invoke(app, ["fail"])


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.NotFoundError("no such thing; look again"), 1),
        (errors.DocumentError("a.txt", "it is empty"), 1),
        (errors.DatabaseError("no database; make one"), 1),
        (errors.UsageError("give one of the two"), 2),
        (PermissionError(13, "Permission denied", "x.csv"), 1),
    ],
)
def test_an_expected_failure_is_one_line_and_its_status(error, status):
    result = failing_with(error)
    assert (result.exit_code, result.stdout, result.stderr) == (status, "", f"Error: {error}\n")


def test_a_bug_is_told_with_its_traceback_and_what_to_do():
    result = failing_with(RuntimeError("boom \x1b[31m"))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "Traceback" in result.stderr
    assert "RuntimeError: boom \\u001b[31m" in result.stderr
    assert result.stderr.rstrip().endswith("please report it with the lines above.")


def test_an_interrupt_is_told_and_has_its_status():
    result = failing_with(KeyboardInterrupt())
    assert (result.exit_code, result.stderr) == (130, "Interrupted; what was stored before is kept.\n")


@pytest.mark.parametrize("arguments", [["frobnicate"], ["query", "--frobnicate"], ["report"], ["show"]])
def test_a_wrong_command_line_has_status_2_and_points_to_help(run, arguments):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--help" in result.stderr


def test_a_wrong_variable_is_a_usage_error(run, monkeypatch):
    monkeypatch.setenv("CLAIMTRACK_MAX_BYTES", "many")
    result = run("query")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "set it to a number of bytes" in result.stderr


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_a_reader_that_goes_away_is_no_error(database, form):
    environment = {**os.environ, "CLAIMTRACK_DATABASE_URL": database}
    command = [*PROGRAM, "query", "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        process.stdout.close()
        said = process.stderr.read().decode()
    assert process.returncode in {0, 1}
    assert "Error" not in said
    assert "Exception" not in said
    assert "Traceback" not in said


def test_output_is_utf8_whatever_the_locale(database):
    environment = {**os.environ, "CLAIMTRACK_DATABASE_URL": database, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    environment["PYTHONUTF8"] = "0"
    done = subprocess.run([*PROGRAM, "query"], capture_output=True, check=True, env=environment)
    assert "2024-06-10 – 2024-06-16" in done.stdout.decode("utf-8")


@pytest.fixture
def _heeds_ctrl_c():
    """A background job is started with SIGINT ignored, and hands that on to its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heeds_ctrl_c")
def test_ctrl_c_in_the_middle_leaves_a_consistent_database(database):
    environment = {**os.environ, "CLAIMTRACK_DATABASE_URL": database}
    command = [*PROGRAM, "extract", "--input-format", "jsonl", "-"]
    # The reader waits for more documents than come, so that the interrupt finds it at work.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        process.stdin.write(b'{"document": "a", "text": "Ada Berg said that pumps rust."}\n')
        process.stdin.flush()
        while len(run_statuses(database)) < 2:
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=60)
        finally:
            process.kill()
        said = process.stderr.read().decode()
    assert (process.returncode, said) == (130, "Interrupted; what was stored before is kept.\n")
    assert run_statuses(database) == ["finished", "interrupted"]
    found = subprocess.run([*PROGRAM, "query", "--format", "jsonl"], env=environment, capture_output=True, check=True)
    assert len(found.stdout.splitlines()) == 2


def run_statuses(database):
    with session_scope(database) as session:
        return list(session.scalars(select(RunRow.status).order_by(RunRow.id)))
