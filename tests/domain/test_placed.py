"""A statement cut out with what stands around it."""

import pytest

from claimtrack.domain.placed import BEFORE, BEHIND, CONTEXT, CONTEXTS, LEAD, LONGEST, placed
from claimtrack.domain.spans import Span

TEXT = "He came. " * 100 + "SAID ONE and SAID TWO" + " They went." * 100
ONE = Span(TEXT.index("SAID ONE"), TEXT.index("SAID ONE") + 8)
TWO = Span(TEXT.index("SAID TWO"), TEXT.index("SAID TWO") + 8)


def test_its_own_words_are_where_they_were() -> None:
    found = placed(TEXT, [ONE, TWO])
    assert [found.text[start:end] for start, end in found.own] == ["SAID ONE", "SAID TWO"]


def test_no_more_is_kept_around_it_than_is_read() -> None:
    found = placed(TEXT, [ONE, TWO])
    before, behind = found.own[0].start, len(found.text) - found.own[-1].end
    assert BEFORE - 10 < before <= BEFORE
    assert BEHIND - 10 < behind <= BEHIND


def test_no_word_is_cut() -> None:
    found = placed(TEXT, [ONE])
    assert set(found.text.split()) <= set(TEXT.split())


def test_its_places_may_come_in_any_order() -> None:
    assert placed(TEXT, [TWO, ONE]) == placed(TEXT, [ONE, TWO])


def test_a_very_long_one_is_cut() -> None:
    found = placed("a " * 5_000, [Span(0, 9_000), Span(9_500, 9_900)])
    assert found.own == (Span(0, LONGEST),)
    assert len(found.text) == LONGEST


def test_what_it_answers_is_kept_beside_it() -> None:
    assert placed(TEXT, [ONE], ["he fled", " "]).contexts == ("he fled",)


def test_of_very_much_that_it_answers_some_is_kept() -> None:
    found = placed(TEXT, [ONE], [f"{number} " * 1_000 for number in range(100)])
    assert len(found.contexts) == CONTEXTS
    assert all(len(each) == CONTEXT for each in found.contexts)


def test_the_headline_and_the_first_words_of_its_text_lead_to_it() -> None:
    found = placed(TEXT, [ONE], title="Who came")
    headline, begin = found.lead.split("\n")
    assert (headline, len(found.lead) <= LEAD) == ("Who came", True)
    assert TEXT.startswith(begin)


def test_what_stands_around_its_own_words_does_not_lead_to_it() -> None:
    assert placed("He came, and SAID ONE.", [Span(13, 21)], title="Who came").lead == "Who came"
    assert placed("He came, and SAID ONE.", [Span(13, 21)]).lead == ""


def test_a_headline_with_which_the_text_begins_is_read_once() -> None:
    assert placed(TEXT, [ONE], title="He came.").lead == placed(TEXT, [ONE]).lead == TEXT[:200]


@pytest.mark.parametrize("title", [None, "Who else", "Others who came " * 100, "O" * 300])
@pytest.mark.parametrize("own", [ONE, Span(0, 7)])
def test_a_word_that_is_cut_does_not_lead_to_it(title: str | None, own: Span) -> None:
    found = placed(TEXT, [own], title=title).lead
    assert set(found.split()) <= {*TEXT.split(), "Others", "who", "came", "Who", "else"}
    assert len(found) <= LEAD
