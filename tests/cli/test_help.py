import subprocess
import sys
import time

import pytest

HEAVY = ("pandas", "spacy", "sqlalchemy", "alembic", "trafilatura", "numpy", "rich")


def test_help_imports_nothing_heavy():
    code = (
        "import sys\n"
        "from claimtrack.cli.app import app\n"
        "try:\n"
        "    app(['--help'])\n"
        "finally:\n"
        f"    print(sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage:" in done.stdout
    assert done.stderr == "[]\n"


def test_help_takes_no_more_than_three_times_the_libraries_that_print_it():
    def fastest(*arguments):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
            times.append(time.perf_counter() - start)
        return min(times)

    assert fastest("-m", "claimtrack", "--help") <= 3 * fastest("-c", "import typer, rich")


def test_the_version_is_printed(run):
    assert run("--version").stdout.split()[0] == "claimtrack"


@pytest.mark.parametrize(
    "command", ["extract", "annotate", "query", "show", "report", "export", "speakers", "topics", "db", "demo"]
)
def test_every_command_has_help(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_no_command_at_all_shows_the_help_and_is_a_usage_error(run):
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.output
