"""Sources of every form, answered over whole passages by the real pipeline."""

import pytest

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers import name_speakers
from tests.extract.speakers.passages import answered, names, parsed, read

NAMED = {
    "a surname, by the full name before": ("Yuri Ushakov arrived. s1[Ushakov] said c1[no].", ["Yuri Ushakov"]),
    "a surname, by the full name after": ("s1[Ushakov] said c1[no]. Yuri Ushakov then left.", ["Yuri Ushakov"]),
    "the fullest form of the name": (
        "Joe Biden came. Later Joseph R. Biden Jr. spoke. s1[Biden] said c1[no].",
        ["Joseph R. Biden Jr."],
    ),
    "a family name that stands first": ("Xi Jinping spoke on Monday. s1[Xi] said c1[no].", ["Xi Jinping"]),
    "a title in front": ("s1[US Secretary of Defense Lloyd Austin] said c1[no].", ["Lloyd Austin"]),
    "an owner in front": ("s1[Putin's aide Yuri Ushakov] said c1[no].", ["Yuri Ushakov"]),
    "an apposition behind": ("s1[John Kirby, a spokesperson for US national security,] said c1[no].", ["John Kirby"]),
    "an apposition in front": ("s1[Her campaign manager, Robert Mook,] said c1[no].", ["Robert Mook"]),
    "party and state in brackets": ("s1[Sen. Bernie Sanders (I-Vt.)] said c1[no].", ["Bernie Sanders"]),
    "an age": ("s1[Jane Doe, 34,] said c1[no].", ["Jane Doe"]),
    "a courtesy title": ("Paul Meier came. s1[Mr. Meier] said c1[no].", ["Paul Meier"]),
    "the subject of an inversion": ("c1[“No,”] said s1[Paul Meier].", ["Paul Meier"]),
    "a possessive": ("Paul Meier came. s1[Meier's] claim c1[that it rained] was false.", ["Paul Meier"]),
    "two names joined": ("s1[Anna Weber and Paul Meier] said c1[no].", ["Anna Weber", "Paul Meier"]),
    "a list with a remainder": (
        "s1[The US, South Korea, and other nations] accused c1[him].",
        ["United States", "South Korea"],
    ),
    "a pronoun and a name": (
        "Paul Meier came to Rome. s1[He and Chinese leader Xi Jinping] pledged c1[unity].",
        ["Paul Meier", "Xi Jinping"],
    ),
    "a name and a group": (
        "s1[Anna Weber and many observers] said c1[no].",
        ["Anna Weber", "many observers"],
    ),
    "names in apposition to a plural": (
        "s1[Three economists, Anna Weber, Paul Meier and John Kirby,] said c1[no].",
        ["Anna Weber", "Paul Meier", "John Kirby"],
    ),
    "a capital": ("s1[Moscow] denied c1[the report].", ["Russia"]),
    "a country": ("s1[The Philippines] protested c1[against the move].", ["Philippines"]),
    "a seat of government": ("s1[The White House] said c1[no].", ["White House"]),
    "a seat of government by another name": ("s1[10 Downing Street] said c1[no].", ["Downing Street"]),
    "a body with its country": (
        "c1[Shots were fired], according to s1[South Korea's Joint Chiefs of Staff].",
        ["South Korea's Joint Chiefs of Staff"],
    ),
    "a ministry": ("s1[South Korea's defense ministry] said c1[no].", ["South Korea's defense ministry"]),
    "a medium with its noun": ("c1[It rained], according to s1[the official Izvestia newspaper].", ["Izvestia"]),
    "the providers of images": (
        "s1[Aerial images from Planet Labs and Maxar Technologies] show c1[a bridge].",
        ["Planet Labs", "Maxar Technologies"],
    ),
    "an acronym that was spelled out": (
        "The World Health Organization met. s1[The WHO] warned c1[of a new wave].",
        ["World Health Organization"],
    ),
    "a document": ("s1[The report] says c1[it rained].", ["report"]),
    "a group": ("s1[Western leaders] reaffirmed c1[their support].", ["Western leaders"]),
}


