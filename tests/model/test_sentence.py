"""The sentence encoder that comes with claimtrack, and what happens where its files are not right."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.errors import ModelError
from claimtrack.model.checked import MANIFEST, TOKENIZER
from claimtrack.model.sentence import (
    LEAD,
    MOST_PIECES,
    NETWORK,
    OWN,
    SENTENCE_FILES,
    SENTENCE_FORMAT,
    load_sentence_encoder,
    pieces_amid,
)

SHELLS = "Pyongyang has shipped artillery shells to Russia."
SAME = "North Korea sent munitions to Moscow."
OTHER = "The striker will miss the cup final."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the encoder that comes with claimtrack."""
    for name in (MANIFEST, NETWORK, TOKENIZER):
        shutil.copy(SENTENCE_FILES / name, tmp_path)
    return tmp_path


def test_texts_that_mean_much_the_same_are_nearer_than_others() -> None:
    shells, same, other = load_sentence_encoder().encode([SHELLS, SAME, OTHER])
    assert shells @ same > 0.5 > 0.2 > shells @ other


def test_vectors_have_length_one() -> None:
    vectors = load_sentence_encoder().encode([SHELLS, ""])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_a_text_has_the_same_vector_in_any_company() -> None:
    encoder = load_sentence_encoder()
    alone = encoder.encode([SHELLS])[0]
    assert (encoder.encode([OTHER * 20, SHELLS, SAME])[1] == alone).all()


def test_no_texts_give_no_vectors() -> None:
    encoder = load_sentence_encoder()
    assert encoder.encode([]).shape == (0, encoder.width)


def test_what_is_longer_than_the_encoder_reads_is_cut() -> None:
    encoder = load_sentence_encoder()
    long = "shells " * MOST_PIECES
    first, second = encoder.encode([long, long + OTHER])
    assert (first == second).all()


def _amid(text: str, *own: str, contexts: tuple[str, ...] = (), lead: str = "") -> Placed:
    return Placed(text, tuple(Span(text.index(words), text.index(words) + len(words)) for words in own), contexts, lead)


def _read(statement: Placed) -> str:
    """The pieces in words; marks as angle brackets."""
    tokenizer = load_sentence_encoder().tokenizer
    names = {OWN: "<", OWN + 1: ">"}
    return " ".join(
        names.get(piece) or str(tokenizer.id_to_token(piece)) for piece in pieces_amid(tokenizer, statement)
    )


def test_a_statement_is_read_amid_its_text_with_marks_around_its_own_words() -> None:
    read = _read(_amid("He is old. It is wet, she said, and cold. Rain fell.", "It is wet", "and cold"))
    assert read == "[CLS] he is old . < it is wet > , she said , < and cold > . rain fell . [SEP]"


def test_what_a_statement_answers_is_read_as_its_own_words() -> None:
    read = _read(_amid("She denied it.", "it", contexts=("he fled", "she fled")))
    assert read == "[CLS] she denied < it > < he fled > < she fled > . [SEP]"


def test_what_the_text_begins_with_is_read_before_the_rest() -> None:
    read = _read(_amid("She denied it.", "it", lead="Rain at last"))
    assert read == "[CLS] rain at last [SEP] she denied < it > . [SEP]"


def test_of_a_long_beginning_some_is_read_and_no_less_of_the_statement() -> None:
    own = "shells " * MOST_PIECES
    alone, led = (_read(_amid(own, own, lead=lead)).split() for lead in ("", "rain " * 100))
    assert led == ["[CLS]", *["rain"] * LEAD, "[SEP]", *alone[1:]]


def test_a_statement_is_near_what_its_text_begins_with() -> None:
    encoder = load_sentence_encoder()
    leads = ("Dockers walk out for higher pay", "The cup final is played tonight")
    ones, others = encoder.encode_statements(
        [_amid("“Not before Friday,” she said.", "Not before Friday", lead=lead) for lead in leads]
    )
    asked = encoder.encode(["the dock strike"])[0]
    assert asked @ ones > asked @ others


def test_of_a_long_statement_the_beginning_is_read() -> None:
    read = _read(_amid("so " * 50 + "shells " * 200 + "fell." * 50, "shells " * 200)).split()
    assert len(read) == MOST_PIECES
    assert read[:3] == ["[CLS]", "<", "shells"]


def test_before_a_statement_that_leaves_room_the_nearest_words_are_read() -> None:
    read = _read(_amid("far " * 200 + "near shells fell", "shells fell")).split()
    assert len(read) == MOST_PIECES
    assert read[-7:] == ["far", "near", "<", "shells", "fell", ">", "[SEP]"]


def test_the_same_words_have_another_vector_amid_another_text() -> None:
    ones, others = "The shells fell on the port. That is a lie, he said.", "The cup was lost. That is a lie, he said."
    vectors = load_sentence_encoder().encode_statements([_amid(each, "That is a lie") for each in (ones, others)])
    asked = load_sentence_encoder().encode(["artillery fire"])[0]
    assert asked @ vectors[0] > asked @ vectors[1]


def test_a_statement_is_near_its_subject_and_no_other() -> None:
    encoder = load_sentence_encoder()
    told = _amid(
        "Kirby said Pyongyang had shipped artillery shells to Russia.", "Pyongyang had shipped artillery shells"
    )
    (vector,) = encoder.encode_statements([told])
    arms, football = encoder.encode(["arms transfers", "football"])
    assert arms @ vector > football @ vector + 0.2


def test_an_encoder_is_loaded_once() -> None:
    assert load_sentence_encoder(SENTENCE_FILES) is load_sentence_encoder()


@pytest.mark.parametrize("name", [MANIFEST, NETWORK, TOKENIZER])
def test_a_missing_file_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"the model is missing: .*{name} cannot be read; install claimtrack again"):
        load_sentence_encoder(folder)


def test_a_damaged_network_is_refused(folder: Path) -> None:
    content = bytearray((folder / NETWORK).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / NETWORK).write_bytes(content)
    with pytest.raises(ModelError, match="is damaged"):
        load_sentence_encoder(folder)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("format", SENTENCE_FORMAT + 1, "of format"),
        ("width", 12, "does not fit this claimtrack"),
        ("width", None, "does not fit this claimtrack"),
    ],
)
def test_an_encoder_of_another_kind_is_refused(folder: Path, field: str, value: object, reason: str) -> None:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).write_text(json.dumps(manifest | {field: value}), "utf-8")
    with pytest.raises(ModelError, match=reason):
        load_sentence_encoder(folder)
