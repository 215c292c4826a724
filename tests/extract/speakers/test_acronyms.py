"""Acronyms that a document spells out."""

from claimtrack.extract.speakers.acronyms import full_names
from claimtrack.extract.speakers.entities import RawName


def _name(text: str, first: int, paragraph: int = 0) -> RawName:
    words = tuple(text.split())
    return RawName(paragraph, first, first + len(words) - 1, words, text, "ORG")


def test_an_acronym_is_spelled_out_by_the_name_with_its_initials() -> None:
    names = [_name("World Health Organization", 0), _name("WHO", 9, paragraph=3)]
    assert full_names(names) == {"WHO": "World Health Organization"}


def test_an_acronym_in_brackets_belongs_to_the_name_before_it() -> None:
    names = [_name("Swiss National Party", 0), _name("SVP", 4)]
    assert full_names(names) == {"SVP": "Swiss National Party"}


def test_an_acronym_with_two_possible_names_stays_as_it_is() -> None:
    names = [_name("Central Bank", 0), _name("Chamber Board", 5), _name("CB", 20)]
    assert full_names(names) == {}


def test_a_capitalised_word_is_no_acronym() -> None:
    assert full_names([_name("World Health Organization", 0), _name("Who", 9)]) == {}


def test_an_unrelated_acronym_stays_as_it_is() -> None:
    assert full_names([_name("World Health Organization", 0), _name("NATO", 9)]) == {}
