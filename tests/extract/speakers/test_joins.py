"""Names that the recognizer cuts, and surnames of several words."""

import pytest

from tests.extract.speakers.hand import entities, register
from tests.extract.speakers.passages import names

WHOLE = {
    "a particle and what is behind it": (
        "Joris/NNP van/NNP den/NNP Abeele/NNP came/VBD ./.",
        {"Joris_van": "PERSON", "Abeele": "GPE"},
        "Joris van den Abeele",
    ),
    "a given name read as a body": (
        "Chantelle/NNP Oakes/NNP came/VBD ./.",
        {"Chantelle": "ORG", "Oakes": "PERSON"},
        "Chantelle Oakes",
    ),
    "a body with for and the": (
        "The/DT Front/NNP for/IN the/DT Delta/NNP came/VBD ./.",
        {"Front": "ORG", "Delta": "LOC"},
        "Front for the Delta",
    ),
    "an article of another language": (
        "Pictures/NNS of/IN Médecins/NNS du/NNP Delta/NNP came/VBD ./.",
        {"Delta": "ORG"},
        "Médecins du Delta",
    ),
}


@pytest.mark.parametrize(("sentence", "labels", "name"), WHOLE.values(), ids=WHOLE)
def test_a_cut_name_is_made_whole(sentence: str, labels: dict[str, str], name: str) -> None:
    assert [entity.name for entity in entities(register(sentence, **labels))] == [name]


BY_SURNAME = {
    "particles": ("Pieter van den Abeele counted. s1[Van den Abeele] said c1[no].", "Pieter van den Abeele"),
    "a hyphen": ("Cardinal Benedetto Asti-Ruiz spoke. s1[Asti-Ruiz] said c1[no].", "Benedetto Asti-Ruiz"),
}


@pytest.mark.parametrize(("passage", "name"), BY_SURNAME.values(), ids=BY_SURNAME)
def test_a_surname_of_several_words_is_known_again(passage: str, name: str) -> None:
    assert names(passage) == [name]


def test_initials_begin_a_persons_name() -> None:
    found = register("J.T./NNP Buckner/NNP came/VBD ./.", **{"J.T._Buckner": "ORG"})
    assert [entity.kind.value for entity in entities(found)] == ["person"]


def test_a_platform_is_no_person() -> None:
    found = register("He/PRP wrote/VBD on/IN Telegram/NNP ./.", Telegram="PERSON")
    assert [entity.kind.value for entity in entities(found)] == ["organization"]
