"""Quotations that go on without a cue of their own."""

import pytest

from tests.extract.reading import spans_in

SAID = "“We have waited for a bridge,” Mara Keller said."

CONTINUED = {
    "in the same paragraph": (f"{SAID} “It will open.”", ["“It will open.”"]),
    "in the next paragraph": (f"{SAID}\n\n“It will open.”", ["“It will open.”"]),
    "over paragraphs, each but the last unclosed": (
        f"{SAID} “It will open.\n\n“Nobody will pay.”",
        ["“It will open.", "“Nobody will pay.”"],
    ),
    "over paragraphs that hold several quotations": (
        f"{SAID}\n\n“It will open.” “Nobody will pay.”",
        ["“It will open.”", "“Nobody will pay.”"],
    ),
    "over lines without blank ones between": (f"{SAID}\n“It will open.”", ["“It will open.”"]),
}


@pytest.mark.parametrize(("text", "pieces"), CONTINUED.values(), ids=CONTINUED)
def test_a_quotation_goes_on(text: str, pieces: list[str]) -> None:
    content = " … ".join(["“We have waited for a bridge,”", *pieces])
    assert spans_in(text) == [("Mara Keller", "said", content)]


ENDED = {
    "by a paragraph without quotations": f"{SAID}\n\nThe valley was quiet.\n\n“It will open in May.”",
    "by words outside it": f"{SAID}\n\n“It will open in May” is what the signs have.",
    "by a quotation within a sentence": f"{SAID} The new “bridge of hope in May” is long.",
    "by a stray mark at the head of a paragraph": f"{SAID}\n\n“The valley was quiet.\n\nNobody spoke.",
}


@pytest.mark.parametrize("text", ENDED.values(), ids=ENDED)
def test_a_quotation_is_ended(text: str) -> None:
    assert ("Mara Keller", "said", "“We have waited for a bridge,”") in spans_in(text)


def test_a_quotation_with_a_cue_of_its_own_goes_to_its_own_speaker() -> None:
    text = f"{SAID}\n\n“It will open in May,” Ruth Vogel said. “Nobody will pay for it.”"
    assert spans_in(text) == [
        ("Mara Keller", "said", "“We have waited for a bridge,”"),
        ("Ruth Vogel", "said", "“It will open in May,” … “Nobody will pay for it.”"),
    ]


@pytest.mark.xfail(strict=True, reason="a cue before a colon takes no quotation of the next paragraph")
def test_a_colon_introduces_the_quotation_of_the_next_paragraph() -> None:
    assert spans_in("Mara Keller said:\n\n“It will open in May.”") == [
        ("Mara Keller", "said", "“It will open in May.”")
    ]


def test_a_quotation_after_a_speaker_was_introduced_is_that_speakers() -> None:
    text = f"{SAID}\n\nMayor Ruth Vogel was less sure.\n\n“We will see in May.”"
    assert any(source.endswith("Ruth Vogel") for source, _, _ in spans_in(text))


def test_a_quotation_after_a_sentence_about_somebody_is_a_statement_without_a_cue() -> None:
    text = "Mara Keller laughs at the question. “Nobody has asked me for years.”"
    assert spans_in(text) == [("Mara Keller", "", "“Nobody has asked me for years.”")]


def test_a_quotation_after_what_somebody_said_goes_on_with_it() -> None:
    text = "Mara Keller said that the bridge would open in May. “Nobody will pay for it.”"
    expected = ("Mara Keller", "said", "that the bridge would open in May … “Nobody will pay for it.”")
    assert spans_in(text) == [expected]


def test_a_quotation_after_a_sentence_about_a_thing_is_nobodys() -> None:
    assert spans_in("The bridge is old. “Nobody will pay for it.”") == []


def test_words_in_quotation_marks_after_a_sentence_about_somebody_are_no_speech() -> None:
    assert spans_in("Mara Keller left early. “Old Bridge” was empty.") == []
