from hypothesis import given
from hypothesis import strategies as st

from claimtrack.cli.marks import bracketed, marked_runs
from claimtrack.domain.spans import Span

TEXT = "The deal, Kim said, is dead."


def test_each_part_is_bracketed_with_its_role():
    runs = marked_runs(TEXT, (Span(10, 13),), (Span(14, 18),), (Span(0, 8), Span(20, 27)))
    assert bracketed(runs) == "[content: The deal], [source: Kim] [cue: said], [content: is dead]."


def test_where_spans_overlap_the_cue_shows_before_the_source():
    runs = marked_runs("abc", (Span(0, 3),), (Span(1, 2),), (Span(0, 3),))
    assert bracketed(runs) == "[source: a][cue: b][source: c]"


def test_control_characters_are_written_out():
    assert bracketed(marked_runs("a\x1bb", (), (), (Span(0, 2),))) == "[content: a\\u001b]b"


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))).map(tuple)


@given(st.text("ab \n", max_size=30), spans, spans, spans)
def test_no_character_is_lost_wherever_the_spans_are(text, source, cue, content):
    assert "".join(run.text for run in marked_runs(text, source, cue, content)) == text
