import json

import pytest


def test_the_statements_are_counted_in_a_table_for_each_facet(run):
    result = run("query", "claims", "--facets")
    sections = [section.splitlines() for section in result.stdout.split("\n\n")]
    headings = [section[0].split()[0] for section in sections]
    assert headings == ["speaker", "stance", "topic", "publisher", "month", "status", "kind"]
    assert [line.split() for line in sections[1][2:]] == [["asserts", "1", "1"], ["denies", "1", "1"]]
    assert result.stderr.endswith("2 statements found.\n")


def test_other_forms_have_a_row_for_each_value(run):
    rows = json.loads(run("query", "--stance", "denies", "--facets", "--format", "json").stdout)
    assert rows[0] == {"facet": "speaker", "value": "Freedonia", "statements": 1, "documents": 1}
    lines = run("query", "--stance", "denies", "--facets", "--format", "csv").stdout.splitlines()
    assert lines[:2] == ["facet,value,statements,documents", "speaker,Freedonia,1,1"]
    assert run("query", "--facets", "--format", "markdown").stdout.startswith("| facet | value | statements |")
    assert [
        json.loads(line)
        for line in run("query", "--stance", "denies", "--facets", "--format", "jsonl").stdout.splitlines()
    ] == rows


def test_each_facet_has_no_more_values_than_wanted(run):
    rows = json.loads(run("query", "--facets", "--facet-limit", "1", "--format", "json").stdout)
    assert len({row["facet"] for row in rows}) == len(rows) == 7


def test_a_limit_without_facets_is_a_usage_error(run):
    result = run("query", "--facet-limit", "3")
    assert (result.exit_code, "--facet-limit is for --facets" in result.stderr) == (2, True)


def test_a_wider_answer_is_told(run):
    result = run("query", "claims about rusty pumps", "--exact", "--facets")
    assert "no statement has all of these words; these have at least one of them" in result.stderr
    assert result.stderr.endswith("2 statements found.\n")


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl", "markdown"])
def test_nothing_found_has_nothing_to_count(run, form):
    result = run("query", "--stance", "confirms", "--facets", "--format", form)
    assert (result.exit_code, "asserts" in result.stdout) == (0, False)
    assert result.stderr == "0 statements found.\n"
