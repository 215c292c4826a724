"""What the form of a cue says of the time."""

import pytest

from claimtrack.extract.dates.tense import Tense, cue_tense, is_present_perfect
from tests.extract.build import attribution, parsed

SAID = "Kirby NNP nsubj 2\nsaid VBD ROOT 2 say\nso RB advmod 2"
SAYS = "Kirby NNP nsubj 2\nsays VBZ ROOT 2 say\nso RB advmod 2"
HAS_SAID = "Kirby NNP nsubj 3\nhas VBZ aux 3 have\nsaid VBN ROOT 3 say"
HAD_SAID = "Kirby NNP nsubj 3\nhad VBD aux 3 have\nsaid VBN ROOT 3 say"
WILL_SAY = "Kirby NNP nsubj 3\nwill MD aux 3\nsay VB ROOT 3"
KEEPS_SAYING = "Kirby NNP nsubj 2\nkeeps VBZ ROOT 2 keep\nsaying VBG xcomp 2 say"
OFTEN_SAYS = "Kirby NNP nsubj 3\noften RB advmod 3\nsays VBZ ROOT 3 say"
WAS_ANNOUNCED = "It PRP nsubjpass 3\nwas VBD auxpass 3 be\nannounced VBN ROOT 3 announce"
ADDING = "Kirby NNP ROOT 1\nadding VBG acl 1 add"
ACCORDING = "failed VBD ROOT 1 fail\naccording VBG prep 1 accord\nto IN prep 2"
CLAIM = "the DT det 2\nclaim NN ROOT 2\nthat IN mark 2"


@pytest.mark.parametrize(
    ("sentence", "cue", "tense"),
    [
        (SAID, "said", Tense.PAST),
        (SAYS, "says", Tense.PRESENT),
        (HAS_SAID, "has said", Tense.LOOSE),
        (HAD_SAID, "said", Tense.LOOSE),
        (WILL_SAY, "will say", Tense.LOOSE),
        (KEEPS_SAYING, "keeps saying", Tense.LOOSE),
        (OFTEN_SAYS, "says", Tense.LOOSE),
        (WAS_ANNOUNCED, "was announced", Tense.PAST),
        (ADDING, "adding", Tense.NONE),
        (ACCORDING, "according to", Tense.NONE),
        (CLAIM, "claim", Tense.NONE),
        (SAID, "", Tense.NONE),
    ],
)
def test_tense_is_read_from_verb_auxiliaries_and_adverbs(sentence: str, cue: str, tense: Tense) -> None:
    document = parsed(sentence)
    assert cue_tense(document.tokens(attribution(document, cue=cue).cue)) is tense


@pytest.mark.parametrize(("sentence", "perfect"), [(HAS_SAID, True), (HAD_SAID, False), (SAID, False)])
def test_only_the_present_perfect_is_one(sentence: str, perfect: bool) -> None:
    document = parsed(sentence)
    assert is_present_perfect(document.tokens(attribution(document, cue="said").cue)) is perfect
