"""Who "he", "she", "they", "it", "I" and "who" are."""

import pytest

from tests.extract.speakers.passages import answered, names

HE_OR_SHE = {
    "the subject of the sentence before": (
        "s1[Yuri Ushakov] said c1[the visit would go ahead]. s2[He] added c2[that talks would follow].",
        "Yuri Ushakov",
    ),
    "the speaker, not the one spoken of": (
        "s1[Anna Weber] said c1[that Paul Meier had lied]. s2[She] called c2[it a scandal].",
        "Anna Weber",
    ),
    "by gender, though the other is nearer": (
        "Anna Weber met Paul Meier on Monday. s1[She] said c1[the talks went well].",
        "Anna Weber",
    ),
    "the subject of the clause around": (
        "s1[Paul Meier] said c1[s2[he] believed c2[in the plan]].",
        "Paul Meier",
    ),
    "what the sentence before is about, not the last speaker": (
        "c1[“It is hers,”] s1[Yewande Bright] said. Captain Anna Weber smiled. c2[“Ask Bright,”] s2[she] said.",
        "Anna Weber",
    ),
    "across a quotation full of other names": (
        "s1[Paul Meier] spoke on Tuesday. c1[“Boris Kern is wrong. Kern knows nothing,”] s2[he] said c2[later].",
        "Paul Meier",
    ),
    "with a courtesy title as the only hint": (
        "Mr. Qorb met Ms. Zyxan in the capital. s1[She] said c1[the deal was off].",
        "Zyxan",
    ),
    "an unnamed speaker before": (
        "s1[A senior official] said c1[the plan was dead]. s2[He] refused c2[to give details].",
        "senior official",
    ),
    "whom a new paragraph names, not the last speaker": (
        "Zo Kern came. s1[Zo Kern] said c1[it was late].\nXo Qorb disagreed: c2[“It was early,”] s2[he] said.",
        "Xo Qorb",
    ),
    "the first of two paragraphs' speakers": (
        "s1[Maria Lopez] opened the meeting.\nc2[“We need more money,”] s2[she] said.",
        "Maria Lopez",
    ),
}


@pytest.mark.parametrize(("passage", "name"), HE_OR_SHE.values(), ids=HE_OR_SHE)
def test_he_or_she_is(passage: str, name: str) -> None:
    assert names(passage) == [name]


def test_who_was_he_once_is_no_she_later() -> None:
    passage = "s1[Anna Weber] said c1[it was late]. s2[Xo Qorb] came. c3[“Yes,”] s3[he] said. s4[She] said c4[no]."
    assert names(passage) == ["Anna Weber"]


def test_he_is_nobody_where_only_a_woman_was_named() -> None:
    assert names("Anna Weber left early. s1[He] said c1[it was late].") == []


def test_a_pronoun_without_anybody_before_it_is_anonymous() -> None:
    (attribution,) = answered("s1[He] said c1[it was late].")
    assert attribution.anonymous
    assert attribution.speakers == ()


def test_he_inside_a_quotation_is_not_its_speaker() -> None:
    passage = "Boris Kern resigned on Friday. s1[Paul Meier] said: c1[“s2[He] promised c2[to stay].”]"
    assert names(passage) == ["Boris Kern"]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    passage = "c1[“s2[I] think c2[this is wrong],”] s1[Anna Weber] said."
    assert names(passage) == ["Anna Weber"]


def test_we_inside_a_quotation_is_its_speaker() -> None:
    passage = "s1[Paul Meier] said: c1[“s2[We] believe c2[in free trade].”]"
    assert names(passage) == ["Paul Meier"]


def test_i_outside_quotations_is_the_author() -> None:
    (attribution,) = answered("s1[I] believe c1[this is wrong].", author="Nora Stone")
    assert [speaker.name for speaker in attribution.speakers] == ["Nora Stone"]


def test_i_without_a_known_author_is_nobody() -> None:
    assert names("s1[I] believe c1[this is wrong].") == []


def test_you_is_nobody() -> None:
    assert names("Anna Weber arrived. s1[You] said c1[it was late].") == []


def test_they_are_the_several_speakers_before() -> None:
    passage = "s1[Anna Weber and Paul Meier] said c1[no]. s2[They] added c2[that time was short]."
    assert names(passage) == ["Anna Weber", "Paul Meier"]


def test_they_are_the_group_that_spoke_before() -> None:
    passage = "s1[Republican senators] rejected c1[the bill]. s2[They] said c2[it cost too much]."
    assert names(passage) == ["Republican senators"]


def test_they_are_the_names_joined_in_the_subject_before() -> None:
    assert names("Anna Weber and Paul Meier met on Monday. s1[They] said c1[all was well].") == [
        "Anna Weber",
        "Paul Meier",
    ]


def test_they_are_not_things_in_the_plural() -> None:
    assert names("Wages rose in March. s1[They] said c1[it was the best month].") == []


def test_it_is_the_organization_that_spoke_before() -> None:
    passage = "s1[The Foreign Ministry] denied c1[the report]. s2[It] called c2[the claim baseless]."
    assert names(passage) == ["Foreign Ministry"]


def test_it_is_never_a_person() -> None:
    assert names("Anna Weber arrived. s1[It] said c1[the road was closed].") == []


def test_who_is_the_name_before_it() -> None:
    assert names("They praised Anna Weber, s1[who] said c1[she would stay].") == ["Anna Weber"]


def test_which_is_the_organization_before_it() -> None:
    assert names("The report came from Reuters, s1[which] said c1[the talks had failed].") == ["Reuters"]


def test_who_behind_an_apposition_is_the_name_that_it_belongs_to() -> None:
    passage = "The plan came from Gov. John Kasich of Ohio, a Republican s1[who] said c1[he would not run]."
    assert names(passage) == ["John Kasich"]


SHOWN = {
    "several": ("Romney released his returns in 2012, though s1[they] q1[exposed] c1[a low rate].", "returns"),
    "one": ("The network first published the video. s1[It] q1[shows] c1[an officer].", "video"),
}


@pytest.mark.parametrize(("passage", "name"), SHOWN.values(), ids=SHOWN)
def test_things_that_show_something(passage: str, name: str) -> None:
    assert names(passage) == [name]


def test_who_says_something_is_no_thing() -> None:
    assert names("The Allied Union published the video. s1[It] q1[said] c1[that it was real].") == ["Allied Union"]


def test_examples_are_not_who_speaks() -> None:
    passage = "s1[Critics of the plan, like Senators Rosa Diaz of Iowa, and Paul Meier of Ohio,] q1[said] c1[no]."
    assert names(passage) == ["Critics of the plan"]
