"""The medium or second source beside the speaker."""

import pytest

from claimtrack.extract.speakers.media import is_medium
from tests.extract.speakers.passages import answered

CARRIED = {
    "according to a newspaper": (
        "c1[“Our people stand firm,”] s1[Anna Weber] q1[declared], according to the official Rodong Sinmun newspaper.",
        "Rodong Sinmun",
    ),
    "told a medium": ("s1[Anna Weber] q1[told] CNN c1[that she would stay].", "CNN"),
    "in an interview": (
        "s1[Anna Weber] q1[said] in an interview with The New York Times c1[that she would stay].",
        "New York Times",
    ),
    "told a medium's reporter": ("s1[Anna Weber] q1[told] CNN's Mary Smith c1[that she would stay].", "CNN"),
}


@pytest.mark.parametrize(("passage", "medium"), CARRIED.values(), ids=CARRIED)
def test_a_statement_is_carried_by(passage: str, medium: str) -> None:
    (attribution,) = answered(passage)
    assert attribution.via == medium


NOT_CARRIED = {
    "told reporters": "s1[Anna Weber] q1[told] reporters c1[that she would stay].",
    "told a person": "s1[Anna Weber] q1[told] Paul Meier c1[that she would stay].",
    "the cue's own according to": "c1[The talks failed], q1[according to] s1[Reuters].",
    "inside the content": "s1[Anna Weber] q1[said] c1[that taxes rose, according to Reuters].",
    "a clause of its own": "s1[Anna Weber] q1[said] c1[no], though prices, up 3% according to Reuters, fell.",
}


@pytest.mark.parametrize("passage", NOT_CARRIED.values(), ids=NOT_CARRIED)
def test_nothing_carries_a_statement(passage: str) -> None:
    (attribution,) = answered(passage)
    assert attribution.via is None


def test_who_reports_another_s_words_is_their_second_source() -> None:
    passage = "s1[Reuters] q1[reported] c1[that s2[Anna Weber] q2[had said] c2[no]]."
    assert [attribution.via for attribution in answered(passage)] == [None, "Reuters"]


def test_nobody_is_their_own_second_source() -> None:
    passage = "s1[Anna Weber] q1[said] c1[that s2[she] q2[had promised] c2[to stay]]."
    assert [attribution.via for attribution in answered(passage)] == [None, None]


@pytest.mark.parametrize("name", ["Reuters", "BBC", "Washington Post", "Orlando Sentinel", "Kyiv Daily News"])
def test_news_media_are_known_by_name_or_ending(name: str) -> None:
    assert is_medium(name)


@pytest.mark.parametrize("name", ["Kremlin", "Post", "Anna Weber", "", "State Department"])
def test_other_names_are_no_media(name: str) -> None:
    assert not is_medium(name)