@pytest.mark.parametrize(("passage", "expected"), NAMED.values(), ids=NAMED)
def test_a_source_is_answered_for(passage: str, expected: list[str]) -> None:
    assert names(passage) == expected


HARD = {
    "a surname is not its owner's campaign": (
        "Anna Weber ran. s1[The Weber campaign] said c1[no].",
        ["Weber campaign"],
    ),
    "an owner is not the speaker": ("s1[Anna Weber's lawyer] said c1[no].", ["Anna Weber's lawyer"]),
    "a person is not the city of the same name": (
        "Denzel Washington smiled. s1[Mr. Washington] said c1[no].",
        ["Denzel Washington"],
    ),
    "an object of the role is not the speaker": (
        "s1[Rosa Diaz, who worked for Paul Meier,] said c1[no].",
        ["Rosa Diaz"],
    ),
    "a courtesy title parts two of one surname": (
        "Bill Clinton and Hillary Clinton came. s1[Mrs. Clinton] said c1[no].",
        ["Hillary Clinton"],
    ),
    "a bare surname means the one the document is about": (
        "Hillary Clinton spoke. Hillary Clinton left. Her husband, Bill Clinton, ate.\ns1[Clinton] said c1[no].",
        ["Hillary Clinton"],
    ),
    "a predecessor of the same family is not meant": (
        "Kim Jong Il, the predecessor of the leader, built it. Kim Jong Un came. s1[Kim] said c1[no].",
        ["Kim Jong Un"],
    ),
    "a company that was named after somebody else": ("s1[Goldman Sachs] said c1[no].", ["Goldman Sachs"]),
}


@pytest.mark.parametrize(("passage", "expected"), HARD.values(), ids=HARD)
def test_a_wrong_name_is_not_given(passage: str, expected: list[str]) -> None:
    assert names(passage) == expected


ROLES = {
    "a title": ("s1[US Secretary of Defense Lloyd Austin] said c1[no].", "US Secretary of Defense", "United States"),
    "an owner's aide": ("s1[Putin's aide Yuri Ushakov] said c1[no].", "Putin's aide", None),
    "an apposition": (
        "s1[Rosa Diaz, a spokeswoman for the State Department,] said c1[no].",
        "spokeswoman for the State Department",
        "State Department",
    ),
    "an apposition after an age": (
        "s1[Jane Doe, 34, president of the chess club,] said c1[no].",
        "president of the chess club",
        None,
    ),
    "a body in front of the noun": (
        "s1[White House spokesman Paul Meier] said c1[no].",
        "White House spokesman",
        "White House",
    ),
    "a campaign": (
        "s1[Trump campaign manager Anna Weber] said c1[no].",
        "Trump campaign manager",
        "Trump campaign",
    ),
    "a leader of a country": ("s1[Chinese leader Xi Jinping] said c1[no].", "Chinese leader", "China"),
    "a former office speaks for nobody": (
        "s1[Former White House spokesman Paul Meier] said c1[no].",
        "Former White House spokesman",
        None,
    ),
    "a nominee speaks for no body": (
        "s1[Republican presidential nominee Donald Trump] said c1[no].",
        "Republican presidential nominee",
        None,
    ),
    "a role carried from before": (
        "French President Emmanuel Macron came. s1[Macron] said c1[no].",
        "French President",
        "France",
    ),
    "a courtesy title is no role": ("s1[Mr. Paul Meier] said c1[no].", None, None),
    "a relative clause is no role": ("s1[Paul Meier, who lives in Ohio,] said c1[no].", None, None),
    "an unnamed spokesperson": ("s1[A Kremlin spokesperson] said c1[no].", "spokesperson", "Kremlin"),
    "an unnamed official": (
        "s1[A senior North Korean official] said c1[no].",
        "senior North Korean official",
        "North Korea",
    ),
}


