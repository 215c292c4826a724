"""Parts of names."""

import pytest

from claimtrack.extract.speakers.surnames import given_of, same_given, surnames_of


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("John Kirby", "kirby"),
        ("Joseph R. Biden Jr.", "biden"),
        ("Martin Luther King III", "king"),
        ("Xi Jinping", "xi"),
        ("Kim Jong Un", "kim"),
        ("Nguyen Phu Trong", "nguyen"),
        ("Melissa Mark-Viverito", "mark-viverito"),
        ("Putin", "putin"),
    ],
)
def test_the_surname_comes_first_among_what_a_person_is_called(name: str, first: str) -> None:
    assert surnames_of(name.split())[0] == first


@pytest.mark.parametrize(
    ("name", "other"),
    [("Ursula von der Leyen", "von der leyen"), ("Marine Le Pen", "le pen"), ("Kim Kardashian", "kardashian")],
)
def test_a_person_may_be_called_by_more_than_the_last_word(name: str, other: str) -> None:
    assert other in surnames_of(name.split())


@pytest.mark.parametrize(
    ("name", "given"), [("John Kirby", "john"), ("Xi Jinping", "jinping"), ("Kim Jong Un", "jong un"), ("Putin", "")]
)
def test_the_given_name_is_what_the_surname_is_not(name: str, given: str) -> None:
    assert given_of(name.split()) == given


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("joe", "joseph"),
        ("bernie", "bernard"),
        ("j.", "john"),
        ("alex", "alexander"),
        ("anna", "anna"),
        ("bill", "william"),
    ],
)
def test_short_forms_and_initials_are_the_same_given_name(one: str, other: str) -> None:
    assert same_given(one, other)
    assert same_given(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("hillary", "bill"), ("george", "jeb"), ("jo", "john"), ("jong un", "jong il")]
)
def test_different_given_names_are_different(one: str, other: str) -> None:
    assert not same_given(one, other)
