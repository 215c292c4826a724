"""Which speakers are the same."""

import pytest

from claimtrack.domain.attribution import Speaker
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.resolve.speakers import speaker_id

PERSON, GROUP = SpeakerKind.PERSON, SpeakerKind.GROUP


def key(name: str, kind: SpeakerKind = PERSON, document: str = "one", *, anonymous: bool = False) -> str:
    return speaker_id(Speaker(name, kind), document, anonymous=anonymous)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("John Kirby", "JOHN KIRBY"),
        ("Emmanuel Macron", "Emmanuel  Macron"),
        ("José Muñoz", "Jose Munoz"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("The White House", "White House"),
    ],
)
def test_case_accents_punctuation_and_article_make_no_difference(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_another_name_is_another_speaker() -> None:
    assert key("John Kirby") != key("Jack Kirby")


def test_another_kind_is_another_speaker() -> None:
    assert key("Washington", PERSON) != key("Washington", SpeakerKind.GOVERNMENT)


def test_a_named_speaker_is_the_same_in_every_document() -> None:
    assert key("John Kirby", document="one") == key("John Kirby", document="two")


def test_an_unnamed_speaker_is_another_one_in_every_document() -> None:
    names = {key("senior official", document=document, anonymous=True) for document in ("one", "two")}
    assert len(names) == 2


def test_names_without_a_word_are_kept_apart() -> None:
    assert key("—", GROUP) != key("***", GROUP)
