"""Fitting which statements of other documents are answered, and counting which words are common."""

import json
from pathlib import Path
from typing import Any

from claimtrack.training.tables import answers, frequencies

PLACES = ["harbor", "airport", "bridge", "market", "school", "dam", "tunnel", "mill", "castle"]


def line(story: str, number: int, said: tuple[str, str, str], **fields: Any) -> dict[str, Any]:
    """A document of one statement: source, cue and content in this order."""
    text = " ".join(said) + "."
    starts = [0, len(said[0]) + 1, len(said[0]) + len(said[1]) + 2]
    places = [[[start, start + len(words)]] for start, words in zip(starts, said, strict=True)]
    roles = dict(zip(("source", "cue", "content"), places, strict=True))
    statement = {"id": "a", **roles, "speakers": [{"name": said[0], "kind": "person"}], **fields}
    document = {"document": f"{story}-{number}", "story": story, "published": f"2024-06-0{number}", "text": text}
    return {**document, "statements": [statement]}


def stories() -> list[dict[str, Any]]:
    """Of each place somebody says that it was shelled, which Borduria denies."""
    rows = []
    for place in PLACES:
        rows.append(line(place, 1, ("Sylvania", "said", f"Borduria shelled the old {place} with mortars")))
        denial = ("Borduria", "denied", f"that its mortars had shelled the {place}")
        rows.append(line(place, 2, denial, stance="denies", denies=[f"{place}-1/a"]))
    return rows


def test_pairs_of_one_story_are_right_and_those_of_two_are_wrong() -> None:
    pairs = list(answers.pairs_of(stories()))
    assert sum(pair.right for pair in pairs) == len(PLACES)
    assert len(pairs) == len(PLACES) ** 2


def test_weights_are_written_that_tell_the_two_apart(tmp_path: Path, capsys: Any) -> None:
    gold, out = tmp_path / "stories.jsonl", tmp_path / "answers.toml"
    gold.write_text("".join(json.dumps(row) + "\n" for row in stories()), encoding="utf-8")
    out.write_text("# A head.\n\nbias = 0\n", encoding="utf-8")
    answers.main([str(gold), "--out", str(out)])
    assert "9 of 9 links among them" in capsys.readouterr().out
    written = out.read_text("utf-8")
    assert written.startswith("# A head.\n\nleast = ")
    assert '"shared" = ' in written


def test_what_is_held_out_is_not_learnt_from(tmp_path: Path, capsys: Any) -> None:
    gold = tmp_path / "stories.jsonl"
    rows = [*stories(), *({**row, "held_out": True, "story": "x" + row["story"]} for row in stories())]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    answers.main([str(gold)])
    assert "9 of 9 links among them" in capsys.readouterr().out


def test_stems_are_counted_once_a_document_and_rare_ones_left_out(tmp_path: Path) -> None:
    corpus, out = tmp_path / "corpus.jsonl", tmp_path / "frequencies.tsv"
    texts = ["Ships sank and a ship was saved."] * 12 + ["Nobody came."] * 3
    corpus.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    frequencies.main([str(corpus), "--out", str(out)])
    rows = [row.split("\t") for row in out.read_text("utf-8").splitlines() if not row.startswith("#")]
    assert ["", "15"] in rows
    assert ["ship", "12"] in rows
    assert "nobodi" not in [row[0] for row in rows]
