"""A small network trained on a small corpus, from articles to the files that the program loads."""

import itertools
import json
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from safetensors.torch import load_file

from claimtrack.domain.spans import Span
from claimtrack.errors import ModelError
from claimtrack.model.labels import LABELS, Chunk, allowed
from claimtrack.model.links import DISTANCES, WIDTH, pair_scores
from claimtrack.model.loading import load_model, read_model
from claimtrack.model.passages import Passage
from claimtrack.model.tagger import Tagger
from claimtrack.training import batches, calibrate, export, train
from claimtrack.training.adversary import disturbed
from claimtrack.training.crf import counted, crf_loss
from claimtrack.training.network import AttributionNetwork, Shape
from claimtrack.training.recipe import Recipe
from claimtrack.training.rounding import RoundedLinear, set_rounded
from claimtrack.training.run import Run
from tests.training.checkpoint import SMALL, bert, write_checkpoint
from tests.training.corpus import NAMES, THINGS, row

RECIPE = Recipe(
    epochs=14, rate=3e-3, head_rate=3e-3, batch=512, size=64, rewrite=0.0, dropout=0.0, average=0.8, adversary=0.0
)


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_checkpoint(tmp_path_factory.mktemp("encoder"))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles in which whatever is said is a statement, in two orders of source, cue and content."""
    path = tmp_path_factory.mktemp("corpus") / "corpus.jsonl"
    pairs = list(itertools.product(NAMES, THINGS))
    rows = [
        row(f"{n}", f"{name} said that {thing}.", f"It rained, and {thing}.") for n, (name, thing) in enumerate(pairs)
    ]
    for each in rows:
        each["statements"][0]["type"] = "statement"
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def run(encoder: Path, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run."""
    out = tmp_path_factory.mktemp("run")
    train.train(RECIPE, corpus, [corpus], encoder, out)
    return out


def log(run: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (run / "log.jsonl").read_text("utf-8").splitlines()]


def test_the_network_learns_what_is_said_by_whom(run: Path) -> None:
    last = log(run)[-1]["corpus"]
    assert last["relations all"] > 95
    assert last["content exact"] > 95


def test_every_epoch_has_a_line_in_the_log(run: Path) -> None:
    assert [line["epoch"] for line in log(run)] == list(range(1, RECIPE.epochs + 1))


def test_an_interrupted_run_ends_as_if_it_had_not_been(
    encoder: Path, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = Recipe(epochs=2, batch=512, size=64)
    train.train(short, corpus, [], encoder, tmp_path / "whole")
    save = Run.save

    def interrupted(run: Run, folder: Path) -> None:
        save(run, folder)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Run, "save", interrupted)
        train.train(short, corpus, [], encoder, tmp_path / "parts")
    train.train(short, corpus, [], encoder, tmp_path / "parts")
    whole, parts = (load_file(tmp_path / name / "model.safetensors") for name in ("whole", "parts"))
    assert all(torch.equal(whole[name], parts[name]) for name in whole)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")  # of torch.onnx itself
def test_the_exported_model_finds_what_the_network_found(run: Path, corpus: Path, tmp_path: Path) -> None:
    export.export(run, corpus, tmp_path, "small")
    text = "Ruth Vogel said that the harbor was closed."
    ((found,),) = Tagger(load_model(tmp_path)).read([Passage(text, [Span(0, len(text))], [])])
    assert [text[span.start : span.end] for spans in (found.source, found.cue, found.content) for span in spans] == [
        "Ruth Vogel",
        "said",
        "that the harbor was closed",
    ]
    assert found.confidence > 0.8


def test_the_loss_is_what_all_other_labelings_leave() -> None:
    torch.manual_seed(1)
    emissions, moves = torch.randn(1, 3, len(LABELS)), torch.randn(len(LABELS) + 1, len(LABELS) + 1)
    moves = moves.masked_fill(~torch.from_numpy(allowed()), -1e4)
    labels = torch.tensor([[1, 3, 0]])

    def score(path: tuple[int, ...]) -> torch.Tensor:
        steps = [len(LABELS), *path, len(LABELS)]
        moved = sum(moves[a, b] for a, b in itertools.pairwise(steps))
        return moved + sum(emissions[0, i, label] for i, label in enumerate(path))

    every = torch.stack([score(path) for path in itertools.product(range(len(LABELS)), repeat=3)])
    expected = (torch.logsumexp(every, 0) - score((1, 3, 0))) / 3
    lengths = torch.tensor([3])
    counts = counted(labels, lengths, len(LABELS), torch.ones(1))
    assert torch.allclose(crf_loss(emissions, moves, lengths, counts), expected, atol=1e-4)


