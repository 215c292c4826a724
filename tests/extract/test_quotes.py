"""Which characters of a text stand in quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import SpeechKind
from claimtrack.extract.parsed import paragraph_spans
from claimtrack.extract.quotes import Quotation, quotations, quotations_of, speech_kind

MARKED = st.text(st.sampled_from("aB1 .,;“”\"'‘’«»`-\n"), max_size=60)


def _all(text: str) -> list[Quotation]:
    return quotations(text, paragraph_spans(text))


def _inner(text: str) -> list[str]:
    return [text[found.inner.start : found.inner.end] for found in _all(text)]


def _outer(text: str) -> list[str]:
    return [text[found.outer.start : found.outer.end] for found in _all(text)]


MARKS = {
    "straight": '"No," she said.',
    "curly": "“No,” she said.",
    "curly, set low at the beginning": "„No,” she said.",
    "guillemets": "«No,» she said.",
    "two grave accents and two apostrophes": "``No,'' she said.",
    "two apostrophes": "''No,'' she said.",
    "doubled straight marks": '""No,"" she said.',
    "single": "‘No,’ she said.",
    "straight single": "'No,' she said.",
    "a grave accent and an apostrophe": "`No,' she said.",
}


@pytest.mark.parametrize("text", MARKS.values(), ids=MARKS)
def test_a_quotation_in_marks_that_are(text: str) -> None:
    assert _inner(text) == ["No,"]
    assert _outer(text) == [text.removesuffix(" she said.")]


NO_QUOTATION = {
    "an apostrophe": "The bridge's piers and the engineers' yard.",
    "a contraction": "It's what they don't say.",
    "a clipped word": "'Tis the season of the '90s rock 'n' roll.",
    "inches": 'A pipe 12" wide and 40" long.',
    "feet and inches": "He is 6'2\" tall.",
    "a lone closing mark": "The bridge is old.” Nobody knew.",
    "a lone mark at the end": 'The bridge is old. "',
    "empty marks": 'The word "" is empty.',
    "nothing": "",
}


@pytest.mark.parametrize("text", NO_QUOTATION.values(), ids=NO_QUOTATION)
def test_no_quotation_is_made_by(text: str) -> None:
    assert _all(text) == []


def test_a_contraction_does_not_close_single_marks() -> None:
    assert _inner("‘It’s what they don’t say,’ said Keller.") == ["It’s what they don’t say,"]


def test_a_quotation_within_a_quotation_belongs_to_the_outer_one() -> None:
    assert _inner("“He said ‘never’ twice,” she said.") == ["He said ‘never’ twice,"]


def test_two_quotations_of_a_paragraph_stand_apart() -> None:
    assert _inner("“Yes,” she said. “No,” he said.") == ["Yes,", "No,"]


def test_a_closing_mark_directly_before_an_opening_one_is_two_marks() -> None:
    assert _inner('"Yes.""No."') == ["Yes.", "No."]


def test_an_unclosed_quotation_runs_to_the_end_of_its_paragraph() -> None:
    text = "She said: “No, never. \nHe left."
    assert [(found.closed, text[found.outer.start : found.outer.end]) for found in _all(text)] == [
        (False, "“No, never.")
    ]


def test_an_opening_mark_inside_a_quotation_ends_it() -> None:
    text = 'She said, "No, and he, "Yes."'
    assert [(found.closed, text[found.inner.start : found.inner.end]) for found in _all(text)] == [
        (False, "No, and he,"),
        (True, "Yes."),
    ]


def test_a_missing_mark_costs_no_more_than_its_paragraph() -> None:
    whole = '"Yes," she said.'
    assert _outer(f'{whole}\n"No, he said.\n{whole}') == ['"Yes,"', '"No, he said.', '"Yes,"']


@given(st.lists(MARKED.filter(lambda text: "\n" not in text), min_size=1, max_size=4), st.data())
def test_a_paragraph_is_read_the_same_whatever_stands_in_the_others(paragraphs: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.integers(0, len(paragraphs) - 1))
    start = sum(len(text) + 1 for text in paragraphs[:chosen])
    text = "\n".join(paragraphs)
    here = [
        Quotation(
            Span(found.outer.start - start, found.outer.end - start),
            Span(found.inner.start - start, found.inner.end - start),
            found.closed,
            found.single,
        )
        for found in _all(text)
        if start <= found.outer.start < start + len(paragraphs[chosen])
    ]
    assert here == _all(paragraphs[chosen])


@given(MARKED)
def test_quotations_are_in_order_and_apart_and_inside_their_paragraph(text: str) -> None:
    for span in paragraph_spans(text):
        end = span.start
        for found in quotations_of(text, span):
            assert end <= found.outer.start < found.inner.start < found.inner.end <= found.outer.end <= span.end
            end = found.outer.end


KINDS = {
    "direct, all in marks": ("“No, never,” she said.", 11, SpeechKind.DIRECT),
    "mixed, part in marks": ("it was “never” so", 17, SpeechKind.MIXED),
    "indirect, none in marks": ("it was never so", 15, SpeechKind.INDIRECT),
    "indirect, no words": ("“…”", 3, SpeechKind.INDIRECT),
}


@pytest.mark.parametrize(("text", "end", "kind"), KINDS.values(), ids=KINDS)
def test_speech_is(text: str, end: int, kind: SpeechKind) -> None:
    assert speech_kind(text, (Span(0, end),), _all(text)) is kind


def test_pieces_are_measured_together() -> None:
    text = "“No,” she said, but never."
    assert speech_kind(text, (Span(0, 5), Span(16, 25)), _all(text)) is SpeechKind.MIXED
