"""What a network learns from larger ones."""

import itertools
import json
import warnings
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from onnxruntime import InferenceSession
from safetensors.torch import save_file

from claimtrack.model.labels import LABELS
from claimtrack.model.loading import FILES, INPUTS
from claimtrack.training.batches import batch_of
from claimtrack.training.crf import counted, expected_counts
from claimtrack.training.encoder import load_tokenizer
from claimtrack.training.examples import Reading, examples_of, read_document
from claimtrack.training.export import write_onnx
from claimtrack.training.network import AttributionNetwork, Shape, buckets
from claimtrack.training.run import RECIPE, Lesson
from claimtrack.training.teacher import targets, taught
from claimtrack.training.weights import load_weights
from tests.training.corpus import SAID, row

SMALL = Shape(vocabulary=30522, width=16, heads=2, inner=16, layers=1, positions=64)
SIZE = len(LABELS)
KEPT = "taught.safetensors"


@pytest.fixture
def readings() -> list[Reading]:
    return [read_document(row("a", SAID, SAID), load_tokenizer(FILES))]


def teacher(folder: Path, seed: int) -> AttributionNetwork:
    """An untrained network, and a run's folder with its weights."""
    torch.manual_seed(seed)
    network = AttributionNetwork(SMALL).eval()
    folder.mkdir()
    save_file(network.state_dict(), folder / "model.safetensors")
    (folder / RECIPE).write_text(json.dumps({"shape": asdict(SMALL)}), encoding="utf-8")
    return network


def test_what_a_crf_expects_is_the_mean_of_all_labellings() -> None:
    torch.manual_seed(2)
    emissions, moves, lengths = torch.randn(1, 3, SIZE), torch.randn(SIZE + 1, SIZE + 1), torch.tensor([3])
    paths = torch.tensor(list(itertools.product(range(SIZE), repeat=3)))
    steps = torch.nn.functional.pad(paths, (1, 1), value=SIZE)
    scores = sum(emissions[0, word, paths[:, word]] for word in range(3))
    scores = scores + sum(moves[steps[:, step], steps[:, step + 1]] for step in range(4))
    shares = scores.softmax(0)
    found = expected_counts(emissions, moves, lengths)
    first = torch.zeros(SIZE).index_add(0, paths[:, 0], shares)
    assert torch.allclose(found.labels[0, 0], first, atol=1e-5)
    pairs = torch.zeros(SIZE + 1, SIZE + 1)
    for step in range(4):
        pairs.index_put_((steps[:, step], steps[:, step + 1]), shares, accumulate=True)
    assert torch.allclose(found.moves, pairs, atol=1e-4)


def test_padding_is_not_counted() -> None:
    counts = counted(torch.tensor([[1, 3, 0], [0, 0, 0]]), torch.tensor([2, 1]), SIZE, torch.tensor([1.0, 0.5]))
    assert counts.labels.sum() == 2.5
    assert counts.moves.sum() == 4
    assert counts.moves[3, SIZE] == 1


def test_the_scores_of_teachers_are_averaged_word_by_word(tmp_path: Path, readings: list[Reading]) -> None:
    networks = [teacher(tmp_path / f"{seed}", seed) for seed in (1, 2)]
    (read,), moves = taught(readings, [tmp_path / "1", tmp_path / "2"], 64, tmp_path / KEPT)
    (example,) = examples_of(readings[0], 64)
    batch = batch_of([example])
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        alone = [network(*batch.inputs)[0][0].float() for network in networks]
    assert read.taught is not None
    assert np.allclose(read.taught, (alone[0] + alone[1]) / 2, atol=0.02)
    assert torch.allclose(moves, (networks[0].moves() + networks[1].moves()) / 2)


def test_teachers_are_asked_once(tmp_path: Path, readings: list[Reading]) -> None:
    teacher(tmp_path / "1", 1)
    (first,), _ = taught(readings, [tmp_path / "1"], 64, tmp_path / KEPT)
    (tmp_path / "1" / RECIPE).unlink()
    (again,), _ = taught(readings, [tmp_path / "1"], 64, tmp_path / KEPT)
    assert [each.name for each in tmp_path.glob("*.safetensors*")] == [KEPT]
    assert np.array_equal(first.taught, again.taught)