def test_a_run_learns_from_another_and_says_from_which(run: Path, encoder: Path, corpus: Path, tmp_path: Path) -> None:
    losses = []
    for out, teachers in ((tmp_path / "taught", [run]), (tmp_path / "alone", [])):
        train.train(replace(RECIPE, epochs=1), corpus, [corpus], encoder, out, teachers)
        assert json.loads((out / "recipe.json").read_text("utf-8"))["teachers"] == [each.name for each in teachers]
        losses.append(json.loads((out / "log.jsonl").read_text("utf-8"))["loss"])
    assert losses[0] != losses[1]


def test_a_run_goes_on_from_what_an_earlier_one_knows(run: Path, corpus: Path, tmp_path: Path) -> None:
    train.train(replace(RECIPE, epochs=1, rate=1e-5, head_rate=1e-5, rounded=0), corpus, [corpus], run, tmp_path)
    assert log(tmp_path)[-1]["corpus"]["relations all"] > 95


def test_a_run_with_another_teacher_is_another_run(run: Path, encoder: Path, corpus: Path, tmp_path: Path) -> None:
    once = replace(RECIPE, epochs=1)
    train.train(once, corpus, [corpus], encoder, tmp_path)
    with pytest.raises(ModelError, match="another recipe, corpus, encoder or teacher"):
        train.train(once, corpus, [corpus], encoder, tmp_path, [run])


def test_links_are_scored_in_training_as_at_run_time() -> None:
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(9, 6 * WIDTH)).astype(np.float32)
    near = rng.normal(size=(2, DISTANCES)).astype(np.float32)
    cues, chunks = [Chunk(1, 2, 3), Chunk(1, 7, 8)], [Chunk(2, 0, 2), Chunk(2, 3, 6)]
    parts = torch.from_numpy(vectors).view(9, 6, WIDTH)
    for content in (False, True):
        trained = batches._scores(parts, torch.from_numpy(near), cues, chunks, content=content)
        assert np.allclose(trained.numpy(), pair_scores(vectors, near, cues, chunks, content=content), atol=1e-4)


def test_an_encoder_of_another_size_is_taken_over_whole(encoder: Path) -> None:
    network = AttributionNetwork(Shape.from_config(encoder / "config.json"))
    network.load_encoder(load_file(encoder / "model.safetensors"))
    assert torch.equal(network.layers[1].widen.weight, bert(SMALL)["encoder.layer.1.intermediate.dense.weight"])


def test_an_adversary_disturbs_a_weight_up_its_gradient_and_puts_it_back() -> None:
    weight = torch.tensor([[3.0, 4.0]], requires_grad=True)
    (weight * weight).sum().backward()
    with disturbed(weight, by=1.0):
        assert torch.allclose(weight, torch.tensor([[3.6, 4.8]]))
    assert torch.equal(weight, torch.tensor([[3.0, 4.0]]))


def test_a_network_learns_with_an_adversary(encoder: Path, corpus: Path, tmp_path: Path) -> None:
    train.train(replace(RECIPE, adversary=0.5), corpus, [corpus], encoder, tmp_path)
    assert log(tmp_path)[-1]["corpus"]["relations all"] > 95


def test_rounded_layers_stay_near_exact_ones_and_differ() -> None:
    torch.manual_seed(1)
    layer = RoundedLinear(64, 32)
    state = torch.randn(5, 64)
    exact = layer(state)
    set_rounded(layer, rounded=True)
    rounded = layer(state)
    assert not torch.equal(exact, rounded)
    assert torch.allclose(exact, rounded, atol=0.05)


def test_gradients_pass_through_rounding() -> None:
    layer = RoundedLinear(8, 4)
    set_rounded(layer, rounded=True)
    layer(torch.randn(3, 8)).sum().backward()
    assert layer.weight.grad is not None
    assert layer.weight.grad.abs().sum() > 0


def test_a_folder_with_a_run_of_another_recipe_is_left_alone(run: Path, encoder: Path, corpus: Path) -> None:
    with pytest.raises(ModelError, match="give a new --out"):
        train.train(replace(RECIPE, seed=9), corpus, [corpus], encoder, run)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")  # of torch.onnx itself
def test_one_command_goes_from_articles_to_a_model_and_its_reliability(
    encoder: Path, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(corpus), str(corpus), "--encoder", str(encoder), "--out", str(tmp_path), "--name", "tiny"]
    numbers = ["--epochs", "2", "--rate", "3e-3", "--head-rate", "3e-3", "--batch", "512", "--size", "64"]
    train.main([*files, *numbers])
    assert read_model(tmp_path / "model").name == "tiny"
    calibrate.main([str(tmp_path / "model"), str(corpus)])
    assert "expected calibration error" in capsys.readouterr().out


def test_a_model_that_loses_too_much_is_not_written(
    run: Path, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "MOST_LOST", -1)
    with pytest.raises(SystemExit, match="nothing is written"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of torch.onnx itself
        export.export(run, corpus, tmp_path / "model", "worse")
    assert not (tmp_path / "model").exists()
