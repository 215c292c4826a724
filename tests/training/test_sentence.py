"""A small sentence encoder taught a few subjects, from a checkpoint to the files that the program loads."""

import json
import warnings
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.model.checked import MANIFEST
from claimtrack.model.matcher import read_matcher
from claimtrack.model.sentence import (
    NETWORK,
    OWN,
    SENTENCE_FILES,
    load_sentence_encoder,
    pieces_amid,
    read_sentence_encoder,
)
from claimtrack.training import sentence_lessons
from claimtrack.training.encoder import load_tokenizer
from claimtrack.training.matcher import untaught
from claimtrack.training.sentence import LEAST_ALIKE, export_sentence_encoder, main
from claimtrack.training.sentence_lessons import teach_subjects
from claimtrack.training.sentence_network import SentenceNetwork
from claimtrack.training.soup import main as soup
from claimtrack.training.soup import mean_weights
from claimtrack.training.subjects import Question, QuestionSet, Subject, read_sets, read_subjects
from tests.training.checkpoint import write_checkpoint

TAUGHT = [
    Subject(
        ("arms", "weapons"), ("shells went east", "missiles were shipped", "they sent rifles"), ("the war goes on",)
    ),
    Subject(("football",), ("the striker scored", "the goalkeeper fell", "they lost the cup"), ("the bus was late",)),
    Subject(("weather",), ("hail hit the barn", "rain fell for a week", "snow closed the pass"), ("the barn is red",)),
]


TEXT = "Hail hit the barn, he said. She said the striker scored. They won, it said."


def _said(words: str) -> Placed:
    start = TEXT.index(words)
    return Placed(TEXT, (Span(start, start + len(words)),))