def test_an_example_has_the_scores_of_its_own_words(tmp_path: Path, readings: list[Reading]) -> None:
    teacher(tmp_path / "1", 1)
    (read,), _ = taught(readings, [tmp_path / "1"], 64, tmp_path / KEPT)
    first, second = examples_of(read, 12)
    assert read.taught is not None
    assert len(first.window.spans) == len(second.window.spans)
    assert np.array_equal(np.concatenate([first.taught, second.taught]), read.taught)


def test_teachers_take_their_share_and_the_corpus_keeps_the_rest(tmp_path: Path, readings: list[Reading]) -> None:
    teacher(tmp_path / "1", 1)
    (read,), moves = taught(readings, [tmp_path / "1"], 64, tmp_path / KEPT)
    batch = batch_of([*examples_of(read, 64), *examples_of(readings[0], 64)])
    wanted = targets(batch, Lesson(moves, 0.75), torch.device("cpu"))
    gold = targets(batch, None, torch.device("cpu"))
    assert torch.allclose(wanted.labels.sum(2), gold.labels.sum(2), atol=1e-4)
    assert torch.equal(wanted.labels[1], gold.labels[1])
    assert wanted.labels[0][gold.labels[0] == 1].min() >= 0.25
    assert not torch.allclose(wanted.labels[0], gold.labels[0])


def test_near_distances_are_told_apart_by_side_and_far_ones_are_alike() -> None:
    found = buckets(torch.tensor([-200, -130, -3, 0, 3, 130, 200]), 32).tolist()
    assert found == [15, 15, 3, 0, 19, 31, 31]


def test_an_mpnet_is_read_under_bert_names_and_with_bert_numbers(tmp_path: Path) -> None:
    words = torch.arange(30527.0)[:, None].repeat(1, 16)
    save_file(
        {
            "embeddings.word_embeddings.weight": words,
            "embeddings.position_embeddings.weight": torch.arange(66.0)[:, None].repeat(1, 16),
            "encoder.relative_attention_bias.weight": torch.ones(32, 2),
            "encoder.layer.0.attention.attn.q.weight": torch.full((16, 16), 7.0),
            "encoder.layer.0.attention.LayerNorm.bias": torch.full((16,), 8.0),
        },
        tmp_path / "model.safetensors",
    )
    weights = load_weights(tmp_path)
    numbers = weights["embeddings.word_embeddings.weight"][[0, 101, 102, 103, 2000], 0]
    assert numbers.tolist() == [1, 0, 2, 30526, 2004]
    assert weights["embeddings.position_embeddings.weight"][0, 0] == 2
    assert weights["encoder.layer.0.attention.self.query.weight"][0, 0] == 7
    assert weights["encoder.layer.0.attention.output.LayerNorm.bias"][0] == 8


def test_the_shape_of_an_mpnet_leaves_out_what_bert_has_not(tmp_path: Path) -> None:
    config = {
        "vocab_size": 30527,
        "hidden_size": 16,
        "num_attention_heads": 2,
        "intermediate_size": 16,
        "num_hidden_layers": 1,
        "max_position_embeddings": 66,
        "relative_attention_num_buckets": 32,
    }
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    shape = Shape.from_config(tmp_path / "config.json")
    assert (shape.vocabulary, shape.positions, shape.buckets) == (30522, 64, 32)


def test_relative_distances_change_what_is_read(readings: list[Reading]) -> None:
    torch.manual_seed(1)
    network = AttributionNetwork(Shape(30522, 16, 2, 16, 1, 64, buckets=32)).eval()
    batch = batch_of(list(examples_of(readings[0], 64)))
    with torch.inference_mode():
        before = network(*batch.inputs)[0]
        network.relative.weight[0] += 3
        after = network(*batch.inputs)[0]
    assert not torch.allclose(before, after)


def test_a_network_with_relative_distances_is_exported_for_batches_of_any_size(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = AttributionNetwork(Shape(30522, 16, 2, 16, 1, 64, buckets=32)).eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        write_onnx(network, tmp_path / "network.onnx")
    pieces = torch.randint(200, 2000, (3, 17))
    inputs = (pieces, torch.zeros_like(pieces), torch.zeros_like(pieces), torch.arange(5).repeat(3, 1))
    with torch.inference_mode():
        wanted = network(*inputs)[0].numpy()
    session = InferenceSession(tmp_path / "network.onnx", providers=["CPUExecutionProvider"])
    found = session.run(None, dict(zip(INPUTS, (each.numpy() for each in inputs), strict=True)))[0]
    assert np.allclose(found, wanted, atol=1e-4)
