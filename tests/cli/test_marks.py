import sys

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.cli.marks import marked_runs, print_marked
from claimtrack.domain.spans import Span

TEXT = "The deal, Kim said, is dead."
DEAL = (Span(0, 8), Span(20, 27))


def test_each_part_is_bracketed_with_its_role_where_there_is_no_terminal(capsys):
    print_marked(marked_runs(TEXT, (Span(10, 13),), (Span(14, 18),), DEAL))
    assert capsys.readouterr().out == "[content: The deal], [source: Kim] [cue: said], [content: is dead].\n"


def test_each_part_is_colored_on_a_terminal(capsys, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_marked(marked_runs(TEXT, (Span(10, 13),), (Span(14, 18),), DEAL))
    assert capsys.readouterr().out == (
        "\x1b[32mThe deal\x1b[0m, \x1b[1;36mKim\x1b[0m \x1b[1;33msaid\x1b[0m, \x1b[32mis dead\x1b[0m.\n"
    )


def test_where_spans_overlap_the_cue_shows_before_the_source():
    runs = marked_runs("abc", (Span(0, 3),), (Span(1, 2),), (Span(0, 3),))
    assert [(run.text, run.role) for run in runs] == [("a", "source"), ("b", "cue"), ("c", "source")]


def test_control_characters_are_written_out():
    assert [run.text for run in marked_runs("a\x1bb", (), (), (Span(0, 2),))] == ["a\\u001b", "b"]


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))).map(tuple)


@given(st.text("ab \n", max_size=30), spans, spans, spans)
def test_no_character_is_lost_wherever_the_spans_are(text, source, cue, content):
    assert "".join(run.text for run in marked_runs(text, source, cue, content)) == text
