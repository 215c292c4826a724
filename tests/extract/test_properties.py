"""What holds for any text: no error, sound offsets, ids that differ, and damage that stays in its paragraph."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span, Spans, overlap
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.parsed import paragraph_spans
from claimtrack.extract.rules.finder import RuleFinder
from tests.extract.reading import PUBLISHED, extractor

SENTENCES = [
    "Mara Keller said the bridge would open in May.",
    "“The bridge will open in May,” said Keller. “Nobody will pay.”",
    "“The valley has waited,” Keller said, “and it will open.”",
    "Syldavia accused Borduria on Monday of shelling its harbor.",
    "Borduria has denied such claims, calling them “absurd.”",
    "The toll, according to the official Daily Herald newspaper, will fall.",
    "It was announced last week that the toll would fall.",
    "Two engineers, who spoke on condition of anonymity, warned of delays.",
    "The ministry would neither confirm nor deny the report.",
]
FRAGMENTS = [
    *SENTENCES,
    *["“", "”", '"', '""', "'", "‘", "’", "«", "»", "``", "''", ":", "—", ",", ".", "...", "(", ")"],
    *["\n", "\n\n", "\r\n", " ", "\t", "\u00a0", "\u2028", "\u200b", "\u202e", "\x00", "\ufeff"],
    *["😀", "👩‍👩‍👧", "e\u0301\u0301\u0301", "ﷺ", "𝔎𝔢𝔩𝔩𝔢𝔯", "会議は延期", "said", "Keller", "he", "denied it", "that"],
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join),
    st.text(max_size=60),
)
SOME = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def _extract(text: str) -> list[Attribution]:
    ((_, found),) = extractor().annotate([Document("any", text, published=PUBLISHED)])
    return found


def _check(text: str, found: list[Attribution]) -> None:
    for each in found:
        assert each.content
        for spans in (each.source, each.cue, each.content):
            _check_spans(text, spans)
        assert not overlap(each.cue, each.content)
        assert not overlap(each.source, each.content)
        assert not overlap(each.source, each.cue)
    ids = [each.id for each in found]
    assert len(ids) == len(set(ids))
    assert {answered for each in found for answered in each.denies} <= set(ids)


def _check_spans(text: str, spans: Spans) -> None:
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        words = text[span.start : span.end]
        assert words == words.strip()
        end = span.end


@SOME
@given(TEXTS)
@example("")
@example("said")
@example("“”")
@example('"' * 9)
@example("\n".join(SENTENCES))
def test_whatever_the_text_offsets_are_sound_and_ids_differ(text: str) -> None:
    _check(text, _extract(text))


LONG = {
    "a very long line": " ".join(SENTENCES) * 35,
    "a very long word": "Keller said " + "x" * 50_000,
    "a very long quotation": "“" + "We know. " * 2300 + "”" + " Keller said.",
    "very many marks": "“”\"'" * 200,
    "very many combining marks": "Keller said it was so" + "\u0301" * 5000 + ".",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_texts_are_read(text: str) -> None:
    _check(text, _extract(text))


@dataclass(frozen=True)
class Stray:
    """Paragraphs with a cue each, and a quotation mark too many in one of them."""

    paragraphs: tuple[str, ...]
    damaged: int
    place: int
    mark: str

    @property
    def text(self) -> str:
        """The paragraphs without the mark."""
        return "\n\n".join(self.paragraphs)

    @property
    def damaged_text(self) -> str:
        """The paragraphs with it."""
        words = self.paragraphs[self.damaged]
        return "\n\n".join(
            words[: self.place] + self.mark + words[self.place :] if index == self.damaged else paragraph
            for index, paragraph in enumerate(self.paragraphs)
        )


@st.composite
def strays(draw: st.DrawFn) -> Stray:
    """A mark at any place of any paragraph."""
    paragraphs = tuple(draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5)))
    damaged = draw(st.integers(0, len(paragraphs) - 1))
    place = draw(st.integers(0, len(paragraphs[damaged])))
    return Stray(paragraphs, damaged, place, draw(st.sampled_from(["“", "”", '"', "‘", "'", "«", "''"])))


@settings(SOME, max_examples=60)
@given(strays())
@example(Stray((SENTENCES[1], SENTENCES[0], SENTENCES[2]), 1, 0, "“"))
@example(Stray((SENTENCES[0], SENTENCES[1], SENTENCES[1]), 1, 0, "“"))
@example(Stray((SENTENCES[1], SENTENCES[3], SENTENCES[1]), 1, 8, '"'))
def test_a_stray_mark_changes_no_attribution_of_another_paragraph(case: Stray) -> None:
    before, after = _elsewhere(case.text, case.damaged), _elsewhere(case.damaged_text, case.damaged)
    assert before == after


def _elsewhere(text: str, damaged: int) -> list[tuple[list[str], ...]]:
    """The words of source, cue and content of all attributions whose cue stands in another paragraph."""
    here = list(paragraph_spans(text))[damaged]
    (parsed,) = parse([Document("any", text)], load_language())
    return [
        tuple(_words(text, spans, here) for spans in (each.source, each.cue, each.content))
        for each in RuleFinder().find(parsed)
        if not overlap(each.cue, [here])
    ]


def _words(text: str, spans: Spans, but: Span) -> list[str]:
    return [text[start:end] for start, end in spans if not overlap([Span(start, end)], [but])]
