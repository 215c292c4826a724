"""The benchmark scripts, run as the documentation says on small documents of our own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = 'The mayor said the bridge would reopen in May. "We are ready," she said.'
PERFECT = {
    "document": "bridge",
    "published": "2024-04-02",
    "text": TEXT,
    "statements": [
        {"id": "a", "source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 45]]},
        {"id": "b", "source": [[63, 66]], "cue": [[67, 71]], "content": [[47, 62]]},
    ],
}


FIELDS = {
    "type": "statement",
    "kind": "indirect",
    "speakers": [{"name": "mayor", "kind": "person"}],
    "said_on": ["2024-04-02", "2024-04-02"],
    "granularity": "unknown",
    "stance": "asserts",
    "denies": [],
}
WITH_FIELDS = {
    **PERFECT,
    "statements": [{**PERFECT["statements"][0], **FIELDS}, {**PERFECT["statements"][1], **FIELDS, "kind": "direct"}],
}


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def line(output: str, name: str) -> list[float]:
    (found,) = (each for each in output.splitlines() if each.strip().startswith(name))
    return [float(number) for number in found.split() if number.replace(".", "").isdigit()]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(PERFECT) + "\n", encoding="utf-8")
    return path


def test_quality_gives_full_marks_to_what_equals_the_gold(gold):
    output = run("quality.py", str(gold))
    assert line(output, "relations all") == [100.0, 100.0, 100.0]
    assert line(output, "content exact") == [100.0, 100.0, 100.0]


def test_quality_counts_a_gold_statement_that_is_not_found_against_recall_only(tmp_path):
    missed = {"id": "c", "source": [[0, 9]], "cue": [], "content": [[36, 45]]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**PERFECT, "statements": [*PERFECT["statements"], missed]}), encoding="utf-8")
    precision, recall, _ = line(run("quality.py", str(path)), "relations all")
    assert precision == 100.0
    assert recall == pytest.approx(66.7)


def test_quality_scores_fields_where_the_statements_carry_them(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(WITH_FIELDS), encoding="utf-8")
    output = run("quality.py", str(path))
    assert line(output, "all ") == [100.0]
    assert line(output, "speaker") == [100.0]
    assert line(output, "kind") == [100.0]


def test_quality_counts_beliefs_of_the_gold_neither_as_found_nor_as_wrong(tmp_path):
    belief = {**WITH_FIELDS["statements"][1], "type": "belief"}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**WITH_FIELDS, "statements": [WITH_FIELDS["statements"][0], belief]}), encoding="utf-8")
    assert line(run("quality.py", str(path)), "found") == [100.0]


def test_quality_counts_a_denial_that_the_gold_does_not_see_against_precision(tmp_path):
    text = "The mayor denied that the bridge would close. The council denied the report."
    statements = [
        {**FIELDS, "id": "a", "source": [[0, 9]], "cue": [[10, 16]], "content": [[17, 44]], "stance": "denies"},
        {**FIELDS, "id": "b", "source": [[46, 57]], "cue": [[58, 64]], "content": [[65, 75]]},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**PERFECT, "text": text, "statements": statements}), encoding="utf-8")
    assert line(run("quality.py", str(path)), "denials") == [pytest.approx(66.7)]


def test_quality_scores_documents_that_were_held_out_apart(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(PERFECT)}\n{json.dumps({**PERFECT, 'held_out': True})}", encoding="utf-8")
    output = run("quality.py", str(path))
    assert "gold.jsonl, open" in output
    assert "gold.jsonl, held out" in output


def test_speed_prints_a_ratio_to_spacy_alone_and_the_peak_memory():
    output = run("speed.py", str(ROOT / "seeds"), "--rounds", "1")
    assert "median ratio" in output
    assert "peak memory" in output


def test_speed_says_what_to_give_where_nothing_can_be_read(tmp_path):
    command = [sys.executable, str(ROOT / "benchmarks" / "speed.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "give files or folders" in done.stderr


def test_slices_prints_relations_by_slice_and_how_far_confidences_can_be_trusted(gold):
    output = run("slices.py", str(gold))
    assert line(output, "content of 6 to 15 words") == [6.0, 15.0, 1.0, 100.0, 100.0, 100.0]
    assert line(output, "no source")[0] == 0.0
    assert "expected calibration error" in output


def test_stories_are_scored_by_what_the_database_says_of_them(tmp_path: Path):
    accusation = "Sylvania said Borduria had shelled the harbor of Klow with mortars."
    denial = "Borduria denied that it had shelled the harbor of Klow with mortars."
    rows = []
    for number, (text, source, stance) in enumerate(
        [(accusation, "Sylvania", "asserts"), (denial, "Borduria", "denies")]
    ):
        cue = text.split()[1]
        end = len(source) + len(cue) + 2
        spans = {"source": [[0, len(source)]], "cue": [[len(source) + 1, end - 1]], "content": [[end, len(text) - 1]]}
        said = {"id": "a", "stance": stance, "denies": ["0/a"] if number else [], **spans}
        rows.append(
            {"document": f"{number}", "published": f"2024-04-0{number + 1}", "text": text, "statements": [said]}
        )
    gold = tmp_path / "stories.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    output = run("stories.py", str(gold))
    assert line(output, "denies across, F1") == [100.0]
    assert line(output, "denial status") == [100.0]


def test_scale_fills_databases_and_prints_what_they_cost():
    output = run("scale.py", "--statements", "200", "--rounds", "0", "--only", "sqlite")
    assert "adding a document" in output
    assert "median ratio of meaning to words: the database's part" in output
    assert "100.00 %" in output


def _set(name: str, said: dict[str, list[str]], subject: str, relevant: list[str]) -> str:
    articles = []
    for document, texts in said.items():
        text = " ".join(texts)
        places = [[[start := text.index(each), start + len(each) - 1]] for each in texts]
        statements = [{"id": f"{number}", "content": place} for number, place in enumerate(places)]
        articles.append({"document": document, "text": text, "statements": statements})
    question = {"subject": subject, "relevant": relevant, "acceptable": []}
    return json.dumps({"set": name, "articles": articles, "questions": [question]}) + "\n"


def test_ranking_tells_how_far_up_right_statements_stand_among_all_sets(tmp_path: Path):
    football = {"cup": ["The striker scored twice before half-time.", "The goalkeeper let the last ball through."]}
    weather = {"barn": ["Hail went through the roof of the barn."], "tram": ["The tram stops at the museum."]}
    sets = tmp_path / "sets.jsonl"
    sets.write_text(
        _set("one", football, "a football match", ["cup/0", "cup/1"]) + _set("two", weather, "hail", ["tram/0"]),
        encoding="utf-8",
    )
    output = run("ranking.py", str(sets))
    assert "2 subjects" in output
    own = line(output, "by their own vectors")
    assert 50 < own[0] < 75  # both of the first are above all others, that of the second below the hail
    assert 50 < own[1] < 100
