"""Annotated documents as the network sees them."""

import random

import pytest
from tokenizers import Tokenizer

from claimtrack.model.labels import Chunk, chunks_of
from claimtrack.model.loading import load_model
from claimtrack.training.examples import NO_SOURCE, UNKNOWN, Example, examples_of, joined, read_document
from tests.training.corpus import row


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_model().tokenizer


def example(text: str, *statements: tuple[str, str, str]) -> Example:
    """The one example of a text; each statement is its source, cue and content in words, pieces parted by ``…``."""
    gold = [
        {role: [_at(text, part) for part in words.split("…") if part] for role, words in zip(ROLES, each, strict=True)}
        for each in statements
    ]
    (one,) = examples_of(read_document({"document": "a", "text": text, "statements": gold}, load_model().tokenizer))
    return one


ROLES = ("source", "cue", "content")


def _at(text: str, words: str) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


def test_labels_stand_for_the_gold_spans() -> None:
    one = example("Mara Keller said the toll fell.", ("Mara Keller", "said", "the toll fell"))
    assert list(chunks_of(one.labels)) == [Chunk(0, 0, 2), Chunk(1, 2, 3), Chunk(2, 3, 6)]


def test_a_cue_knows_its_source_and_a_content_its_cue() -> None:
    one = example(
        "Keller said it fell. Vogel replied it rose.", ("Vogel", "replied", "it rose"), ("Keller", "said", "it fell")
    )
    assert [one.chunks["source"][number].start for number in one.source_of] == [5, 0]
    assert [one.chunks["cue"][number].start for number in one.cue_of] == [6, 1]


def test_a_source_that_two_cues_share_is_one_chunk() -> None:
    text = "Keller said it fell and added it rose."
    one = example(text, ("Keller", "said", "it fell"), ("Keller", "added", "it rose"))
    assert len(one.chunks["source"]) == 1
    assert one.source_of == [0, 0]


def test_a_cue_without_a_source_says_so() -> None:
    assert example("It was announced that it fell.", ("", "was announced", "that it fell")).source_of == [NO_SOURCE]


def test_all_pieces_of_a_content_belong_to_its_cue() -> None:
    one = example("“It fell,” Keller said, “at last.”", ("Keller", "said", "“It fell,”…“at last.”"))
    assert one.cue_of == [0, 0]


def test_pieces_with_only_punctuation_between_them_are_one() -> None:
    assert joined("“It fell.” “At last.”", [[0, 10], [11, 21]]) == [(0, 21)]


def test_content_whose_cue_is_in_another_window_has_none(tokenizer: Tokenizer) -> None:
    text = "Keller said this.\n" + "“" + "The toll fell again. " * 60 + "”"
    statement = {"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 16], [18, len(text)]]}
    reading = read_document({"document": "a", "text": text, "statements": [statement]}, tokenizer)
    first, *others = examples_of(reading, size=128)
    assert first.cue_of == [0]
    assert all(UNKNOWN in other.cue_of for other in others)


def test_windows_begin_elsewhere_each_time_and_hold_every_word_once(tokenizer: Tokenizer) -> None:
    reading = read_document(row("a", *[f"Keller said the toll was {n}." for n in range(60)]), tokenizer)
    words = [span for paragraph in reading.paragraphs for span in paragraph.spans]
    draws = [[one.window.spans for one in examples_of(reading, 64, random.Random(seed))] for seed in range(6)]
    assert len({len(windows[0]) for windows in draws}) > 1
    assert all([span for window in windows for span in window] == words for windows in draws)
