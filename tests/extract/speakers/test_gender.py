"""Which pronoun may stand for whom."""

import pytest

from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers.entities import Entity, Gender, RawName
from claimtrack.extract.speakers.gender import gender_of_honorific, gender_of_words, settle_gender


def _person(name: str, *roles: str) -> Entity:
    return Entity(name, SpeakerKind.PERSON, words=tuple(name.split()), roles=list(roles))


def _mention(text: str, honorific: str) -> RawName:
    return RawName(0, 1, 1, (text,), text, "PERSON", honorific)


@pytest.mark.parametrize(
    ("honorific", "gender"), [("mr.", Gender.MALE), ("ms.", Gender.FEMALE), ("dr.", None), ("", None)]
)
def test_a_courtesy_title_tells_the_gender_or_nothing(honorific: str, gender: Gender | None) -> None:
    assert gender_of_honorific(honorific) is gender


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("White House spokeswoman", Gender.FEMALE),
        ("committee chairman", Gender.MALE),
        ("senior official", None),
        ("husband and wife", None),
    ],
)
def test_a_noun_of_a_description_tells_the_gender_unless_two_disagree(words: str, gender: Gender | None) -> None:
    assert gender_of_words(words) is gender


def test_a_known_given_name_tells_the_gender() -> None:
    person = _person("Maria Zakharova")
    settle_gender(person, [])
    assert person.gender is Gender.FEMALE


def test_a_courtesy_title_outweighs_the_given_name() -> None:
    person = _person("Andrea Bocelli")
    settle_gender(person, [_mention("Bocelli", "mr.")])
    assert person.gender is Gender.MALE


def test_an_unknown_given_name_leaves_the_gender_open() -> None:
    person = _person("Xzyvan Qorb")
    settle_gender(person, [])
    assert person.gender is None


def test_kin_of_a_role_speaks_for_the_person_and_not_for_the_owner() -> None:
    person = _person("Xzyvan Qorb", "the king's daughter")
    settle_gender(person, [])
    assert person.gender is Gender.FEMALE
