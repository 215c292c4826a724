"""The word lists: complete enough, consistent, and read as they are written."""

import pytest

from claimtrack.domain.places import columns, place_of
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.lexicon import given_names, honorifics, people


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Moscow", "Russia"),
        ("Pyongyang", "North Korea"),
        ("Beijing", "China"),
        ("Washington", "United States"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("The Hague", "Netherlands"),
        ("US", "United States"),
        ("U.S.", "United States"),
        ("UK", "United Kingdom"),
        ("Britain", "United Kingdom"),
        ("DPRK", "North Korea"),
        ("UAE", "United Arab Emirates"),
        ("the Netherlands", "Netherlands"),
        ("The Gambia", "Gambia"),
        ("Timor-Leste", "East Timor"),
        ("Burma", "Myanmar"),
    ],
)
def test_a_name_or_capital_means_its_country(word: str, country: str) -> None:
    place = place_of(word)
    assert place is not None
    assert (place.name, place.is_seat, place.demonym) == (country, False, False)


@pytest.mark.parametrize(
    ("word", "country"),
    [("Russian", "Russia"), ("Chinese", "China"), ("South Koreans", "South Korea"), ("Dutch", "Netherlands")],
)
def test_a_demonym_knows_its_country_and_that_it_is_one(word: str, country: str) -> None:
    place = place_of(word)
    assert place is not None
    assert (place.country, place.demonym) == (country, True)


@pytest.mark.parametrize(
    ("word", "seat", "country"),
    [
        ("the White House", "White House", "United States"),
        ("Kremlin", "Kremlin", "Russia"),
        ("10 Downing Street", "Downing Street", "United Kingdom"),
        ("Élysée", "Elysee", "France"),
        ("The Pentagon", "Pentagon", "United States"),
    ],
)
def test_a_seat_of_government_keeps_its_own_name(word: str, seat: str, country: str) -> None:
    place = place_of(word)
    assert place is not None
    assert (place.name, place.country, place.is_seat) == (seat, country, True)


@pytest.mark.parametrize("word", ["us", "turkey", "Springfield", "Clinton", "", "the"])
def test_other_words_are_no_place_of_the_table(word: str) -> None:
    assert place_of(word) is None


def test_no_name_or_capital_belongs_to_two_countries() -> None:
    seen: dict[str, str] = {}
    for (name,), others, _, capitals in columns("countries"):
        for word in [name, *others, *capitals]:
            assert seen.setdefault(word, name) == name


def test_the_countries_of_the_world_are_all_there() -> None:
    assert len(list(columns("countries"))) >= 195


def test_every_seat_speaks_for_a_country_of_the_table() -> None:
    countries = {name for (name,), *_ in columns("countries")}
    assert {owner for _, _, owners in columns("seats") for owner in owners} <= countries


def test_a_noun_is_not_both_for_a_man_and_for_a_woman() -> None:
    assert not people().male & people().female


def test_what_a_noun_takes_up_is_a_noun_for_a_person() -> None:
    assert {noun for nouns in people().takes_up.values() for noun in nouns} <= people().roles


def test_what_takes_a_noun_up_does_not_take_up_the_narrower_one() -> None:
    assert "senator" in people().takes_up["lawmaker"]
    assert "representative" not in people().takes_up.get("senator", ())


def test_given_names_of_one_gender_are_not_listed_under_the_other() -> None:
    assert not words("given_names", "male", "names") & words("given_names", "female", "names")


def test_lists_of_several_genders_are_read_together() -> None:
    assert {"Maria", "Vladimir", "Robin"} <= given_names()
    assert {"mr.", "mrs.", "dr."} <= honorifics()
