"""A small matcher taught a few families and subjects, from a checkpoint to the files that the program loads."""

import json
import random
import warnings
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.model.matcher import ABOUT, SAME, pieces_about, read_matcher
from claimtrack.model.sentence import load_sentence_encoder
from claimtrack.training import matcher
from claimtrack.training.about_lessons import Ranked, about_lessons, ranked
from claimtrack.training.encoder import load_tokenizer
from claimtrack.training.matcher import export_matcher, main, scores_of, teach_matches, untaught
from claimtrack.training.matcher_lessons import Lesson, Told, lessons_of, pair_of, read_families, read_pairs
from claimtrack.training.sentence_lessons import LEVEL, SHARP
from claimtrack.training.sentence_network import SentenceNetwork
from claimtrack.training.subjects import Question, QuestionSet
from tests.training.checkpoint import write_checkpoint


def _said(content: str) -> Placed:
    text = f"He said {content}."
    return Placed(text, (Span(8, 8 + len(content)),))


FAMILIES = [
    [Told("A", _said("it rained")), Told("A", _said("rain fell")), Told("B", _said("it snowed"))],
    [Told("A", _said("they won")), Told("A", _said("they were the winners")), Told("B", _said("they lost"))],
]


ASKED = [
    Ranked("weather", (_said("rain fell"),), (_said("they won"),)),
    Ranked("football", (_said("they won"),), (_said("it rained"),)),
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
    assert sum(each.right for each in lessons) == 2
    tokenizer = load_tokenizer(checkpoint)
    assert pair_of(tokenizer, *unmarked[0], same=False) in lessons


def test_teaching_tells_what_is_the_same_from_what_is_not(checkpoint: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher, "EPOCHS", 60)
    monkeypatch.setattr(matcher, "RATE", 3e-3)
    network, tokenizer = untaught(checkpoint), load_tokenizer(checkpoint)
    losses = list(teach_matches(network, lambda drawn: lessons_of(tokenizer, FAMILIES, (), drawn)))
    assert losses[-1] < losses[0] / 2


def test_teaching_tells_what_is_about_a_subject(checkpoint: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher, "EPOCHS", 60)
    monkeypatch.setattr(matcher, "RATE", 3e-3)
    network, tokenizer = untaught(checkpoint), load_tokenizer(checkpoint)
    losses = list(teach_matches(network, lambda drawn: [*about_lessons(tokenizer, ASKED, drawn)]))
    assert losses[-1] < losses[0] / 2


def test_of_each_subject_one_statement_about_it_and_one_other_are_learnt(checkpoint: Path) -> None:
    tokenizer = load_tokenizer(checkpoint)
    lessons = list(about_lessons(tokenizer, ASKED[:1], random.Random(1)))
    assert lessons == [
        Lesson(pieces_about(tokenizer, "weather", _said("rain fell")), ABOUT, right=True),
        Lesson(pieces_about(tokenizer, "weather", _said("they won")), ABOUT, right=False),
    ]


def test_a_subject_of_which_all_are_right_is_learnt_without_a_wrong_one(checkpoint: Path) -> None:
    asked = [Ranked("weather", (_said("rain fell"),), ())]
    assert [each.right for each in about_lessons(load_tokenizer(checkpoint), asked, random.Random(1))] == [True]


def test_the_nearest_wrong_answers_go_first_and_acceptable_ones_are_none() -> None:
    told = tuple(
        _said(each) for each in ("the striker tore a ligament", "hail fell", "rain fell", "snow fell on the pitch")
    )
    asked = QuestionSet(told, (Question("weather", relevant=(2,), acceptable=(1,)),), (len(told),))
    [found] = ranked([asked], load_sentence_encoder())
    assert found == Ranked("weather", (told[2],), (told[3], told[0]))


def test_of_subjects_it_begins_with_what_the_encoder_has_learnt(checkpoint: Path) -> None:
    network, tokenizer = untaught(checkpoint).eval(), load_tokenizer(checkpoint)
    pieces = torch.tensor([pieces_about(tokenizer, "weather", _said("rain fell"))])
    with torch.no_grad():
        words, positions = network.encoder.words.weight, network.encoder.positions.weight
        words.copy_(words[:1].clone().normal_().expand_as(words))  # all pieces mean the same then
        positions.zero_()
        assert network(pieces)[0, ABOUT].item() == pytest.approx(SHARP + LEVEL, abs=1e-3)


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
        export_matcher(network, tokenizer, checked, "small", tmp_path / "out")
    made = read_matcher(tmp_path / "out")
    exact = scores_of(network, checked)
    [about] = scores_of(network, [Lesson(pieces_about(tokenizer, "weather", _said("rain fell")), ABOUT, right=True)])
    assert made.about("weather", [_said("rain fell")]) == [pytest.approx(about, abs=0.5)]
    assert made.name == "small"
    assert [made.scores(each.pieces)[SAME] for each in checked] == pytest.approx(exact, abs=0.05)


def test_training_begins_with_the_sentence_encoder_and_tells_where_too_much_is_lost(
    checkpoint: Path, families: Path, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matcher, "EPOCHS", 1)
    begun = SentenceNetwork.pretrained(checkpoint)
    with torch.no_grad():
        begun.words.weight.fill_(0.5)  # is not trained, so that it tells where training began
    torch.save(begun.state_dict(), tmp_path / "weights.pt")
    seen = []
    monkeypatch.setattr(matcher, "export_matcher", lambda network, *_: seen.append(network) or 0.5)
    arguments = [str(families), "--check", str(gold), "--out", str(tmp_path / "out"), "--name", "small"]
    arguments += ["--encoder", str(checkpoint), "--begin", str(tmp_path / "weights.pt")]
    with warnings.catch_warnings(), pytest.raises(SystemExit, match="nothing is written"):
        warnings.simplefilter("ignore")
        main(arguments)
    assert (seen[0].encoder.words.weight == 0.5).all()


def test_nothing_is_written_where_too_much_is_lost(
    checkpoint: Path, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matcher, "LEAST_ALIKE", 2.0)
    network, tokenizer = untaught(checkpoint).eval(), load_tokenizer(checkpoint)
    checked = [pair_of(tokenizer, *each) for each in read_pairs(gold)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export_matcher(network, tokenizer, checked, "small", tmp_path / "out")
    assert not (tmp_path / "out").exists()
