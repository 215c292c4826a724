"""Kin, and two of one surname."""

import pytest

from tests.extract.speakers.passages import answered, names

KIN = {
    "the other of a brother and a sister": (
        "Maria Kovac found the safe. Her brother Ivan Kovac followed her. s1[His sister] said c1[that was not true].",
        "Maria Kovac",
    ),
    "by the owner's name": (
        "Maria Kovac and her brother Ivan Kovac came. s1[Maria Kovac's brother] said c1[no].",
        "Ivan Kovac",
    ),
    "who is named only afterwards": (
        "Ibai Etxea will join in May, according to s1[his father]. c2[“He signs,”] s2[Koldo Etxea] said. c1[no].",
        "Koldo Etxea",
    ),
    "the younger by a suffix": (
        "Otis Freeman Sr. preached. His son, Otis Freeman Jr., played. s1[The younger Freeman] said c1[it was a bear].",
        "Otis Freeman Jr.",
    ),
    "the elder by her child": (
        "Alma Stone spoke. Her daughter Vera Stone wept. s1[The elder Stone] said c1[it was late].",
        "Alma Stone",
    ),
}


@pytest.mark.parametrize(("passage", "name"), KIN.values(), ids=KIN)
def test_kin_are_named(passage: str, name: str) -> None:
    assert [speaker.name for speaker in answered(passage)[0].speakers] == [name]


KEPT = {
    "of the wrong gender": "Maria Kovac left. Her sister Ana Kovac came. s1[Her brother] said c1[no].",
    "with no name anywhere": "Maria Kovac left. s1[Her mother] said c1[no].",
    "of another surname": "Maria Kovac left. s1[Her mother] said c1[no]. Ruth Vogel wept.",
}


@pytest.mark.parametrize("passage", KEPT.values(), ids=KEPT)
def test_kin_without_a_name_keep_their_description(passage: str) -> None:
    assert names(passage) in (["brother"], ["mother"])


def test_a_father_and_a_son_of_one_name_are_two() -> None:
    found = answered("s1[Otis Freeman Sr.] said c1[no]. s2[Otis Freeman Jr.] said c2[yes].")
    assert [each.speakers[0].name for each in found] == ["Otis Freeman Sr.", "Otis Freeman Jr."]
