"""Fitting which statement answers which."""

import json
import tomllib
from pathlib import Path

import pytest

from claimtrack.extract.denials.pairs import SIGNS, likelihood
from claimtrack.extract.language import load_language
from claimtrack.training.tables.denials import LEAST_ANSWER, fit, links_of, main

PLACES = ["Ardel", "Bovic", "Corran", "Dunmar", "Elsin", "Farrow"]
HEAD = "# A table\n"


def _row(number: int, place: str, answer: str, *, denied: bool) -> dict[str, object]:
    """Somebody accuses, somebody else says something."""
    accusation, told = f"Syldavia accused {place} of shelling a harbor.", f"{place} said {answer}."
    start = len(accusation) + 1
    said = start + len(place) + 1
    return {
        "document": f"{number}",
        "text": f"{accusation} {told}",
        "statements": [
            {
                "id": "a",
                "source": [[0, 8]],
                "cue": [[9, 16]],
                "content": [[17, len(accusation) - 1]],
                "stance": "asserts",
                "denies": [],
            },
            {
                "id": "b",
                "source": [[start, start + len(place)]],
                "cue": [[said, said + 4]],
                "content": [[said + 5, start + len(told) - 1]],
                "stance": "denies" if denied else "asserts",
                "denies": ["a"] if denied else [],
            },
        ],
    }


ANSWERS = [("it had never shelled a harbor", True), ("the harvest would be good", False)]
ROWS = [
    _row(2 * number + denied, place, answer, denied=denied)
    for number, place in enumerate(PLACES)
    for answer, denied in ANSWERS
]


def test_pairs_are_right_where_the_gold_says_so() -> None:
    links = [link for link in links_of(ROWS[:2], load_language()) if link.kind == "answers"]
    assert [(link.statement, link.right) for link in links if link.statement.endswith("b")] == [
        ("1 b", True),
        ("0 b", False),
    ]


def test_what_denies_without_saying_so_is_compared_as_a_denial_too() -> None:
    links = [link for link in links_of(ROWS[:2], load_language()) if link.kind == "denials"]
    assert [(link.statement, link.right) for link in links] == [("1 b", True)]


def test_what_may_be_read_either_way_is_left_out() -> None:
    row = _row(0, "Ardel", "it had never shelled a harbor", denied=True)
    row["statements"][1]["optional"] = True
    assert [link for link in links_of([row], load_language()) if link.statement.endswith("b")] == []


def test_weights_tell_answers_from_other_statements() -> None:
    links = [link for link in links_of(ROWS, load_language()) if link.kind == "answers"]
    fitted, table = fit(links)
    negated, other = (next(link for link in links if link.right is right) for right in (True, False))
    score = [sum(w * v for w, v in zip(fitted.weights, link.signs, strict=True)) for link in (negated, other)]
    assert score[0] > score[1]
    assert {right + missed for _, right, _, missed in table} == {len(PLACES)}
    assert fitted.least >= LEAST_ANSWER


def test_articles_that_nobody_marked_make_answers_less_likely() -> None:
    links = [link for link in links_of(ROWS, load_language()) if link.kind == "answers"]
    unmarked = [link._replace(right=False) for link in links]
    alone, beside = (sum(fit(links, others)[0].weights) + fit(links, others)[0].bias for others in ((), unmarked))
    assert beside < alone


def test_the_table_is_written_as_the_program_reads_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "denials.toml"
    held_out = dict(ROWS[0], document="never", held_out=True, statements=[])
    lines = [json.dumps(row) for row in [*ROWS, *_denying(), held_out]]
    gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
    out.write_text(f"{HEAD}\n[denials]\nleast = 1\n", encoding="utf-8")
    main([str(gold), "--denials", str(gold), "--unmarked", str(gold), "--out", str(out)])
    written = tomllib.loads(out.read_text("utf-8"))
    assert out.read_text("utf-8").startswith(HEAD)
    assert all(set(written[kind]) == {"least", "bias", *SIGNS} for kind in ("denials", "answers"))
    assert "missed" in capsys.readouterr().out


def _denying() -> list[dict[str, object]]:
    """Denials by their own words, of which one has nothing to answer."""
    text = "Syldavia accused Borduria of shelling a harbor. Rain fell, Klow said. Borduria denied the accusation."
    spans = {"a": (0, 8, 9, 16, 17, 46), "b": (59, 63, 64, 68, 48, 57), "c": (70, 78, 79, 85, 86, 100)}
    statements = [
        {
            "id": key,
            "source": [[at[0], at[1]]],
            "cue": [[at[2], at[3]]],
            "content": [[at[4], at[5]]],
            "stance": "denies" if key == "c" else "asserts",
            "denies": ["a"] if key == "c" else [],
        }
        for key, at in spans.items()
    ]
    return [{"document": f"denying {number}", "text": text, "statements": statements} for number in range(12)]


def test_a_likelihood_lies_between_nothing_and_certainty() -> None:
    assert 0 < likelihood("denials", [0.0] * len(SIGNS)) < likelihood("denials", [1.0] * len(SIGNS)) < 1
