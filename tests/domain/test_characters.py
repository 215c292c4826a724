import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.characters import escape_steering


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x7f", "\x9b", "\r", "\u202e", "\u2066", "\u2028", "\ud800"])
def test_steering_characters_are_written_out(character: str) -> None:
    assert escape_steering(f"a{character}b") == f"a\\u{ord(character):04x}b"


@pytest.mark.parametrize("text", ["", "plain", "tab\tand\nline", "“Ünïcode” – 東京 😀"])
def test_other_text_is_untouched(text: str) -> None:
    assert escape_steering(text) == text


@given(st.text())
def test_the_result_can_be_encoded_and_holds_nothing_more_to_escape(text: str) -> None:
    escaped = escape_steering(text)
    escaped.encode("utf-8")
    assert escape_steering(escaped) == escaped
