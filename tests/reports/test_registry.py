import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from claimtrack.reports.registry import REPORTS
from tests.reports.factory import statement

DOCS = Path(__file__).parents[2] / "docs" / "csv.md"


def test_reports_are_listed_without_importing_pandas() -> None:
    code = (
        "import sys; from claimtrack.reports import registry, columns, csv_writer, output;"
        "print([r.title for r in registry.REPORTS.values()], 'pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("] False\n")


def test_all_reports_of_the_design_are_there() -> None:
    assert list(REPORTS) == [
        "sources", "publishers", "claims", "denials", "contested", "topics", "timeline", "changes"
    ]  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_an_empty_report_has_the_columns_and_types_of_a_full_one(name: str) -> None:
    made = statement(stance="denies", topics=("arms",), status="contested")
    full = REPORTS[name].build([made])
    empty = REPORTS[name].build([])
    assert len(full) == 1
    assert len(empty) == 0
    assert dict(empty.dtypes) == dict(full.dtypes)


@pytest.mark.parametrize("name", REPORTS)
def test_the_order_of_rows_does_not_depend_on_the_order_of_statements(name: str) -> None:
    made = [
        statement(f"s{n}", [f"Speaker {n % 2}"], stance=stance, topics=(f"t{n % 3}",), start=100 - n)
        for n, stance in enumerate(["denies", "asserts", "denies", "confirms", "denies"])
    ]
    pd.testing.assert_frame_equal(REPORTS[name].build(made), REPORTS[name].build(reversed(made)))


@pytest.mark.parametrize("name", REPORTS)
def test_the_documentation_names_every_column_of_a_report(name: str) -> None:
    section = re.split(r"^### ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    [own] = [part for part in section if part.startswith(f"{name}\n")]
    assert set(REPORTS[name].build([]).columns) <= set(re.findall(r"`(\w+)`", own))
