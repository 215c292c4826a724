"""A statement cut out with what stands around it."""

from claimtrack.domain.placed import BEFORE, BEHIND, CONTEXT, CONTEXTS, LONGEST, placed
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