@pytest.mark.parametrize(("passage", "role", "affiliation"), ROLES.values(), ids=ROLES)
def test_role_and_affiliation(passage: str, role: str | None, affiliation: str | None) -> None:
    (speaker,) = answered(passage)[-1].speakers
    assert (speaker.role, speaker.affiliation) == (role, affiliation)


ANONYMOUS = {
    "a senior North Korean official": ("senior North Korean official", SpeakerKind.PERSON),
    "a person familiar with the matter": ("person familiar with the matter", SpeakerKind.PERSON),
    "one of his speakers": ("one of his speakers", SpeakerKind.PERSON),
    "officials": ("officials", SpeakerKind.GROUP),
    "some Republican lawmakers": ("some Republican lawmakers", SpeakerKind.GROUP),
    "two senators": ("two senators", SpeakerKind.GROUP),
    "people close to the campaign": ("people close to the campaign", SpeakerKind.GROUP),
    "three intelligence sources who spoke to us": ("three intelligence sources", SpeakerKind.GROUP),
    "a New Hampshire Republican": ("New Hampshire Republican", SpeakerKind.PERSON),
}


@pytest.mark.parametrize(("source", "answer"), ANONYMOUS.items(), ids=ANONYMOUS)
def test_unnamed_speakers_keep_their_description(source: str, answer: tuple[str, SpeakerKind]) -> None:
    (attribution,) = answered(f"On Monday s1[{source}] said c1[no].")
    (speaker,) = attribution.speakers
    assert attribution.anonymous
    assert (speaker.name, speaker.kind) == answer


PUBLIC = {
    "Western leaders": SpeakerKind.GROUP,
    "House Republicans": SpeakerKind.GROUP,
    "the Russian government": SpeakerKind.GOVERNMENT,
    "the finance ministry": SpeakerKind.ORGANIZATION,
    "Beijing": SpeakerKind.GOVERNMENT,
    "Amnesty International": SpeakerKind.ORGANIZATION,
    "a Quinnipiac University poll": SpeakerKind.DOCUMENT,
}


@pytest.mark.parametrize(("source", "kind"), PUBLIC.items(), ids=PUBLIC)
def test_bodies_and_public_groups_are_not_anonymous(source: str, kind: SpeakerKind) -> None:
    (attribution,) = answered(f"On Monday s1[{source}] said c1[no].")
    assert not attribution.anonymous
    assert [speaker.kind for speaker in attribution.speakers] == [kind]


def test_a_missing_source_leaves_no_speaker() -> None:
    (attribution,) = answered("It q1[was announced] c1[that the talks had failed].")
    assert (attribution.speakers, attribution.anonymous) == ((), True)


def test_the_attributions_come_back_in_the_order_given_and_otherwise_unchanged() -> None:
    passage = read("s1[Anna Weber] q1[said] c1[no]. s2[Paul Meier] q2[said] c2[yes].")
    given = passage.attributions()[::-1]
    found = name_speakers(parsed(passage.text), given)
    assert [(a.id, a.source, a.cue, a.content) for a in found] == [(a.id, a.source, a.cue, a.content) for a in given]


def test_one_source_of_two_statements_is_one_speaker() -> None:
    passage = read("s1[A diplomat] q1[said] c1[no] and q2[added] c2[that it was late].")
    first = passage.attributions()[0]
    second = Attribution("s2", first.source, tuple(passage.spans[2]["q"]), tuple(passage.spans[2]["c"]))
    found = name_speakers(parsed(passage.text), [first, second])
    assert found[0].speakers == found[1].speakers


def test_no_attributions_cost_nothing() -> None:
    assert name_speakers(parsed("It rained."), []) == []


def test_the_same_text_gets_the_same_answer() -> None:
    passage = "Anna Weber met Paul Meier. s1[She] said c1[no]. s2[He] said c2[yes]."
    assert answered(passage) == answered(passage)


@pytest.mark.parametrize("text", ["s1[,] said c1[no].", "s1[…] c1[no]", "s1[A]: c1[No.]", "s1[\u200b] said c1[no]."])
def test_odd_sources_are_survived(text: str) -> None:
    assert answered(text)[0].source
