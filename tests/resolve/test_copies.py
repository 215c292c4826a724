"""Copies of one text are told from articles of one affair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.copies import Signature
from claimtrack.resolve.copies import FEWEST_BANDS, are_copies, bands, signature
from tests.wire import CUT, EDITED, LONGER, OTHER_AFFAIR, OWN_WORDS, RELEASE, UPDATED, WIRE


def signed(text: str) -> Signature:
    found = signature(text)
    assert found is not None
    return found


def shared(one: str, other: str) -> int:
    return len(set(bands(signed(one))) & set(bands(signed(other))))


@pytest.mark.parametrize("copy", [WIRE.upper(), WIRE.replace("\n\n", "\n"), EDITED, CUT, LONGER, UPDATED])
def test_a_text_under_another_lead_or_cut_or_added_to_is_a_copy_that_is_found(copy: str) -> None:
    assert are_copies(signed(WIRE), signed(copy))
    assert shared(WIRE, copy) >= FEWEST_BANDS


@pytest.mark.parametrize("other", [OWN_WORDS, OTHER_AFFAIR, RELEASE])
def test_an_article_in_its_own_words_and_what_both_quote_are_no_copies(other: str) -> None:
    assert not are_copies(signed(WIRE), signed(other))


def test_a_quotation_makes_no_copies_of_those_who_quote_it() -> None:
    assert not are_copies(signed(OWN_WORDS), signed(RELEASE))


def test_articles_of_different_affairs_are_not_even_compared() -> None:
    assert shared(WIRE, OTHER_AFFAIR) < FEWEST_BANDS


def test_a_few_words_are_too_little_to_be_told_from_others() -> None:
    assert signature("Please enable JavaScript and cookies in your browser to read this page.") is None
    assert signature("") is None


def test_signatures_that_are_stored_stay_comparable() -> None:
    """Whoever changes them has to have all databases relinked: a migration that empties the tables."""
    found = signed(OTHER_AFFAIR)
    assert (found.shingles, len(found.minhash)) == (52, 512)
    assert found.minhash[:16].hex() == "346a630383b3c90732169f00c2310102"
    assert bands(found)[0] == "7c75ec6b62c1bccd"


@given(st.text(), st.text())
def test_any_text_can_be_signed_and_being_copies_is_mutual(left: str, right: str) -> None:
    one, other = signature(left * 20), signature(right * 20)
    if one and other:
        assert are_copies(one, other) == are_copies(other, one)
        assert are_copies(one, one)
        assert len(set(bands(one))) == 64