ARTICLE = QuestionSet(
    (_said("Hail hit the barn"), _said("the striker scored"), _said("They won")),
    (Question("weather", (0,), ()), Question("football", (1,), (2,))),
    (3,),
)


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_checkpoint(tmp_path_factory.mktemp("checkpoint"))


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    path = tmp_path / "subjects.jsonl"
    rows = [
        {"subject": each.names[0], "also": each.names[1:], "statements": each.statements, "near": each.near}
        for each in TAUGHT
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    ids = ("a", "b", "c")
    row = {
        "text": TEXT,
        "statements": [{"id": key, "content": each.own} for key, each in zip(ids, ARTICLE.statements, strict=True)],
        "questions": [
            {"subject": each.subject, **{name: [ids[at] for at in getattr(each, name)] for name in each._fields[1:]}}
            for each in ARTICLE.questions
        ],
    }
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_articles_are_read_with_their_statements_and_what_is_asked_of_them(articles: Path) -> None:
    assert read_sets([articles]) == [ARTICLE]


def test_a_set_of_articles_is_read_with_the_statements_of_all(tmp_path: Path) -> None:
    words = {"barn": "Hail hit the barn, he said.", "cup": "They lost the cup, she said."}
    articles = [
        {"document": name, "text": text, "statements": [{"id": "a", "content": [[0, text.index(",")]]}]}
        for name, text in words.items()
    ]
    question = {"subject": "defeat", "relevant": ["cup/a"], "acceptable": ["barn/a"]}
    path = tmp_path / "sets.jsonl"
    path.write_text(json.dumps({"set": "two", "articles": articles, "questions": [question]}) + "\n", encoding="utf-8")
    ((statements, questions, sizes),) = read_sets([path])
    assert [each.text[each.own[0].start : each.own[0].end] for each in statements] == [
        "Hail hit the barn",
        "They lost the cup",
    ]
    assert [each.text for each in statements] == list(words.values())
    assert questions == (Question("defeat", (1,), (0,)),)
    assert sizes == (1, 1)


def test_a_headline_stands_in_the_lead_of_its_statements(tmp_path: Path) -> None:
    text = "They lost. Hail fell on the barn."
    row = {
        "title": "Cup goes north",
        "text": text,
        "statements": [{"id": "a", "content": [[11, 33]]}, {"id": "b", "content": [[0, 9]]}],
        "questions": [{"subject": "hail", "relevant": ["a"], "acceptable": []}],
    }
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    ((statements, questions, _),) = read_sets([path])
    assert [each.lead for each in statements] == ["Cup goes north", "Cup goes north"]
    assert [each.own[0].start for each in statements] == [0, 11]
    assert questions[0].relevant == (1,)


def test_the_mean_of_weights_is_taken_of_each_number() -> None:
    one, other = {"a": torch.tensor([1.0, 2.0])}, {"a": torch.tensor([3.0, 0.0])}
    assert mean_weights([one, other])["a"].tolist() == [2.0, 1.0]


def test_a_matcher_is_made_of_the_weights_of_several_runs(checkpoint: Path, tmp_path: Path) -> None:
    weights, runs = untaught(checkpoint).state_dict(), [tmp_path / "one.pt", tmp_path / "other.pt"]
    for path in runs:
        torch.save(weights, path)
    side = {"text": "Hail hit the barn.", "content": "Hail hit the barn"}
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"a": side, "b": side, "same": True, "held_out": False}) + "\n", encoding="utf-8")
    arguments = ["--encoder", str(checkpoint), "--out", str(tmp_path / "made"), "--name", "soup", "--check", str(pairs)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup([*map(str, runs), *arguments])
    assert read_matcher(tmp_path / "made").name == "soup"


def test_an_encoder_is_made_of_the_weights_of_several_runs(checkpoint: Path, tmp_path: Path) -> None:
    weights = SentenceNetwork.pretrained(checkpoint).state_dict()
    runs = [tmp_path / "one.pt", tmp_path / "other.pt"]
    for path, more in zip(runs, (0.0, 0.02), strict=True):
        torch.save({name: each + more for name, each in weights.items()}, path)
    arguments = ["--encoder", str(checkpoint), "--out", str(tmp_path / "made"), "--name", "soup"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup([*map(str, runs), *arguments, "--keep", str(tmp_path / "kept.pt")])
    assert read_sentence_encoder(tmp_path / "made").name == "soup"
    kept = torch.load(tmp_path / "kept.pt", weights_only=True)
    assert all(torch.allclose(kept[name], each + 0.01) for name, each in weights.items())


def test_a_line_without_articles_asks_more_of_a_set(articles: Path, tmp_path: Path) -> None:
    article = {"document": "cup", "text": "They lost the cup.", "statements": [{"id": "a", "content": [[0, 17]]}]}
    defeat, rest = ({"subject": each, "relevant": ["cup/a"], "acceptable": []} for each in ("defeat", "cups"))
    one, more = tmp_path / "sets.jsonl", tmp_path / "more.jsonl"
    one.write_text(json.dumps({"set": "one", "articles": [article], "questions": [defeat]}) + "\n", encoding="utf-8")
    more.write_text(json.dumps({"set": "one", "questions": [rest]}) + "\n", encoding="utf-8")
    alone, asked = read_sets([articles, one, more])
    assert alone == ARTICLE
    assert [each.subject for each in asked.questions] == ["defeat", "cups"]
    with pytest.raises(KeyError, match="one"):
        read_sets([more])


def test_subjects_are_read_with_all_their_names(lessons: Path) -> None:
    assert read_subjects(lessons) == TAUGHT


def test_teaching_brings_subjects_nearer_to_what_is_said_of_them(
    checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentence_lessons, "EPOCHS", 60)
    monkeypatch.setattr(sentence_lessons, "RATE", 3e-3)
    network, tokenizer = SentenceNetwork.pretrained(checkpoint), load_tokenizer(checkpoint)
    losses = list(teach_subjects(network, tokenizer, TAUGHT, [ARTICLE]))
    assert losses[-1] < losses[0] / 2


def test_a_text_is_read_the_same_however_it_is_filled_up(checkpoint: Path) -> None:
    network = SentenceNetwork.pretrained(checkpoint)
    pieces = torch.tensor([[101, 4000, 5000, 102]])
    filled = torch.nn.functional.pad(pieces, (0, 5))
    with torch.no_grad():
        assert torch.allclose(network(pieces), network(filled), atol=1e-5)


def test_what_is_exported_reads_as_the_network_does(checkpoint: Path, tmp_path: Path) -> None:
    network, tokenizer = SentenceNetwork.pretrained(checkpoint), load_tokenizer(checkpoint)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        alike = export_sentence_encoder(network, tokenizer, "small", tmp_path / "out")
    assert alike >= LEAST_ALIKE
    encoder = read_sentence_encoder(tmp_path / "out")
    with torch.no_grad():
        exact = network(torch.tensor([tokenizer.encode("shells went east").ids])).numpy()[0]
    assert encoder.name == "small"
    assert float(encoder.encode(["shells went east"])[0] @ exact) > LEAST_ALIKE


def test_nothing_is_written_where_too_much_is_lost(
    checkpoint: Path, lessons: Path, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimtrack.training.sentence.LEAST_ALIKE", 1.01)
    monkeypatch.setattr(sentence_lessons, "EPOCHS", 1)
    arguments = [str(lessons), str(articles), "--out", str(tmp_path / "out"), "--name", "small"]
    arguments += ["--encoder", str(checkpoint), "--keep", str(tmp_path / "weights.pt")]
    with warnings.catch_warnings(), pytest.raises(SystemExit, match="nothing is written"):
        warnings.simplefilter("ignore")
        main(arguments)
    assert not (tmp_path / "out").exists()
    SentenceNetwork.pretrained(checkpoint).load_state_dict(torch.load(tmp_path / "weights.pt", weights_only=True))


def test_a_statement_s_vector_is_that_of_its_own_words(checkpoint: Path) -> None:
    network, tokenizer = SentenceNetwork.pretrained(checkpoint), load_tokenizer(checkpoint)
    pieces = pieces_amid(tokenizer, _said("They won"))
    own = slice(pieces.index(OWN), pieces.index(OWN + 1))
    with torch.no_grad():
        states = network.states(torch.tensor([pieces]))[0, own].mean(0)
        vector = network(torch.tensor([pieces]))[0]
    assert torch.allclose(vector, states / states.norm(), atol=1e-5)


def test_what_is_neither_right_nor_wrong_is_not_learnt(checkpoint: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_lessons, "EPOCHS", 1)
    monkeypatch.setattr(sentence_lessons, "DROPOUT", 0.0)
    tokenizer = load_tokenizer(checkpoint)
    doubtful, wrong = (
        ARTICLE._replace(questions=(Question("football", (1,), acceptable),)) for acceptable in ((0, 2), ())
    )
    losses = [
        next(teach_subjects(SentenceNetwork.pretrained(checkpoint), tokenizer, [], [article]))
        for article in (doubtful, wrong)
    ]
    assert losses[0] < losses[1]


def test_the_encoder_that_comes_with_claimtrack_knows_what_it_was_not_told() -> None:
    encoder = load_sentence_encoder()
    (asked,) = encoder.encode(["arms deliveries"])
    texts = ["6,700 containers of shells reached the depot", "the striker will miss the final"]
    shells, striker = encoder.encode_statements([Placed(text, (Span(0, len(text)),)) for text in texts])
    assert float(asked @ shells) > float(asked @ striker) + 0.2
    assert np.isfinite(asked).all()
    assert {MANIFEST, NETWORK} <= {file.name for file in SENTENCE_FILES.iterdir()}
