import pytest

from claimtrack.cli.screen import counted, one_line, say


def test_a_cell_is_one_line():
    assert one_line(" two\n\tlines \u2028 of\r\ntext ") == "two lines of text"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\x9b2J", "\\u009b2J"),
        ("abc\u202ecba", "abc\\u202ecba"),
        ("half \ud800", "half \\ud800"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
    ],
)
def test_what_could_steer_a_terminal_is_written_out(text, shown):
    assert one_line(text) == shown


def test_messages_go_to_standard_error_and_are_harmless(capsys):
    say("bad\x07bell")
    assert capsys.readouterr() == ("", "bad\\u0007bell\n")


def test_a_number_agrees_with_its_noun():
    assert [counted(number, "statement") for number in (0, 1, 2)] == [
        "0 statements",
        "1 statement",
        "2 statements",
    ]
