"""Paragraphs as the model reads them: words, pieces, and what an uncased tokenizer loses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.domain.spans import Span
from claimtrack.model.passages import Quoted
from claimtrack.model.words import MARKS, SHAPES, ParagraphWords, read_words, shape_of
from tests.model.build import VOCABULARY, lines, read, tokenizer

SOME = settings(deadline=None)
WITHOUT_WORDS = {"zero-width characters": "\u200b\u200d", "control characters": "\x00\x1b", "a lone accent": "\u0301"}


def _one(text: str) -> ParagraphWords:
    (paragraph,) = read(text)
    return paragraph


def _words(text: str, paragraph: ParagraphWords) -> list[str]:
    return [text[start:end] for start, end in paragraph.spans]


def _quoted(text: str, words: str, *, single: bool = False) -> Quoted:
    """The first place of the words, whose first and last character are the marks."""
    start = text.index(words)
    end = start + len(words)
    return Quoted(Span(start, end), Span(start + 1, end - 1), single)


def _marks(text: str, *quoted: Quoted) -> list[list[str]]:
    """The mark of each word of each line."""
    found = read_words(tokenizer(), text, lines(text), quoted)
    return [[MARKS[mark] for mark in paragraph.marks] for paragraph in found]


SHAPED = {
    "small letters": ("bridge", "lower"),
    "a capital and small letters": ("Keller", "title"),
    "one capital": ("A", "title"),
    "accents": ("Élise", "title"),
    "capitals": ("UN", "upper"),
    "capitals inside": ("McKeller", "mixed"),
    "a capital behind a small letter": ("iPad", "mixed"),
    "letters without case": ("橋", "lower"),
    "digits": ("2024", "digit"),
    "digits and small letters": ("10th", "digit"),
    "digits and capitals": ("G7", "digit"),
    "a full stop": (".", "other"),
    "a quotation mark": ("“", "other"),
    "nothing": ("", "other"),
}


@pytest.mark.parametrize(("word", "shape"), SHAPED.values(), ids=SHAPED)
def test_the_shape_of(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_a_name_has_the_same_shape_however_its_accent_is_written() -> None:
    assert SHAPES[shape_of("Ha\u0301k")] == "title"


def test_words_are_split_at_white_space_and_punctuation() -> None:
    text = "Keller’s toll (the 2-lane one) fell."
    assert _words(text, _one(text)) == [
        "Keller",
        "’",
        "s",
        "toll",
        "(",
        "the",
        "2",
        "-",
        "lane",
        "one",
        ")",
        "fell",
        ".",
    ]


def test_each_word_has_its_own_shape() -> None:
    assert [SHAPES[shape] for shape in _one("Mara told the UN 3 times.").shapes] == [
        *("title", "lower", "lower", "upper", "digit", "lower", "other"),
    ]


def test_capitals_do_not_change_the_pieces() -> None:
    assert _one("KELLER Said").pieces.tolist() == _one("keller said").pieces.tolist()


def test_a_word_of_several_pieces_is_one_word() -> None:
    text = "Tollgates fell"
    paragraph = _one(text)
    assert _words(text, paragraph) == ["Tollgates", "fell"]
    assert [VOCABULARY[piece] for piece in paragraph.pieces] == ["toll", "##gate", "##s", "fell"]


def test_a_word_is_known_by_its_first_piece() -> None:
    assert _one("Keller said tollgates fell.").firsts.tolist() == [0, 1, 2, 5, 6]


def test_a_word_too_long_for_the_vocabulary_is_one_piece() -> None:
    text = "toll" * 50
    paragraph = _one(text)
    assert (_words(text, paragraph), len(paragraph.pieces)) == ([text], 1)


def test_offsets_count_from_the_beginning_of_the_document() -> None:
    text = "Mara Keller\n\nRuth Vogel said"
    (paragraph,) = read_words(tokenizer(), text, [Span(13, 28)], [])
    assert _words(text, paragraph) == ["Ruth", "Vogel", "said"]


def test_each_paragraph_has_its_own_words() -> None:
    text = "Mara said\nRuth Vogel fell"
    assert [_words(text, paragraph) for paragraph in read(text)] == [["Mara", "said"], ["Ruth", "Vogel", "fell"]]


ACCENTED = {"one character": "José said", "a letter and an accent inside": "Ha\u0301k said"}


@pytest.mark.parametrize("text", ACCENTED.values(), ids=ACCENTED)
def test_an_accented_word_is_read_without_accents_and_kept_with_them(text: str) -> None:
    paragraph = _one(text)
    assert paragraph.pieces[0] in {VOCABULARY.index("jose"), VOCABULARY.index("hak")}
    assert _words(text, paragraph) == text.split()


def test_an_accent_at_the_end_of_a_word_belongs_to_it() -> None:
    text = "Jose\u0301 said"
    assert _words(text, _one(text)) == text.split()


def test_invisible_characters_around_a_word_are_left_out() -> None:
    text = "\u200bKeller\u200b said\ufeff"
    assert _words(text, _one(text)) == ["Keller", "said"]


@pytest.mark.parametrize("text", WITHOUT_WORDS.values(), ids=WITHOUT_WORDS)
def test_a_paragraph_without_words_is_empty(text: str) -> None:
    paragraph = _one(text)
    assert (len(paragraph), len(paragraph.pieces), len(paragraph.firsts)) == (0, 0, 0)


def test_without_quotations_all_words_are_outside() -> None:
    assert _marks("Keller said") == [["outside", "outside"]]


def test_words_in_quotation_marks_are_told_from_the_marks_and_from_those_outside() -> None:
    text = "Keller said: “Tolls fell” twice"
    assert _marks(text, _quoted(text, "“Tolls fell”")) == [
        ["outside", "outside", "outside", "mark", "double", "double", "mark", "outside"]
    ]


def test_words_in_single_marks_are_told_from_those_in_double_ones() -> None:
    text = "‘Tolls’ “fell”"
    quoted = _quoted(text, "‘Tolls’", single=True), _quoted(text, "“fell”")
    assert _marks(text, *quoted) == [["mark", "single", "mark", "mark", "double", "mark"]]


def test_words_between_two_quotations_are_outside() -> None:
    text = "“Tolls” said Keller “fell”"
    quoted = _quoted(text, "“Tolls”"), _quoted(text, "“fell”")
    assert _marks(text, *quoted) == [["mark", "double", "mark", "outside", "outside", "mark", "double", "mark"]]


def test_a_word_directly_behind_a_quotation_is_outside() -> None:
    text = "“Tolls”said Keller"
    assert _marks(text, _quoted(text, "“Tolls”")) == [["mark", "double", "mark", "outside", "outside"]]


def test_a_quotation_without_a_closing_mark_ends_with_a_word() -> None:
    quoted = Quoted(Span(0, 11), Span(1, 11), single=False)
    assert _marks("“Tolls fell", quoted) == [["mark", "double", "double"]]


def test_a_quotation_marks_no_word_of_another_paragraph() -> None:
    text = "Tolls fell\n“Tolls”\nTolls fell"
    assert _marks(text, _quoted(text, "“Tolls”")) == [
        ["outside", "outside"],
        ["mark", "double", "mark"],
        ["outside"] * 2,
    ]


def test_a_quotation_over_two_paragraphs_marks_words_of_both() -> None:
    text = "Keller said “Tolls\nfell” twice"
    assert _marks(text, _quoted(text, "“Tolls\nfell”")) == [
        ["outside", "outside", "mark", "double"],
        ["double", "mark", "outside"],
    ]


@SOME
@given(st.text(max_size=40))
def test_words_are_in_order_and_apart_and_inside_their_paragraph(rest: str) -> None:
    text = f"Vogel Keller {rest}"
    (paragraph,) = read_words(tokenizer(), text, [Span(6, len(text))], [])
    end = 6
    for span in paragraph.spans:
        assert end <= span.start < span.end <= len(text)
        end = span.end


@SOME
@given(st.text(max_size=40))
def test_words_neither_begin_nor_end_with_white_space(rest: str) -> None:
    text = f"Keller {rest}"
    words = _words(text, _one_line(text))
    assert words == [word.strip() for word in words]


@SOME
@given(st.text(st.sampled_from("Tolgates .\u0301é’2"), max_size=40))
def test_every_piece_belongs_to_one_word(rest: str) -> None:
    paragraph = _one_line(f"Keller {rest}")
    firsts = paragraph.firsts.tolist()
    assert firsts[0] == 0
    assert firsts == sorted(set(firsts))
    assert firsts[-1] < len(paragraph.pieces)
    assert len(firsts) == len(paragraph.spans) == len(paragraph.shapes) == len(paragraph.marks)


def _one_line(text: str) -> ParagraphWords:
    (paragraph,) = read_words(tokenizer(), text, [Span(0, len(text))], [])
    return paragraph
