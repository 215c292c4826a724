"""Speakers who are not in the source."""

from tests.extract.speakers.passages import answered, names


def test_who_stands_behind_by_speaks_where_no_source_is_found() -> None:
    assert names("c1[The closure] q1[was announced] by Norrail Holdings on Friday.") == ["Norrail Holdings"]


def test_a_passive_cue_without_by_has_no_speaker() -> None:
    assert names("c1[The closure] q1[was announced] on Friday.") == []


def test_whom_a_medium_cites_speaks_and_the_medium_carries_it() -> None:
    (found,) = answered("s1[Reuters] q1[cited] Iraqi oil official Haidar Mansouri as saying c1[exports would resume].")
    assert ([speaker.name for speaker in found.speakers], found.via) == (["Haidar Mansouri"], "Reuters")


def test_a_dateline_is_no_part_of_the_source() -> None:
    assert names("s1[NAIROBI, Sept 6 - Two diplomats] said c1[the rebels had left].") == ["Two diplomats"]


def test_a_list_of_persons_is_read_whole() -> None:
    passage = "s1[Former ministers Anna Weber, Paul Meier and Ruth Vogel] warned c1[that the port would silt up]."
    assert names(passage) == ["Anna Weber", "Paul Meier", "Ruth Vogel"]


def test_two_nouns_for_one_person_are_one_speaker() -> None:
    assert names("s1[Her grandson and lawyer, Paul Meier,] said c1[that she cared].") == ["Paul Meier"]


def test_a_name_behind_more_words_on_the_noun_is_found() -> None:
    assert names("s1[The prefect of Hautmarne, Paul Meier,] ordered c1[the evacuation].") == ["Paul Meier"]
