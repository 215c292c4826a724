"""How far a document tells who speaks, and how it was found who it is."""

import pytest

from tests.extract.speakers.passages import answered

CLASSES = {
    "a name": ("s1[Ruth Vogel] said c1[no].", "named"),
    "a document": ("s1[The report] said c1[no].", "named"),
    "a function": ("s1[A Kremlin spokesperson] said c1[no].", "role"),
    "several": ("s1[Two officials] said c1[no].", "group"),
    "nothing but a person": ("s1[A person familiar with the matter] said c1[no].", "unnamed"),
    "a wish": ("s1[An official] who asked not to be named said c1[no].", "unnamed"),
    "a wish with its reason": (
        "s1[An official], who asked not to be named because he was not authorised to speak, said c1[no].",
        "unnamed_reason",
    ),
    "a reason of something else": (
        "c1[The bank could fail because of the storm], s1[a lawyer] speaking on condition of anonymity said.",
        "unnamed",
    ),
    "anonymity of several": ("s1[Two officials], speaking on condition of anonymity, said c1[no].", "unnamed"),
    "a wish told of in the sentence behind": (
        "s1[Two bankers] said c1[no]. The bankers asked not to be identified because the talks are private.",
        "unnamed_reason",
    ),
    "a name withheld": ("s1[A nurse], who asked that her name be withheld, said c1[no].", "unnamed"),
    "speaking anonymously": ("s1[A nurse], speaking anonymously for fear of her job, said c1[no].", "unnamed_reason"),
    "a group in public": ("s1[Western diplomats] said c1[no].", "group"),
    "told earlier": (
        "s1[An official] who asked not to be named said c1[no]. s2[The official] added c2[that it was late].",
        "unnamed",
    ),
}


@pytest.mark.parametrize(("passage", "anonymity"), CLASSES.values(), ids=CLASSES)
def test_the_class_of(passage: str, anonymity: str) -> None:
    assert [speaker.anonymity.value for speaker in answered(passage)[-1].speakers] == [anonymity]


WAYS = {
    "a name in full": ("s1[Ruth Vogel] said c1[no].", "name"),
    "a surname": ("Ruth Vogel came. s1[Vogel] said c1[no].", "short_name"),
    "a capital": ("s1[Moscow] said c1[no].", "short_name"),
    "a pronoun": ("Ruth Vogel came. s1[She] said c1[no].", "pronoun"),
    "a first person": ("s1[Ruth Vogel] said c1[“s2[I] promised c2[to come]”].", "first_person"),
    "a description": ("Putin's aide Yuri Ushakov came. s1[The aide] said c1[no].", "description"),
    "a pair": ("Iran met Iraq. s1[Both countries] said c1[no].", "pair"),
    "nobody": ("s1[A Kremlin spokesperson] said c1[no].", "described"),
}


@pytest.mark.parametrize(("passage", "way"), WAYS.values(), ids=WAYS)
def test_a_speaker_is_found_by(passage: str, way: str) -> None:
    speaker = answered(passage)[-1].speakers[0]
    assert speaker.found_by is not None
    assert speaker.found_by.value == way
    assert 0 < (speaker.score or 0) < 1
