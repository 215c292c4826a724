"""Denials told by their meaning, with an encoder made by hand."""

from collections.abc import Sequence

import pytest

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.extract.denials.meanings import BY_MEANING, Meanings
from claimtrack.extract.denials.pairs import SIGNS
from claimtrack.extract.lexicons import table
from claimtrack.extract.pipeline import Extractor
from tests.extract.build import attribution, parsed
from tests.extract.test_denials import ACCUSED, denials_of

WORTHWHILE = tuple(float(table("denials")["answers"][name] > 0) for name in SIGNS)
WORTHLESS = tuple(0.0 for _ in SIGNS)


class Encoder:
    """Points each text along the weights of denials, or against them, and counts what it is asked."""

    def __init__(self, sign: float) -> None:
        weights = table("denials")[BY_MEANING]["of answers"]
        length = sum(weight * weight for weight in weights) ** 0.5
        self._vector = [sign * weight / length for weight in weights]
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[list[float]]:
        self.asked += texts
        return [self._vector for _ in texts]


def test_what_sounds_like_a_denial_is_likelier_to_be_one() -> None:
    found = [Meanings(Encoder(sign)).likelihood(WORTHWHILE, "the books are in order", "theft") for sign in (1, -1)]
    assert found[0] > found[1]


def test_a_content_is_encoded_once() -> None:
    encoder = Encoder(1)
    meanings = Meanings(encoder)
    for _ in range(2):
        meanings.likelihood(WORTHWHILE, "the books are in order", "theft")
    assert sorted(encoder.asked) == ["the books are in order", "theft"]


def test_a_pair_that_shows_nothing_is_not_looked_at() -> None:
    encoder = Encoder(1)
    assert Meanings(encoder).likelihood(WORTHLESS, "the weather was fine", "theft") == 0.0
    assert encoder.asked == []


FED = """
Borduria NNP nsubj 2
said     VBD ROOT  2 say
it       PRP nsubj 4
feeds    VBZ ccomp 2 feed
towns    NNS dobj  4 town
.        .   punct 2
"""


def _accused_and_fed(encode: Encoder, stance: str) -> Attribution:
    """What Borduria, accused, says of feeding towns."""
    document = parsed(ACCUSED, FED)
    accusation = attribution(document, id="a", cue="accused", content="Borduria of shelling", speakers=("Syldavia",))
    reply = attribution(document, id="b", cue="said", content="it feeds towns", speakers=("Borduria",), stance=stance)
    return denials_of(document, [accusation, reply], encode)[1]


@pytest.mark.parametrize(("sign", "stance"), [(1, "denies"), (-1, "asserts")])
def test_a_statement_denies_by_its_meaning(sign: int, stance: str) -> None:
    assert _accused_and_fed(Encoder(sign), "asserts").stance == stance


def test_what_denies_by_its_own_words_needs_no_encoder() -> None:
    encoder = Encoder(1)
    _accused_and_fed(encoder, "denies")
    assert encoder.asked == []


def test_the_program_tells_a_denial_that_has_no_word_of_the_accusation() -> None:
    text = (
        "Auditors say that the treasurer took cash from the club's till.\n\n"
        "“Every cent is in the books,” said the treasurer, Olga Brandt."
    )
    ((_, found),) = Extractor().annotate([Document("a", text)])
    assert [each.stance for each in found if "cent" in text[each.content[0].start : each.content[0].end]] == ["denies"]
