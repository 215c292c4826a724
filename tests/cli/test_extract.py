import json

import pytest

ARTICLE = "Minister Ada Berg said on Monday that the pumps had been shipped to Sylvania.\n"


@pytest.fixture
def empty(run, tmp_path):
    """Run a command on a database that does not exist yet."""
    return lambda *arguments, **options: run("--database", str(tmp_path / "new.db"), *arguments, **options)


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return str(file)


def test_statements_of_a_file_are_stored_and_found(empty, article):
    result = empty("extract", article)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 document read (1 new); 1 new attribution.\n"
    [found] = [json.loads(line) for line in empty("query", "pumps", "--format", "jsonl").stdout.splitlines()]
    assert (found["speakers"][0]["name"], found["document"]) == ("Ada Berg", "article")


def test_a_second_run_adds_nothing(empty, article):
    empty("extract", article)
    assert empty("extract", article).stderr == "1 document read (1 unchanged); 0 new attributions.\n"


def test_force_extracts_again_what_is_stored(empty, article):
    empty("extract", article)
    result = empty("extract", "--force", article)
    assert result.stderr == "1 document read (1 extracted again); 0 new attributions.\n"


def test_options_give_the_metadata_that_a_document_lacks(empty, article):
    options = ("--published", "2024-06-18", "--publisher", "The Planet", "--url", "https://planet.example/a")
    empty("extract", article, *options, "--title", "Pumps", "--author", "C. Kent")
    line = json.loads(empty("export", "-", "--format", "jsonl").stdout)
    metadata = (line["published"], line["publisher"], line["url"], line["title"], line["author"])
    assert metadata == ("2024-06-18", "The Planet", "https://planet.example/a", "Pumps", "C. Kent")
    assert line["statements"][0]["said_on"] == ["2024-06-17", "2024-06-17"]


def test_a_bad_document_is_told_and_skipped_and_the_others_are_stored(empty, article, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    result = empty("extract", str(tmp_path / "empty.txt"), article, str(tmp_path / "none.txt"))
    assert result.exit_code == 1
    first, second, summary = result.stderr.splitlines()
    assert first.startswith(f"skipped {tmp_path}/empty.txt: ")
    assert second.startswith(f"skipped {tmp_path}/none.txt: there is no such file")
    assert summary == "3 documents read (1 new, 2 skipped); 1 new attribution."


def test_a_document_that_is_too_large_is_skipped(empty, article):
    result = empty("extract", article, "--max-bytes", "10")
    assert (result.exit_code, "--max-bytes" in result.stderr) == (1, True)


def test_the_variable_bounds_documents_too(empty, article, monkeypatch):
    monkeypatch.setenv("CLAIMTRACK_MAX_BYTES", "10")
    assert empty("extract", article).exit_code == 1


def test_standard_input_is_read_in_the_format_that_is_given(empty):
    line = json.dumps({"document": "a", "text": ARTICLE})
    assert empty("extract", "--input-format", "jsonl", "-", input=line).exit_code == 0
    assert json.loads(empty("query", "--format", "jsonl").stdout)["document"] == "a"


def test_a_publication_date_that_is_none_is_a_usage_error(empty, article):
    result = empty("extract", article, "--published", "soon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: --published: ")
