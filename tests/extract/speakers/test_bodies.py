"""Bodies that are called by what they are."""

import pytest

from tests.extract.speakers.passages import answered, names

TAKEN_UP = {
    "by a word of the name": (
        "The Federal Office of Food Hygiene warned shoppers. s1[The agency] said c1[the dough was unsafe].",
        "Federal Office of Food Hygiene",
    ),
    "by a known acronym": ("NATO scrambled its jets. s1[The alliance] denied c1[a crossing].", "NATO"),
    "by the kind of its work": (
        "Himalaya Relief Network counted the dead. s1[The aid group] said c1[roads were cut].",
        "Himalaya Relief Network",
    ),
    "by its country": (
        "Shares fell. s1[Thorvex Pharma] said c1[no]. s2[The Danish drugmaker] added c2[that it would sue].",
        "Thorvex Pharma",
    ),
    "a firm that the recognizer does not know": (
        "Kiddiwink has recalled its ducks. Kiddiwink sold many. s1[The toymaker] says c1[that no child was hurt].",
        "Kiddiwink",
    ),
    "a group that gives itself a name": (
        "A group calling itself Grey Heron stole records. s1[The group] demanded c1[a ransom].",
        "Grey Heron",
    ),
}


@pytest.mark.parametrize(("passage", "name"), TAKEN_UP.values(), ids=TAKEN_UP)
def test_a_body_is_taken_up(passage: str, name: str) -> None:
    assert names(passage) == [name]


KEPT = {
    "one that was introduced without a name": (
        "Harlow Steel sold its mill to a rival firm. s1[The firm] said c1[it was glad].",
        "firm",
    ),
    "another sort of body": ("The Consumer Guild met. s1[The hospital] said c1[no].", "hospital"),
    "a part of a crowd": ("Bloomberg asked a group of voters. s1[The group] liked c1[the plan].", "group"),
}


@pytest.mark.parametrize(("passage", "name"), KEPT.values(), ids=KEPT)
def test_a_body_keeps_its_description_rather_than_a_wrong_name(passage: str, name: str) -> None:
    assert names(passage) == [name]


def test_an_unknown_name_that_acts_is_an_organization() -> None:
    found = answered("Kiddiwink recalled ducks. Kiddiwink sold many. s1[The toymaker] says c1[that no child was hurt].")
    assert [speaker.kind.value for speaker in found[0].speakers] == ["organization"]


NAMED_BEHIND = {
    "called": ("s1[Its owner, a Cypriot firm called Delmare,] said c1[the box was broken].", "Delmare"),
    "known only as": ("s1[The insurgents' commander, known only as Tango,] said c1[it was empty].", "Tango"),
    "a name that somebody gives": (
        "s1[A passenger, who gave her name only as Ulla Brandt,] said c1[she smelled smoke].",
        "Ulla Brandt",
    ),
}


@pytest.mark.parametrize(("passage", "name"), NAMED_BEHIND.values(), ids=NAMED_BEHIND)
def test_a_name_may_stand_behind_what_bears_it(passage: str, name: str) -> None:
    assert names(f"It was late. {passage}") == [name]
