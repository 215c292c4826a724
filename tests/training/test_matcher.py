"""A small claim matcher taught a few families, from a checkpoint to the files that the program loads."""

import json
import random
import warnings
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.model.matcher import read_claim_matcher
from claimtrack.training import matcher
from claimtrack.training.encoder import load_tokenizer
from claimtrack.training.matcher import export_claim_matcher, main, scores_of, teach_matches, untaught
from claimtrack.training.matcher_lessons import Told, lessons_of, pair_of, read_families, read_pairs
from claimtrack.training.sentence_network import SentenceNetwork
from tests.training.checkpoint import write_checkpoint


def _said(content: str) -> Placed:
    text = f"He said {content}."
    return Placed(text, (Span(8, 8 + len(content)),))


FAMILIES = [
    [Told("A", _said("it rained")), Told("A", _said("rain fell")), Told("B", _said("it snowed"))],
    [Told("A", _said("they won")), Told("A", _said("they were the winners")), Told("B", _said("they lost"))],
]


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_checkpoint(tmp_path_factory.mktemp("checkpoint"))


@pytest.fixture
def families(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    rows = [
        {
            "statements": [
                {"claim": told.claim, "text": told.placed.text, "content": told.placed.own[0]} for told in each
            ]
        }
        for each in FAMILIES
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    sides = [{"text": f"He said {content}.", "content": content} for content in ("it rained", "rain fell", "they won")]
    rows = [
        {"a": sides[0], "b": sides[1], "same": True, "held_out": False},
        {"a": sides[0], "b": sides[2], "same": False, "held_out": False},
        {"a": sides[1], "b": sides[2], "same": False, "held_out": True},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_families_are_read_with_the_places_of_their_statements(families: Path) -> None:
    assert read_families(families) == FAMILIES


def test_pairs_that_are_held_out_are_not_read(gold: Path) -> None:
    assert [same for *_, same in read_pairs(gold)] == [True, False]


def test_all_pairs_that_are_the_same_are_learnt_and_pairs_of_news_as_different(checkpoint: Path) -> None:
    unmarked = [(_said("it rained"), _said("it poured"))]
    lessons = lessons_of(load_tokenizer(checkpoint), FAMILIES, unmarked, random.Random(1))
    assert sum(each.same for each in lessons) == 2
    tokenizer = load_tokenizer(checkpoint)
    assert pair_of(tokenizer, *unmarked[0], same=False) in lessons


def test_teaching_tells_what_is_the_same_from_what_is_not(checkpoint: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher, "EPOCHS", 60)
    monkeypatch.setattr(matcher, "RATE", 3e-3)
    network, tokenizer = untaught(checkpoint), load_tokenizer(checkpoint)
    losses = list(teach_matches(network, tokenizer, FAMILIES))
    assert losses[-1] < losses[0] / 2


def test_a_pair_whose_first_statement_is_cut_is_read_the_same_however_it_is_filled_up(checkpoint: Path) -> None:
    network, long = untaught(checkpoint).eval(), _said("a " * 100)
    pieces = torch.tensor([pair_of(load_tokenizer(checkpoint), long, _said("it snowed"), same=False).pieces])
    with torch.no_grad():
        assert torch.allclose(network(pieces), network(torch.nn.functional.pad(pieces, (0, 40))), atol=1e-5)


def test_a_pair_is_read_the_same_however_it_is_filled_up(checkpoint: Path) -> None:
    network = untaught(checkpoint).eval()
    pieces = torch.tensor(
        [pair_of(load_tokenizer(checkpoint), _said("it rained"), _said("it snowed"), same=False).pieces]
    )
    with torch.no_grad():
        assert torch.allclose(network(pieces), network(torch.nn.functional.pad(pieces, (0, 5))), atol=1e-5)


def test_what_is_exported_reads_as_the_network_does(checkpoint: Path, gold: Path, tmp_path: Path) -> None:
    network, tokenizer = untaught(checkpoint).eval(), load_tokenizer(checkpoint)
    checked = [pair_of(tokenizer, *each) for each in read_pairs(gold)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export_claim_matcher(network, tokenizer, checked, "small", tmp_path / "out")
    made = read_claim_matcher(tmp_path / "out")
    exact = scores_of(network, checked)
    assert made.name == "small"
    assert [made.score(each.pieces) for each in checked] == pytest.approx(exact, abs=0.05)


def test_training_begins_with_the_sentence_encoder_and_tells_where_too_much_is_lost(
    checkpoint: Path, families: Path, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matcher, "EPOCHS", 1)
    begun = SentenceNetwork.pretrained(checkpoint)
    with torch.no_grad():
        begun.words.weight.fill_(0.5)  # is not trained, so that it tells where training began
    torch.save(begun.state_dict(), tmp_path / "weights.pt")
    seen = []
    monkeypatch.setattr(matcher, "export_claim_matcher", lambda network, *_: seen.append(network) or (1.0, 0.0))
    arguments = [str(families), "--check", str(gold), "--out", str(tmp_path / "out"), "--name", "small"]
    arguments += ["--encoder", str(checkpoint), "--begin", str(tmp_path / "weights.pt")]
    with warnings.catch_warnings(), pytest.raises(SystemExit, match="nothing is written"):
        warnings.simplefilter("ignore")
        main(arguments)
    assert (seen[0].encoder.words.weight == 0.5).all()


def test_nothing_is_written_where_too_much_is_lost(
    checkpoint: Path, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matcher, "MOST_LOST", -2.0)
    network, tokenizer = untaught(checkpoint).eval(), load_tokenizer(checkpoint)
    checked = [pair_of(tokenizer, *each) for each in read_pairs(gold)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export_claim_matcher(network, tokenizer, checked, "small", tmp_path / "out")
    assert not (tmp_path / "out").exists()
