import csv
import json

import pytest

from claimtrack.cli.formats import Format
from claimtrack.cli.report import ReportName
from claimtrack.reports.registry import REPORTS


def test_the_command_knows_every_report():
    assert [name.value for name in ReportName] == list(REPORTS)


@pytest.mark.parametrize("name", ReportName)
def test_every_report_is_a_table_and_a_csv(run, tmp_path, name):
    result = run("report", name.value, "--csv", str(tmp_path / "report.csv"))
    assert result.exit_code == 0
    header = (tmp_path / "report.csv").read_text(encoding="utf-8").splitlines()[0]
    assert result.stdout.splitlines()[0].split() == header.replace("_", " ").replace(",", " ").split()


def test_denials_name_the_statement_that_they_answer(run):
    [row] = json.loads(run("report", "denials", "--format", "json").stdout)
    assert (row["denied_by"], row["answers_speakers"]) == ("Freedonia", "Ada Berg")


def test_an_answered_statement_is_named_though_the_filters_leave_it_out(run):
    [row] = json.loads(run("report", "denials", "--speaker", "Freedonia", "--format", "json").stdout)
    assert row["answers"] == "that Freedonia had shipped pumps to Sylvania"


def test_a_claim_names_who_denies_it_though_the_filters_leave_that_out(run):
    [row] = json.loads(run("report", "claims", "--speaker", "Ada Berg", "--format", "json").stdout)
    assert (row["asserted_by"], row["denied_by"], row["statements"]) == ("Ada Berg", "Freedonia", 2)


def test_changes_are_safe_as_csv_and_in_a_terminal(run, tmp_path):
    printed = run("report", "changes", "--csv", str(tmp_path / "changes.csv")).stdout
    with (tmp_path / "changes.csv").open(encoding="utf-8", newline="") as stream:
        [denial] = [row for row in csv.DictReader(stream) if row["speaker"] == "Freedonia"]
    assert "\x1b" not in printed + "".join(denial.values())
    assert not [cell for cell in denial.values() if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("name", ["claims", "changes"])
@pytest.mark.parametrize("form", Format)
def test_an_empty_database_gives_a_table_without_rows(run, tmp_path, name, form):
    database = ("--database", str(tmp_path / "new.db"))
    run(*database, "db", "upgrade")
    result = run(*database, "report", name, "--format", form.value)
    expected = {Format.JSON: "[]", Format.JSONL: ""}
    assert result.exit_code == 0
    if form in expected:
        assert result.stdout.strip() == expected[form]
    else:
        assert result.stdout.replace("_", " ").count("claim id" if name == "claims" else "compared with") == 1


def test_filters_narrow_a_report(run):
    rows = json.loads(run("report", "sources", "--stance", "denies", "--format", "json").stdout)
    assert [row["speaker"] for row in rows] == ["Freedonia"]
    assert rows[0]["denials_made"] == 1


def test_words_narrow_a_report(run):
    rows = [
        json.loads(run("report", "timeline", "--about", *words, "--format", "json").stdout)
        for words in (["rusty pumps", "--exact"], ["rusty Sylvania", "--any-word"])
    ]
    assert [len(found) for found in rows] == [0, 2]


def test_an_unwritable_csv_is_an_expected_failure(run, tmp_path):
    result = run("report", "sources", "--csv", str(tmp_path / "no" / "folder.csv"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_an_unknown_report_is_a_usage_error(run):
    assert run("report", "gossip").exit_code == 2
