import json
from dataclasses import replace

import pytest

from claimtrack.domain.run import RunSettings
from claimtrack.workflows.extract import extract_documents
from tests.cli.conftest import DOCUMENT, annotate


@pytest.fixture
def denial(run):
    return json.loads(run("query", "--stance", "denies", "--format", "jsonl").stdout)["id"]


def test_the_statement_is_marked_in_its_paragraph(run, denial):
    paragraph = run("show", denial).stdout.splitlines()[-1]
    assert paragraph == (
        "[source: Freedonia] [cue: denied] [content: the shipments], "
        'calling [content: them "=1+1 [red]fables[/red] \\u001b[31m"].'
    )


def test_what_it_denies_is_told(run, denial):
    assert "Ada Berg: that Freedonia had shipped pumps to Sylvania" in run("show", denial).stdout


def test_how_sure_a_denial_answers_it_is_told(run, denial):
    assert "to Sylvania (80% sure)" in run("show", denial).stdout


def test_why_a_speaker_is_named_so_is_told(run):
    denied = json.loads(run("query", "--denied", "--format", "jsonl").stdout)["id"]
    assert "speaker      Ada Berg (person; Minister) – named (97% sure)" in run("show", denied).stdout


def test_whom_a_speaker_is_merged_into_is_told(run, denial):
    run("speakers", "merge", "Freedonia", "Ada Berg")
    assert "speaker      Freedonia (government; known as Ada Berg)" in run("show", denial).stdout


def test_hedges_are_told_with_whose_words_they_are(run):
    denied = json.loads(run("query", "--denied", "--format", "jsonl").stdout)["id"]
    assert "hedges       on Monday (speaker)" in run("show", denied).stdout


def test_who_denies_it_is_told(run, denial):
    denied = json.loads(run("query", "--denied", "--format", "jsonl").stdout)["id"]
    assert f"denied by    {denial} Freedonia" in run("show", denied).stdout


def test_the_beginning_of_an_id_is_enough(run, denial):
    assert run("show", denial[:6]).stdout == run("show", denial).stdout


def test_which_other_documents_have_the_text_is_told(run, database, denial):
    assert "also in" not in run("show", denial).stdout
    copies = [
        replace(DOCUMENT, id=f"copy-{number}", publisher=name) for number, name in enumerate(("Moon", "Sun", "Sun"))
    ]
    extract_documents(database, copies, annotate, RunSettings("1", "hand", "1"))
    assert "also in      3 documents of 2 publishers: copy-0; copy-1; copy-2\n" in run("show", denial).stdout


def test_other_formats_give_the_statement_as_a_listing_of_one(run, denial):
    assert json.loads(run("show", denial, "--format", "json").stdout)[0]["id"] == denial


def test_an_unknown_id_is_an_expected_failure(run):
    result = run("show", "ffff")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no statement begins with ffff" in result.stderr
