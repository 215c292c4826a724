"""Fitting how likely a statement is about a subject."""

import json
import tomllib
from pathlib import Path

import pytest

from claimtrack.training.tables.meaning import asked_of, fit, main, outcome

TOLD = {
    "arms deliveries": "Pyongyang shipped shells and missiles to Moscow",
    "football injuries": "the striker tore a ligament in the final",
    "bank failures": "the lender could not pay its savers",
    "crop losses": "hail took half of the wheat",
}


def _article(number: int, contents: list[str]) -> dict[str, object]:
    """One in which each content is said by somebody in a line of its own."""
    text = "\n".join(f"Keller said {content}." for content in contents)
    statements = []
    at = 0
    for name, content in zip("abcd", contents, strict=True):
        start = text.index(content, at)
        at = start + len(content)
        statements.append(
            {"id": name, "source": [], "cue": [[start - 5, start - 1]], "content": [[start, at]], "denies": []}
        )
    return {"document": f"d{number}", "set": "s", "title": None, "text": text, "statements": statements}


ARTICLES = [_article(0, list(TOLD.values()))]
QUERIES = [
    {
        "query": f"claims about {subject}",
        "by": "subject",
        "set": "s",
        "relevant": [f"d0/{name}"],
        "acceptable": [],
        "held_out": False,
    }
    for subject, name in zip(TOLD, "abcd", strict=True)
]


def test_each_question_is_asked_of_every_statement_of_its_set() -> None:
    asked = list(asked_of(QUERIES, ARTICLES))
    assert [each.subject for each in asked] == list(TOLD)
    assert [list(each.right) for each in asked][1] == [False, True, False, False]


def test_what_is_acceptable_is_left_out() -> None:
    query = {**QUERIES[0], "acceptable": ["d0/b", "d0/c"]}
    assert [len(each.right) for each in asked_of([query], ARTICLES)] == [2]


def test_questions_with_other_conditions_are_left_out() -> None:
    assert list(asked_of([{**QUERIES[0], "by": "speaker+subject"}], ARTICLES)) == []


def test_nearness_speaks_for_a_statement() -> None:
    assert fit(list(asked_of(QUERIES, ARTICLES))).before.coef_[0][0] > 0


def test_a_lower_likelihood_finds_no_less() -> None:
    asked = list(asked_of(QUERIES, ARTICLES))
    (low, _, missed), (high, _, _) = outcome(asked, 0.1), outcome(asked, 0.5)
    assert low >= high
    assert low + missed == len(TOLD)


def test_weights_are_written_under_the_head_of_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries, articles, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl", tmp_path / "meaning.toml"
    queries.write_text("\n".join(map(json.dumps, [*QUERIES, {**QUERIES[0], "held_out": True}])), "utf-8")
    articles.write_text("\n".join(map(json.dumps, ARTICLES)), "utf-8")
    out.write_text("# A table.\nbias = 0.0\n", "utf-8")
    main([str(queries), "--articles", str(articles), "--out", str(out)])
    assert out.read_text("utf-8").startswith("# A table.\nbias = ")
    written = tomllib.loads(out.read_text("utf-8"))
    assert written.keys() == {"bias", "nearness", "behind", "words", "worth", "least", "borderline", "read"}
    assert written["read"].keys() == {"bias", "before", "said"}
    assert "missed" in capsys.readouterr().out
