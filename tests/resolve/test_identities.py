"""Who of the speakers are one."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.domain.profiles import Profile
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.resolve import identities
from claimtrack.resolve.identities import joined, suggestions

AUSTIN = "US Secretary of Defense"


def person(name: str, *descriptions: str, merged: str | None = None) -> Profile:
    return Profile(name, name, SpeakerKind.PERSON, descriptions, merged_into=merged)


def apart(*names: str) -> set[frozenset[str]]:
    return {frozenset(names)}


FULL, MIDDLE, SHORT = person("Lloyd Austin"), person("Lloyd J. Austin", AUSTIN), person("Austin", "defense secretary")


def test_the_plainest_full_name_stands_for_all() -> None:
    everybody = [SHORT, MIDDLE, FULL]
    assert joined(everybody, ()) == dict.fromkeys(["Austin", "Lloyd J. Austin", "Lloyd Austin"], "Lloyd Austin")


def test_whom_two_could_be_is_joined_with_neither() -> None:
    role = "minister of justice"
    people = [person("Boris Johnson", role), person("Alan Johnson", role), person("Johnson", role)]
    assert joined(people, ()) == {each.id: each.id for each in people}


def test_what_an_analyst_merged_is_one_under_the_name_chosen() -> None:
    people = [person("Bobby", merged="Robert Peel"), person("Robert Peel"), person("Robert X. Peel")]
    assert set(joined(people, ()).values()) == {"Robert Peel"}


def test_what_an_analyst_told_apart_stays_apart() -> None:
    roots = joined([FULL, MIDDLE], apart("Lloyd Austin", "Lloyd J. Austin"))
    assert roots == {"Lloyd Austin": "Lloyd Austin", "Lloyd J. Austin": "Lloyd J. Austin"}


def test_a_third_does_not_bring_together_whom_an_analyst_told_apart() -> None:
    roots = joined([FULL, MIDDLE, SHORT], apart("Lloyd Austin", "Lloyd J. Austin"))
    assert roots["Lloyd Austin"] != roots["Lloyd J. Austin"]


def test_whom_an_analyst_merged_into_somebody_not_at_hand_stands_alone() -> None:
    assert joined([person("Kirby", merged="gone")], ()) == {"Kirby": "Kirby"}


def test_the_likely_but_not_joined_are_suggested_but_for_those_told_apart() -> None:
    people = [person("Joseph Biden"), person("Joe Biden"), person("Mary Biden")]
    assert [each[:2] for each in suggestions(people, ())] == [("Joe Biden", "Joseph Biden")]
    assert suggestions(people, apart("Joe Biden", "Joseph Biden")) == []


def test_those_who_are_joined_are_not_suggested() -> None:
    assert suggestions([FULL, MIDDLE], ()) == []


NAMES = ["Ann Lee", "Ann B. Lee", "A. Lee", "Lee", "Anne Lee", "Ann C. Lee"]
PEOPLE = st.lists(st.builds(person, st.sampled_from(NAMES), st.sampled_from(["", "chief of police", "Danish chief"])))


@given(PEOPLE, st.randoms())
def test_the_order_of_speakers_makes_no_difference(people: Sequence[Profile], shuffle: random.Random) -> None:
    distinct = list({each.id: each for each in people}.values())
    shuffled = shuffle.sample(distinct, len(distinct))
    assert joined(shuffled, ()) == joined(distinct, ())
    assert suggestions(shuffled, ()) == suggestions(distinct, ())


@pytest.mark.parametrize("people", [[], [FULL]])
def test_nobody_and_somebody_alone_are_themselves(people: list[Profile]) -> None:
    assert joined(people, ()) == {each.id: each.id for each in people}


def test_a_merge_stands_whatever_else_was_told_apart() -> None:
    people = [person("Ann Lee", merged="Voice"), person("A. Lee", merged="Voice"), person("Voice")]
    assert set(joined(people, apart("Ann Lee", "A. Lee")).values()) == {"Voice"}


def test_nobody_is_joined_through_a_chain_with_whom_they_contradict() -> None:
    people = [
        person("Jack Smith", "mayor of Springfield"),
        person("J. Smith", "mayor of Springfield"),
        person("J. A. Smith", "mayor of Springfield"),
        person("Jonathan A. Smith", "mayor of Springfield"),
    ]
    roots = joined(people, ())
    assert roots["Jack Smith"] != roots["Jonathan A. Smith"]


def test_a_name_written_out_stands_for_one_with_an_initial() -> None:
    people = [person("A. Lee", "chief of staff"), person("Zoe Anders"), person("Ann Lee", "chief of staff")]
    assert joined(people, ())["A. Lee"] == "Ann Lee"


SOUNDS = ["Zelensky", "Zelenskyy", "Zelenko", "Volodymyr Zelensky", "V. Zelenskyy", "Oleg Zelenko", "Olena Zelenska"]


@given(
    st.lists(st.sampled_from(SOUNDS), unique=True, min_size=2),
    st.data(),
)
@settings(max_examples=60)
def test_comparing_those_that_sound_alike_finds_what_comparing_all_does(names: list[str], data: st.DataObject) -> None:
    merged = [data.draw(st.sampled_from([None, *names])) for _ in names]
    items = [data.draw(st.sampled_from([None, None, "Q1", "Q2"])) for _ in names]
    people = [
        Profile(name, name, SpeakerKind.PERSON, ("president",), item, None if into == name else into)
        for name, into, item in zip(names, merged, items, strict=True)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identities, "sound", lambda name, kind: "")
        every = joined(people, ()), suggestions(people, ())
    assert (joined(people, ()), suggestions(people, ())) == every


GIVEN = ["Bill", "William", "Will", "W.", "Bob", "Alexander", "Sandy", "Alexandra", "Mohammed", "Muhammad", "M.", ""]


@given(st.lists(st.sampled_from([f"{name} Smith".strip() for name in GIVEN]), unique=True, min_size=2), st.data())
@settings(max_examples=60)
def test_leaving_out_other_given_names_finds_what_comparing_all_does(names: list[str], data: st.DataObject) -> None:
    told = [data.draw(st.sampled_from([(), ("mayor of Derby",), ("French envoy",)])) for _ in names]
    items = [data.draw(st.sampled_from([None, None, "Q1", "Q2"])) for _ in names]
    people = [
        Profile(name, name, SpeakerKind.PERSON, words, item)
        for name, words, item in zip(names, told, items, strict=True)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identities, "given", lambda name, kind: None)
        every = joined(people, ()), suggestions(people, ())
    assert (joined(people, ()), suggestions(people, ())) == every


def test_bearers_of_one_surname_with_other_given_names_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def compared(one: Profile, other: Profile) -> None:
        raise AssertionError(f"{one.name} was compared with {other.name}")

    monkeypatch.setattr(identities, "likeness", compared)
    people = [person(f"{name} Smith") for name in ("Anna", "Boris", "Carla", "Dmitri", "Emil", "Fatima")]
    assert joined(people, ()) == {each.id: each.id for each in people}
