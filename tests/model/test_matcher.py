"""The matcher that comes with claimtrack, and what happens where its files are not right."""

import json
import shutil
from pathlib import Path

import pytest

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.errors import ModelError
from claimtrack.model.checked import MANIFEST, TOKENIZER
from claimtrack.model.matcher import (
    MATCHER_FILES,
    MATCHER_FORMAT,
    MOST_PIECES,
    NETWORK,
    load_matcher,
    pieces_about,
    pieces_of_pair,
)
from claimtrack.model.sentence import OWN
from claimtrack.model.windows import SEP


def _said(content: str, around: str = "{}") -> Placed:
    text = around.format(content)
    start = text.index(content)
    return Placed(text, (Span(start, start + len(content)),))


BOUGHT = _said("the city had bought the old mill", "Mayor Ruiz said on Friday that {}.")
SAME = _said("we now own the mill", "“And {},” Ruiz told the council of the city.")
SOLD = _said("the city had sold the old mill", "Mayor Ruiz said on Friday that {}.")
PLANNED = _said("the city might buy the old mill", "Mayor Ruiz said on Friday that {}.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the matcher that comes with claimtrack."""
    for name in (MANIFEST, NETWORK, TOKENIZER):
        shutil.copy(MATCHER_FILES / name, tmp_path)
    return tmp_path


def test_what_is_the_same_in_other_words_is_likelier_than_what_differs_in_a_word() -> None:
    same, sold, planned = load_matcher().same([(BOUGHT, SAME), (BOUGHT, SOLD), (BOUGHT, PLANNED)])
    assert same > sold
    assert same > planned


def test_which_of_two_comes_first_makes_no_difference() -> None:
    one, other = load_matcher().same([(BOUGHT, SAME), (SAME, BOUGHT)])
    assert one == other


def test_what_is_about_a_subject_is_likelier_than_what_is_not() -> None:
    about, other = load_matcher().about("property purchases", [BOUGHT, _said("rain would fall until Monday")])
    assert about > other


def test_no_pairs_have_no_scores() -> None:
    assert load_matcher().same([]) == []
    assert load_matcher().about("mills", []) == []


def test_both_are_read_one_after_the_other_with_marks_around_their_own_words() -> None:
    tokenizer = load_matcher().tokenizer
    names = {OWN: "<", OWN + 1: ">"}
    pieces = pieces_of_pair(tokenizer, _said("it is wet", "He said {}."), _said("it is dry", "And {}, she said."))
    read = " ".join(names.get(piece) or str(tokenizer.id_to_token(piece)) for piece in pieces)
    assert read == "[CLS] and < it is dry > , she said . [SEP] he said < it is wet > . [SEP]"


def test_a_subject_is_read_before_a_statement_and_what_its_text_begins_with() -> None:
    tokenizer = load_matcher().tokenizer
    names = {OWN: "<", OWN + 1: ">"}
    led = _said("it is wet", "He said {}.")._replace(lead="Rain at last")
    read = " ".join(
        names.get(each) or str(tokenizer.id_to_token(each)) for each in pieces_about(tokenizer, "weather", led)
    )
    assert read == "[CLS] weather [SEP] rain at last [SEP] he said < it is wet > . [SEP]"


def test_what_their_texts_begin_with_tells_nothing_of_two_statements() -> None:
    led = SAME._replace(lead="Rain at last")
    tokenizer = load_matcher().tokenizer
    assert pieces_of_pair(tokenizer, BOUGHT, led) == pieces_of_pair(tokenizer, BOUGHT, SAME)


@pytest.mark.parametrize("words", [58, 59, 60, 61, 200])
def test_long_ones_are_cut_and_their_marks_closed(words: int) -> None:
    long, short = _said(("a " * words).strip()), _said("it is wet")
    pieces = pieces_of_pair(load_matcher().tokenizer, long, short)
    first = pieces[: pieces.index(SEP) + 1]
    assert len(first) == min(words + 4, MOST_PIECES)
    assert first.count(OWN) == first.count(OWN + 1) == 1
    assert first[-2] == OWN + 1


def test_a_matcher_is_loaded_once() -> None:
    assert load_matcher(MATCHER_FILES) is load_matcher()


@pytest.mark.parametrize("name", [MANIFEST, NETWORK, TOKENIZER])
def test_a_missing_file_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"the model is missing: .*{name} cannot be read; install claimtrack again"):
        load_matcher(folder)


@pytest.mark.parametrize(
    ("field", "value", "reason"), [("format", MATCHER_FORMAT + 1, "of format"), ("name", None, "does not fit")]
)
def test_a_matcher_of_another_kind_is_refused(folder: Path, field: str, value: object, reason: str) -> None:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    if value is None:
        del manifest[field]
    else:
        manifest[field] = value
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(ModelError, match=reason):
        load_matcher(folder)
