"""A small stance reader, from a checkpoint to the files that the program loads, and the weights of its word."""

import json
import tomllib
import warnings
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from claimtrack.extract.denials.weighing import SIGNS, WEIGHED
from claimtrack.model.stances import CONTENT, CUE, NETWORK, STANCES, read_stance_reader
from claimtrack.training import stance
from claimtrack.training.encoder import load_tokenizer
from claimtrack.training.stance import export_stance_reader, main, scores_of, teach_stances, untaught
from claimtrack.training.stance_lessons import Lesson, stances_wanted
from claimtrack.training.tables import stances as table
from tests.training.checkpoint import write_checkpoint

WORDS = {"asserts": 4000, "denies": 5000, "confirms": 6000, "declines": 7000}
LESSONS = [
    Lesson(f"{name} {number}", [101, CUE, 3000 + number, CUE + 1, CONTENT, word, CONTENT + 1, 102], wanted, None)
    for name, word in WORDS.items()
    for wanted in [stances_wanted({"stance": name})]
    for number in range(6)
]


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_checkpoint(tmp_path_factory.mktemp("checkpoint"))


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Borduria's answers to an accusation."""
    accusation, path = "Syldavia accused Borduria of shelling a harbor.", tmp_path / "rows.jsonl"
    said = {"denied the accusation": "denies", "confirmed the accusation": "confirms", "praised the harvest": "asserts"}
    said |= {"would not discuss the accusation": "declines"}
    lines = []
    for number, (answer, name) in enumerate([*said.items()] * 4):
        text, cue = f"{accusation} Borduria {answer}.", answer.split()[0]
        start = len(accusation) + 10
        spans = {"source": [[start - 9, start - 1]], "cue": [[start, start + len(cue)]]}
        spans["content"] = [[start + len(cue) + 1, len(text) - 1]]
        lines.append({"document": str(number), "text": text, "statements": [{"id": "a", **spans, "stance": name}]})
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enough for so small a network."""
    monkeypatch.setattr(stance, "EPOCHS", 30)
    monkeypatch.setattr(stance, "RATE", 3e-3)


def test_teaching_tells_stances_apart(checkpoint: Path, quick: None) -> None:
    network = untaught(checkpoint)
    losses = list(teach_stances(network, LESSONS))
    assert losses[-1] < losses[0] / 2
    found = scores_of(network, LESSONS).argmax(1)
    assert [STANCES[number].value for number in found] == [lesson.document.split()[0] for lesson in LESSONS]


def test_a_statement_is_read_the_same_however_it_is_filled_up(checkpoint: Path) -> None:
    network = untaught(checkpoint).eval()
    pieces = torch.tensor([LESSONS[0].pieces])
    filled = torch.nn.functional.pad(pieces, (0, 5))
    with torch.no_grad():
        assert torch.allclose(network(pieces), network(filled), atol=1e-5)


def test_what_is_exported_reads_as_the_network_does(checkpoint: Path, tmp_path: Path) -> None:
    network = untaught(checkpoint).eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        before, after = export_stance_reader(network, load_tokenizer(checkpoint), LESSONS, "small", tmp_path / "out")
    reader = read_stance_reader(tmp_path / "out")
    assert before - after <= stance.MOST_LOST
    assert reader.name == "small"
    assert np.allclose(reader.scores(LESSONS[0].pieces), scores_of(network, LESSONS[:1])[0], atol=0.1)


def test_nothing_is_written_where_too_much_is_lost(
    checkpoint: Path, rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stance, "MOST_LOST", -1.01)
    monkeypatch.setattr(stance, "EPOCHS", 1)
    arguments = [str(rows), "--check", str(rows), "--out", str(tmp_path / "out"), "--name", "small"]
    arguments += ["--encoder", str(checkpoint)]
    with warnings.catch_warnings(), pytest.raises(SystemExit, match="nothing is written"):
        warnings.simplefilter("ignore")
        main(arguments)
    assert not (tmp_path / "out" / NETWORK).exists()


def test_weights_are_written_as_the_program_reads_them(
    checkpoint: Path, rows: Path, tmp_path: Path, quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "weighing.toml"
    out.write_text("# A table\n\n[denies]\nbias = 1\n", encoding="utf-8")
    table.main([str(rows), "--encoder", str(checkpoint), "--out", str(out)])
    written = tomllib.loads(out.read_text("utf-8"))
    assert out.read_text("utf-8").startswith("# A table\n\n[denies]\n")
    assert {name: set(weights) for name, weights in written.items()} == {each: {"bias", *SIGNS} for each in WEIGHED}
    assert written["denies"]["rules deny"] > 0
    assert "rows.jsonl, weighed: right wrong missed F1" in capsys.readouterr().out
