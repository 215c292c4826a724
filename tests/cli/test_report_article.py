"""Reports of the sample article and of one that follows it, from the texts to what the command prints."""

import csv
import io
import json
from pathlib import Path

import pytest

ARTICLE = Path(__file__).parents[2] / "seeds" / "putin-north-korea-visit.txt"
SEQUEL = "Putin's aide Yuri Ushakov denied on Thursday that the new agreement would replace documents signed in 1961.\n"


@pytest.fixture
def stored(run, tmp_path):
    """Run a command on a database with both articles."""

    def on_both(*arguments: str):
        return run("--database", str(tmp_path / "both.db"), *arguments)

    sequel = tmp_path / "sequel.txt"
    sequel.write_text(SEQUEL, encoding="utf-8")
    on_both("extract", str(ARTICLE), "--published", "2024-06-18", "--publisher", "The Planet")
    on_both("extract", str(sequel), "--published", "2024-06-21", "--publisher", "The Moon")
    return on_both


def test_claims_of_the_article_tell_both_sides(stored):
    rows = json.loads(stored("report", "claims", "--about", "containers", "--format", "json").stdout)
    [row] = [each for each in rows if "6,700 containers" in each["claim"]]
    assert row["asserted_by"] == "South Korea's defense ministry"
    assert set(row["denied_by"].split("; ")) == {"Russia", "North Korea", "senior North Korean official"}
    assert (row["statements"], row["documents"], row["publishers"], row["denial_status"]) == (3, 1, 1, "denied")


def test_changes_follow_a_speaker_from_one_article_to_the_next(stored):
    printed = stored("report", "changes", "--speaker", "Ushakov", "--topic", "new agreement", "--format", "csv").stdout
    rows = [row for row in csv.DictReader(io.StringIO(printed)) if row["subject"] == "new agreement"]
    assert [(row["date"], row["change"], row["publisher"]) for row in rows] == [
        ("2024-06-17", "", "The Planet"),
        ("2024-06-18", "same", "The Planet"),
        ("2024-06-20", "asserts → denies", "The Moon"),
    ]
