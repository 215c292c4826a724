"""Definite descriptions."""

import pytest

from tests.extract.speakers.passages import answered, names

TAKEN_UP = {
    "the aide": (
        "Putin's aide Yuri Ushakov spoke to reporters. s1[The aide] said c1[the visit was on].",
        "Yuri Ushakov",
    ),
    "the minister, by a longer role": (
        "Finance Minister Clara Holm resigned. s1[The minister] said c1[she was tired].",
        "Clara Holm",
    ),
    "a role in an apposition": (
        "Rosa Diaz, a lawyer for the family, filed suit. s1[The lawyer] said c1[the case was strong].",
        "Rosa Diaz",
    ),
    "the spokesperson, said of a spokeswoman": (
        "Ministry spokeswoman Lena Falk took questions. s1[The spokesperson] said c1[nothing was decided].",
        "Lena Falk",
    ),
    "an unnamed speaker of before": (
        "s1[A Kremlin spokesperson] said c1[no]. s2[The spokesperson] added c2[that it was late].",
        "Kremlin spokesperson",
    ),
    "the ministry": (
        "South Korea's defense ministry published figures. s1[The ministry] said c1[they were final].",
        "South Korea's defense ministry",
    ),
    "the department": (
        "The State Department changed its advice. s1[The department] said c1[travel was unsafe].",
        "State Department",
    ),
    "the company, named in what it said": (
        "c1[Harlow Steel will close its mill], s1[the company] announced.",
        "Harlow Steel",
    ),
    "the only firm about": (
        "Engineers from Harlow Steel came on Monday. s1[The company] said c1[it was a flare].",
        "Harlow Steel",
    ),
    "a person by herself": (
        "Justice minister Clara Holm left the clinic. s1[The minister herself] said c1[she was well].",
        "Clara Holm",
    ),
    "an age": ("Deon Achterberg left the pitch. s1[The 27-year-old] said c1[he was done].", "Deon Achterberg"),
    "somebody's parent": ("Ruth Vogel was sorting towels. s1[The mother of two] said c1[it hissed].", "Ruth Vogel"),
    "a function that nobody was given": (
        "Paul Buckner brought a barrow of books. s1[The retired teacher] said c1[nobody had read them].",
        "Paul Buckner",
    ),
    "what somebody did": (
        "Anton Berg founded a bakery. Ruth Vogel ran it. s1[The founder] said c1[it was late].",
        "Anton Berg",
    ),
    "what somebody was made": (
        "Anton Berg founded a shop and hired Ruth Vogel as its chief executive. s1[The chief executive] said c1[no].",
        "Ruth Vogel",
    ),
    "a second role, behind the name": (
        "Her brother Ivan Kovac, the firm's bookkeeper, came. s1[The bookkeeper] said c1[no].",
        "Ivan Kovac",
    ),
    "a priest by his title": ("Father Paul Meier came. Ruth Vogel left. s1[The priest] said c1[no].", "Paul Meier"),
    "one of a country": ("Above the camp, Paul Meier turned round. s1[The Pole] said c1[it was cold].", "Paul Meier"),
    "the administration": (
        "Critics of the Biden administration spoke. s1[The administration] rejected c1[the charge].",
        "Biden administration",
    ),
}


@pytest.mark.parametrize(("passage", "name"), TAKEN_UP.values(), ids=TAKEN_UP)
def test_a_definite_description_takes_up(passage: str, name: str) -> None:
    assert names(passage) == [name]


KEPT = {
    "an indefinite one": ("Putin's aide Yuri Ushakov spoke. s1[An aide] said c1[no].", "aide"),
    "another office": ("Senator Rosa Diaz spoke. s1[The governor] said c1[no].", "governor"),
    "a representative is no senator": ("Rep. Rosa Diaz spoke. s1[The senator] said c1[no].", "senator"),
    "a former president is no president": (
        "Former President Paul Meier spoke. s1[The president] said c1[no].",
        "president",
    ),
    "another country's minister": (
        "French Finance Minister Clara Holm spoke. s1[The German minister] said c1[no].",
        "German minister",
    ),
    "two who could be meant": (
        "Paul Buckner met Ruth Vogel. s1[The retired teacher] said c1[no].",
        "retired teacher",
    ),
    "who is introduced anew": ("Paul Buckner left. s1[The official] said c1[no].", "official"),
    "somebody's kin or agent": ("Paul Meier left. s1[The dead man's agent] said c1[no].", "dead man's agent"),
    "of another gender": ("Paul Buckner left. He wept. s1[The actress] said c1[no].", "actress"),
    "another ministry": (
        "South Korea's defense ministry spoke. s1[The finance ministry] said c1[no].",
        "finance ministry",
    ),
}


@pytest.mark.parametrize(("passage", "name"), KEPT.values(), ids=KEPT)
def test_a_description_is_kept_rather_than_given_a_wrong_name(passage: str, name: str) -> None:
    assert names(passage) == [name]


def test_a_second_description_right_behind_the_first_is_somebody_else() -> None:
    passage = "Anna Weber wrote the novel. s1[The author] said c1[no]. s2[The translator] said c2[yes]."
    assert names(passage) == ["translator"]


def test_a_kept_description_of_a_person_is_anonymous() -> None:
    (attribution,) = answered("Senator Rosa Diaz spoke. s1[The governor] said c1[no].")
    assert attribution.anonymous
