"""Cross-checking on a corpus in which one cue attributes and another does not."""

import json
from itertools import product
from pathlib import Path

import pytest

from claimtrack.domain.interchange import JsonObject
from claimtrack.training.check import THRESHOLDS, cross_check, main
from tests.training.corpus import NAMES, SAW, THINGS, row


@pytest.fixture(scope="module")
def corpus() -> list[JsonObject]:
    return [row(f"{n}", f"{name} said that {thing}.", SAW) for n, (name, thing) in enumerate(product(NAMES, THINGS))]


def test_what_the_other_folds_teach_is_found_in_the_one_left_out(corpus: list[JsonObject]) -> None:
    tallies = dict(cross_check(corpus, folds=2))
    assert tuple(tallies) == THRESHOLDS
    assert tallies[0.4].f1 > 95
    assert tallies[0.4].gold == 25


def test_the_command_prints_a_line_a_threshold(
    corpus: list[JsonObject], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in corpus), encoding="utf-8")
    main([str(path), "--folds", "2"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [f"{threshold:.2f}" for threshold in THRESHOLDS]
