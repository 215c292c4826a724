import sys

from claimtrack.cli.progress import progress, share


def test_nothing_is_shown_where_standard_error_is_no_terminal(capsys):
    with progress("Extracting") as show:
        show(3, 7)
    assert capsys.readouterr() == ("", "")


def test_a_terminal_sees_how_far_the_work_is_on_standard_error(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with progress("Extracting") as show:
        show(1234, 7)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Extracting: 1,234 documents, 7 statements" in err


def test_a_terminal_sees_how_much_of_known_work_is_done(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with share("Embedding") as show:
        show(1000, 2500)
    assert "Embedding: 1,000 of 2,500 statements" in capsys.readouterr().err
