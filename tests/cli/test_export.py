import csv
import json

from claimtrack.domain.interchange import attribution_from_json
from claimtrack.domain.spans import cut
from tests.cli.conftest import DOCUMENT


def test_csv_holds_exactly_what_the_filters_select(run, tmp_path):
    file = tmp_path / "denials.csv"
    result = run("export", str(file), "--stance", "denies")
    with file.open(encoding="utf-8", newline="") as stream:
        [row] = csv.DictReader(stream)
    assert (row["speakers"], row["document"], row["said_first"]) == ("Freedonia", "pipeline", "2024-06-10")
    assert result.stderr == f"1 statement written to {file}.\n"


def test_jsonl_can_be_read_again_with_offsets_that_cut_out_the_words(run, tmp_path):
    run("export", "all.jsonl", "--type", "any")
    [line] = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (line["document"], line["text"], line["published"]) == ("pipeline", DOCUMENT.text, "2024-06-18")
    contents = [cut(line["text"], attribution_from_json(item).content) for item in line["statements"]]
    assert contents[0] == "that Freedonia had shipped pumps to Sylvania"
    assert len(contents) == 3


def test_words_narrow_an_export_and_are_never_widened_unasked(run):
    narrowed = [
        run("export", "-", "--format", "jsonl", "--about", *words).stderr
        for words in (["shipped fables", "--exact"], ["rusty pumps", "--exact"], ["rusty pumps", "--any-word"])
    ]
    assert narrowed == [
        f"{found} written to standard output.\n" for found in ("2 statements", "0 statements", "2 statements")
    ]


def test_a_dash_is_standard_output(run):
    result = run("export", "-", "--format", "jsonl")
    assert len(json.loads(result.stdout)["statements"]) == 2
    assert result.stderr == "2 statements written to standard output.\n"


def test_an_unclear_format_is_a_usage_error(run):
    result = run("export", "statements.xlsx")
    assert result.exit_code == 2
    assert "name the file .csv or .jsonl, or give --format" in result.stderr


def test_a_failed_export_leaves_the_old_file_alone(run, tmp_path):
    file = tmp_path / "old.csv"
    file.write_text("old")
    assert run("--database", "postgresql://nobody@127.0.0.1:1/none", "export", str(file)).exit_code == 1
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.glob("*.csv*")] == ["old.csv"]


def test_a_byte_order_mark_is_put_before_csv_where_asked_for(run, tmp_path):
    plain, marked = tmp_path / "plain.csv", tmp_path / "marked.csv"
    run("export", str(plain))
    run("export", "--bom", str(marked))
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()


def test_a_byte_order_mark_is_for_csv_alone(run, tmp_path):
    result = run("export", "--bom", str(tmp_path / "a.jsonl"))
    assert (result.exit_code, "--bom is for CSV" in result.stderr) == (2, True)
