"""How likely two speakers under different names are one."""

import pytest

from claimtrack.domain.profiles import Profile
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.resolve.identities import JOINED
from claimtrack.resolve.likeness import block, likeness

PERSON, COMPANY = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION


def person(name: str, *descriptions: str, wikidata: str | None = None) -> Profile:
    return Profile(name, name, PERSON, descriptions, wikidata)


def like(one: Profile, other: Profile) -> float | None:
    assert likeness(one, other) == likeness(other, one)
    return likeness(one, other)


def is_joined(one: Profile, other: Profile) -> bool:
    return (like(one, other) or 0) >= JOINED


@pytest.mark.parametrize("name", ["Lloyd J. Austin", "Lloyd James Austin", "Lloyd J. Austin III"])
def test_a_middle_name_that_one_leaves_out_makes_no_difference(name: str) -> None:
    assert is_joined(person("Lloyd Austin"), person(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Kirby", "Jack Kirby"),
        ("Joseph Biden", "Joe Biden"),
        ("J. Kirby", "John Kirby"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Dmitry Peskov", "Dmitri Peskov"),
        ("Kirby", "John Kirby"),
    ],
)
def test_other_forms_of_a_name_are_one_person_only_where_a_role_agrees(one: str, other: str) -> None:
    assert not is_joined(person(one), person(other))
    assert like(person(one), person(other)) is not None
    role = "national security spokesman"
    assert is_joined(person(one, role), person(other, "spokesman for national security"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Kirby", "Mary Kirby"),
        ("John A. Kirby", "John B. Kirby"),
        ("George Bush Jr.", "George Bush Sr."),
        ("Boris Johnson", "Boris Johnston"),
        ("Kirby", "Kirbyson"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Smith", "Smyth"),
    ],
)
def test_other_names_are_other_persons_whatever_their_role(one: str, other: str) -> None:
    assert like(person(one, "minister of defense"), person(other, "minister of defense")) is None


def test_ministers_of_two_countries_are_two() -> None:
    assert like(person("Anna Lind", "Swedish foreign minister"), person("Anna B. Lind", "Danish lawmaker")) is None
    assert is_joined(person("Anna Lind", "Swedish foreign minister"), person("Anna B. Lind", "Stockholm's envoy"))


def test_an_item_of_wikidata_decides() -> None:
    assert like(person("Kirby", wikidata="Q1"), person("John Kirby", wikidata="Q2")) is None
    assert like(person("Kirby", wikidata="Q1"), person("John Kirby", wikidata="Q1")) == 1


def test_kinds_are_never_one() -> None:
    assert like(person("Ford"), Profile("x", "Ford", COMPANY)) is None


def test_the_legal_form_of_a_company_makes_no_difference() -> None:
    assert is_joined(Profile("1", "Acme Corp.", COMPANY), Profile("2", "Acme", COMPANY))
    assert like(Profile("1", "Acme Corp.", COMPANY), Profile("2", "Acme Bank", COMPANY)) is None


@pytest.mark.parametrize("name", ["Jr", "—", "Inc", "Li", "Ed", "Sr Jr Iii"])
def test_odd_names_are_compared_without_fail(name: str) -> None:
    for kind in SpeakerKind:
        assert block(name, kind)
        likeness(Profile("1", name, kind), Profile("2", name + "x", kind))
