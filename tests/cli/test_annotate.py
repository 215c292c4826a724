import json

from claimtrack.domain.interchange import attribution_from_json
from claimtrack.domain.spans import cut

TEXT = "Ada Berg said that the pumps work. Bo Dahl believes that they will rust.\n"


def test_a_document_is_a_line_with_every_attribution_whatever_its_type(run, tmp_path):
    (tmp_path / "pumps.txt").write_text(TEXT)
    result = run("annotate", "pumps.txt")
    line = json.loads(result.stdout)
    found = [attribution_from_json(item) for item in line["statements"]]
    assert (result.exit_code, line["document"], line["text"]) == (0, "pumps", TEXT)
    assert [(item.type.value, cut(TEXT, item.content)) for item in found] == [
        ("statement", "that the pumps work"),
        ("belief", "that they will rust"),
    ]


def test_no_database_is_made(run, tmp_path):
    (tmp_path / "pumps.txt").write_text(TEXT)
    run("--database", str(tmp_path / "none.db"), "annotate", "pumps.txt")
    assert not (tmp_path / "none.db").exists()


def test_its_output_can_be_read_by_extract(run, tmp_path):
    (tmp_path / "pumps.txt").write_text(TEXT)
    (tmp_path / "out.jsonl").write_bytes(run("annotate", "pumps.txt").stdout_bytes)
    assert run("extract", "out.jsonl").exit_code == 0
    assert run("query", "--document", "pumps", "--format", "jsonl").stdout.count("\n") == 1


def test_bad_documents_are_told_and_the_others_printed(run, tmp_path):
    (tmp_path / "pumps.txt").write_text(TEXT)
    result = run("annotate", "none.txt", "pumps.txt")
    assert (result.exit_code, json.loads(result.stdout)["document"]) == (1, "pumps")
    assert result.stderr.startswith("skipped none.txt: ")
