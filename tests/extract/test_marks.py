"""What a statement shows by itself."""

import pytest

from claimtrack.extract.denials.marks import MARKS, marks_of
from claimtrack.extract.pipeline import measure_kinds
from tests.extract.reading import parsed
from tests.extract.speakers.passages import read as marked

SHOWN = {
    "absolute": "Keller q1[said] c1[every window was closed].",
    "negated": "Keller q1[said] c1[the window was not open].",
    "ahead": "Keller q1[said] c1[the window will open].",
    "done": "Keller q1[said] c1[the window opened].",
    "first person": "c1[“We closed it,”] Keller q1[said].",
    "direct": "c1[“It is closed,”] Keller q1[said].",
    "goes on": "Keller left, q1[saying] c1[it was closed].",
    "plain reply": "Keller q1[said] c1[it was closed].",
    "moves on": "Keller q1[warned] c1[that it was closed].",
    "retorts": "Keller q1[retorted] c1[that it was closed].",
    "accuses": "Keller q1[accused] c1[Vogel of fraud].",
    "grave": "Keller q1[said] c1[Vogel stole it].",
    "proof": "Keller q1[said] c1[she had the receipts].",
    "sound": "Keller q1[said] c1[the tanks were sealed].",
    "withholds": "The guards q1[denied] c1[entry].",
    "asked": "Asked about the fire, Keller q1[said] c1[it was late].",
}


@pytest.mark.parametrize(("mark", "passage"), SHOWN.items(), ids=SHOWN)
def test_a_statement_shows(mark: str, passage: str) -> None:
    assert mark in _marks(passage)


def test_a_source_with_a_possessive_speaks_for_somebody() -> None:
    assert "speaks for them" in _marks("s1[Her office] q1[said] c1[it was late].")


def test_words_beyond_those_shown_do_not_count() -> None:
    assert "proof" not in _marks("Keller q1[said] c1[it was late and she had the receipts].", shown=4)


def test_each_mark_comes_once() -> None:
    assert len(set(MARKS)) == len(MARKS)


def _marks(passage: str, shown: int = 25) -> frozenset[str]:
    reading = marked(passage)
    document = parsed(reading.text)
    (found,) = measure_kinds(document, reading.attributions())
    return marks_of(document, found, document.tokens(found.content)[:shown])
