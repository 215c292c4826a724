import json

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.characters import escape_steering
from claimtrack.domain.interchange import json_line


def test_line_feeds_and_tabs_stay():
    assert escape_steering("a\tb\nc") == "a\tb\nc"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_json_line_is_one_printable_line_that_means_the_same(text):
    line = json_line({"text": text})
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"text": text}


def test_half_a_character_survives_a_json_line():
    line = json_line({"text": "a\ud800"})
    assert line.isascii()
    assert json.loads(line) == {"text": "a\ud800"}
