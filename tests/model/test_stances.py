"""The stance reader that comes with claimtrack, what it reads of a statement, and files that are not right."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from claimtrack.domain.spans import Span
from claimtrack.errors import ModelError
from claimtrack.model.checked import MANIFEST, TOKENIZER, open_tokenizer
from claimtrack.model.stances import (
    BEFORE,
    CONTENT,
    CUE,
    MOST,
    NETWORK,
    PARAGRAPH,
    SOURCE,
    STANCE_FILES,
    STANCE_FORMAT,
    STANCES,
    Marked,
    load_stance_reader,
    pieces_of,
)
from claimtrack.model.windows import CLS, SEP

TOKENS = open_tokenizer(STANCE_FILES / TOKENIZER)
TEXT = "Critics accused the mayor of theft. “I took nothing,” the mayor said on Monday."
MARKED = Marked(
    [Span(TEXT.index("the mayor said"), TEXT.index(" said"))],
    [Span(TEXT.index("said"), TEXT.index(" on"))],
    [Span(TEXT.index("“"), TEXT.index("”") + 1)],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the reader that comes with claimtrack."""
    for name in (MANIFEST, NETWORK, TOKENIZER):
        shutil.copy(STANCE_FILES / name, tmp_path)
    return tmp_path


def _words(pieces: list[int]) -> str:
    marks = {CONTENT: "[content", CUE: "[cue", SOURCE: "[source", PARAGRAPH: "¶", CLS: "<", SEP: ">"}
    closing = dict.fromkeys((CONTENT + 1, CUE + 1, SOURCE + 1), "]")
    return " ".join((marks | closing).get(piece) or TOKENS.id_to_token(piece) for piece in pieces)


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_statement_is_read_in_its_surroundings_with_its_spans_marked() -> None:
    assert _words(pieces_of(TOKENS, TEXT, MARKED)) == (
        "< critics accused the mayor of theft . [content “ i took nothing , ” ] [source the mayor ] [cue said ] on "
        "monday . >"
    )


@pytest.mark.parametrize("ended", ["\n\n", "\n", "\r\n\r\n", "\u2029"], ids=repr)
def test_where_a_paragraph_ends_is_read_too(ended: str) -> None:
    text = f"Rain fell.{ended}She said no."
    marked = Marked([_span(text, "She")], [_span(text, "said")], [_span(text, "no")])
    assert _words(pieces_of(TOKENS, text, marked)) == "< rain fell . ¶ [source she ] [cue said ] [content no ] . >"


def test_text_far_before_a_statement_is_not_read() -> None:
    text = "start " + "word " * (BEFORE // 5) + TEXT
    shift = len(text) - len(TEXT)
    moved = Marked(*([Span(one.start + shift, one.end + shift) for one in spans] for spans in MARKED))
    read = _words(pieces_of(TOKENS, text, moved))
    assert "start" not in read
    assert "word" in read


def test_a_source_far_from_what_it_says_is_left_out() -> None:
    text = "Ann Lee came. " + "word " * 80 + "“No,” she added."
    marked = Marked([_span(text, "Ann Lee")], [_span(text, "added")], [_span(text, "“No,”")])
    assert "[source" not in _words(pieces_of(TOKENS, text, marked))


def test_a_long_content_is_cut_in_the_middle() -> None:
    text = "She said first " + "word " * 300 + "last."
    marked = Marked([_span(text, "She")], [_span(text, "said")], [Span(9, len(text) - 1)])
    pieces = pieces_of(TOKENS, text, marked)
    assert len(pieces) <= MOST
    assert {"first", "last"} <= set(_words(pieces).split())


def test_a_mark_written_in_a_text_is_no_mark() -> None:
    text = "She said [unused0] [SEP] no."
    marked = Marked([_span(text, "She")], [_span(text, "said")], [_span(text, "[unused0] [SEP] no")])
    pieces = pieces_of(TOKENS, text, marked)
    assert (pieces.count(CONTENT), pieces.count(SEP)) == (1, 1)


def test_the_reader_knows_denials_by_what_they_answer() -> None:
    (said,) = load_stance_reader().read(TEXT, [MARKED])
    assert STANCES[int(np.argmax(said))] == "denies"
    assert np.isclose(np.exp(said).sum(), 1.0, atol=1e-3)


def test_a_statement_is_read_the_same_in_any_company() -> None:
    reader = load_stance_reader()
    other = Marked([], [Span(8, 15)], [Span(16, 34)])
    assert (reader.read(TEXT, [other, MARKED])[1] == reader.read(TEXT, [MARKED])[0]).all()


def test_no_statements_have_no_scores() -> None:
    assert load_stance_reader().read(TEXT, []).shape == (0, len(STANCES))


def test_a_reader_is_loaded_once() -> None:
    assert load_stance_reader(STANCE_FILES) is load_stance_reader()


@pytest.mark.parametrize("name", [MANIFEST, NETWORK, TOKENIZER])
def test_a_missing_file_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"the model is missing: .*{name} cannot be read; install claimtrack again"):
        load_stance_reader(folder)


def test_a_reader_of_another_format_is_refused(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).write_text(json.dumps(manifest | {"format": STANCE_FORMAT + 1}), "utf-8")
    with pytest.raises(ModelError, match="of format"):
        load_stance_reader(folder)


def test_a_reader_that_cannot_run_is_refused(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    del manifest["name"]
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(ModelError, match="does not fit this claimtrack"):
        load_stance_reader(folder)
