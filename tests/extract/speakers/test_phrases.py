"""Sources cut into the phrases that speak, on a hand-built parse."""

from claimtrack.extract.speakers.phrases import split_units
from claimtrack.extract.speakers.register import Register
from tests.extract.build import parsed

JOINED = """
    The DT det 2
    company NN nsubj 6
    and CC cc 2
    its PRP$ poss 5
    founder NN conj 2
    agreed VBD ROOT 6
"""

OWNED = """
    a DT det 2
    friend NN nsubj 8
    of IN prep 2
    the DT det 5
    mayor NN pobj 3
    and CC cc 5
    judge NN conj 5
    agreed VBD ROOT 8
"""


def _phrases(table: str, size: int) -> list[str]:
    doc = parsed(table).paragraphs[0].doc
    units = split_units(list(doc[:size]), 0, Register())
    return [" ".join(token.text for token in unit.tokens) for unit in units]


def test_what_and_joins_is_two_phrases() -> None:
    assert _phrases(JOINED, 5) == ["The company", "its founder"]


def test_what_and_joins_inside_a_phrase_stays_in_it() -> None:
    assert _phrases(OWNED, 7) == ["a friend of the mayor and judge"]


def test_punctuation_alone_holds_no_phrase() -> None:
    assert _phrases(", , ROOT 1", 1) == []
