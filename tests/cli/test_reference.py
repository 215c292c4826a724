from pathlib import Path

from claimtrack.cli.reference import reference


def test_the_page_of_commands_is_what_the_commands_say():
    page = Path(__file__).parents[2] / "docs" / "cli.md"
    assert page.read_text(encoding="utf-8") == reference(), "run: python -m claimtrack.cli.reference > docs/cli.md"


def test_every_command_of_the_program_is_in_the_reference():
    text = reference()
    for command in (
        "extract",
        "annotate",
        "query",
        "show",
        "report",
        "export",
        "speakers",
        "demo",
        "db check",
    ):
        assert f"\n## claimtrack {command}\n" in text


def test_options_show_values_defaults_and_whether_they_repeat():
    text = reference()
    assert "| `--kind direct\\|mixed\\|indirect` | How much of it is in quotation marks. May be repeated. |" in text
    assert "| `--format table\\|csv\\|json\\|jsonl\\|markdown` | How the listing is printed. Default: table. |" in text
