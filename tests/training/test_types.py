"""Types for a corpus that has none."""

import json
from pathlib import Path

import pytest

from claimtrack.training.types import main, typed, with_types
from tests.training.corpus import SAID, row


def _annotated(text: str, cue: str, content: str) -> dict[str, object]:
    def at(words: str) -> list[int]:
        return [text.index(words), text.index(words) + len(words)]

    return {"document": "a", "text": text, "statements": [{"source": [], "cue": [at(cue)], "content": [at(content)]}]}


CASES = {
    "statement": ("Mara Keller said that the toll fell.", "said", "that the toll fell"),
    "belief": ("Mara Keller thinks that the toll fell.", "thinks", "that the toll fell"),
    "intention": ("Mara Keller agreed to lower the toll.", "agreed", "to lower the toll"),
    "evidence": ("The survey showed that the toll fell.", "showed", "that the toll fell"),
}


@pytest.mark.parametrize(("kind", "case"), CASES.items(), ids=CASES)
def test_a_cue_of_the_lists_makes_a(kind: str, case: tuple[str, str, str]) -> None:
    (document,) = typed([_annotated(*case)])
    assert document["statements"][0]["type"] == kind


def test_of_two_verbs_in_a_cue_the_one_whose_content_fits_decides() -> None:
    text = "Both continue to dismiss the allegations."
    (document,) = typed([_annotated(text, "continue to dismiss", "the allegations")])
    assert document["statements"][0]["type"] == "statement"


def test_a_cue_that_no_rule_knows_stays_without() -> None:
    (document,) = typed([_annotated("The bridge is old and the toll is high.", "is old", "the toll is high")])
    assert "type" not in document["statements"][0]


def test_a_corpus_with_types_is_taken_as_it_is(tmp_path: Path) -> None:
    plain, done = tmp_path / "plain.jsonl", tmp_path / "done.jsonl"
    plain.write_text(json.dumps(row("a", SAID)) + "\n", encoding="utf-8")
    main([str(plain), str(done)])
    assert with_types(done, tmp_path) == done
    assert with_types(plain, tmp_path).read_text("utf-8") == done.read_text("utf-8")
