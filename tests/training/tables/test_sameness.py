"""Fitting how likely two statements make the same claim."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

from claimtrack.resolve.sameness import SIGNS
from claimtrack.training.tables.sameness import main, outcome, read_pairs_of

SAME = [
    ("that the bridge had cost 40 million euros", "the bridge came to forty million euros"),
    ("that the ferry had sunk in the storm", "the storm had sent the ferry to the bottom"),
]
OTHER = [
    ("that the bridge had cost 40 million euros", "that the bridge had cost 90 million euros"),
    ("that the ferry had sunk in the storm", "that the ferry had left before the storm"),
]


def _pair(contents: tuple[str, str], same: bool, held_out: bool = False) -> dict[str, object]:
    a, b = ({"text": f"Keller said {content}.", "content": content} for content in contents)
    return {"same": same, "held_out": held_out, "a": a, "b": b}


PAIRS = [_pair(pair, same) for pairs, same in ((SAME, True), (OTHER, False)) for pair in pairs * 8]


def _article(name: str) -> dict[str, object]:
    """Says two things of one affair."""
    text = (
        f"Keller of {name} said the Klow harbor mortars had sunk a ferry. Klow harbor mortars, Hahn said, sank nothing."
    )
    pieces = ["the Klow harbor mortars had sunk a ferry", "Klow harbor mortars, Hahn said, sank nothing"]
    places = [[text.index(piece), text.index(piece) + len(piece)] for piece in pieces]
    said = [{"source": [], "cue": [], "content": [place]} for place in places]
    return {"title": "Klow harbor mortars", "text": text, "statements": said}


def test_nearer_statements_have_a_greater_cosine() -> None:
    (near, far), _ = read_pairs_of([PAIRS[0], _pair((SAME[0][0], SAME[1][1]), False)])
    assert near > far


def test_an_outcome_counts_what_is_right_wrong_and_missed() -> None:
    likely, same = np.array([0.9, 0.8, 0.2, 0.1]), np.array([True, False, True, False])
    assert outcome(likely, same, 0.5) == (1, 1, 1)


def test_weights_and_a_least_likelihood_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, news, out = tmp_path / "pairs.jsonl", tmp_path / "news.jsonl", tmp_path / "sameness.toml"
    gold.write_text("\n".join(map(json.dumps, [*PAIRS, _pair(SAME[0], False, held_out=True)])))
    news.write_text(
        "\n".join(json.dumps(_article(name)) for name in ("Alpha", "Beta", "Gamma", "Delta", "Eta", "Zeta"))
    )
    out.write_text("# Head.\n\nold = 1\n")
    main([str(gold), "--unmarked", str(news), "--out", str(out)])
    written = tomllib.loads(out.read_text())
    assert set(written) == {"suggested", "bias", *SIGNS}
    assert out.read_text().startswith("# Head.\n\nsuggested")
    assert capsys.readouterr().out.startswith("32 pairs")
