"""How sure an attribution is."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.vocabulary import AttributionType
from claimtrack.model.assemble import Found
from claimtrack.model.confidence import SIGNS, Calibration, signs
from claimtrack.model.labels import LABELS, Chunk, Floats
from tests.model.build import labels

NAMES = "B-source E-source B-cue E-cue B-content I-content E-content S-content"
LABELED = labels(NAMES)
FOUND = Found(
    source=(Chunk(0, 0, 2),),
    cue=(Chunk(1, 2, 4),),
    content=(Chunk(2, 4, 7), Chunk(2, 7, 8)),
    type=AttributionType.STATEMENT,
    source_share=0.5,
    cue_share=0.5,
)
EVEN = [0.0] * len(SIGNS)


def _shares(but: dict[int, float] | None = None) -> Floats:
    """How likely the labels are: nine tenths for each word's own, or what is given for a word."""
    shares = np.zeros((len(LABELED), len(LABELS)), dtype=np.float32)
    for word, label in enumerate(LABELED):
        shares[word] = 0.1 / (len(LABELS) - 1)
        shares[word, label] = (but or {}).get(word, 0.9)
    return shares


def _odds(found: Found = FOUND, but: dict[int, float] | None = None) -> dict[str, float]:
    """The odds that each sign stands for."""
    values = signs(found, LABELED, _shares(but))
    return {name: math.exp(value) for name, value in zip(SIGNS, values, strict=True)}


def _only(sign: str) -> Calibration:
    """Weighs one sign alone."""
    return Calibration(0, [float(name == sign) for name in SIGNS])


def test_there_is_a_value_for_each_sign() -> None:
    assert len(signs(FOUND, LABELED, _shares())) == len(SIGNS)


LEAST = {
    "first word of a cue": (2, "cue"),
    "last word of a cue": (3, "cue"),
    "first word of a source": (0, "source"),
    "last word of a source": (1, "source"),
    "first word of a content": (4, "content begins"),
    "first word of a content's second piece": (7, "content begins"),
    "last word of a content": (6, "content ends"),
    "last word of a content's second piece": (7, "content ends"),
}


@pytest.mark.parametrize(("word", "sign"), LEAST.values(), ids=LEAST)
def test_an_unlikely_label_counts_of_the(word: int, sign: str) -> None:
    assert _odds(but={word: 0.2})[sign] == pytest.approx(0.25, rel=1e-4)


@pytest.mark.parametrize(("word", "sign"), LEAST.values(), ids=LEAST)
def test_an_unlikely_label_counts_for_no_other_role_of_the(word: int, sign: str) -> None:
    changed = {name for name, odds in _odds(but={word: 0.2}).items() if odds != pytest.approx(_odds()[name])}
    assert {name.split()[0] for name in changed} == {sign.split(maxsplit=1)[0]}


def test_an_unlikely_label_inside_a_content_does_not_count() -> None:
    assert _odds(but={5: 0.2}) == _odds()


def test_the_share_of_another_label_does_not_count() -> None:
    shares = _shares()
    shares[0, LABELS.index("O")] = 0.99
    assert signs(FOUND, LABELED, shares) == signs(FOUND, LABELED, _shares())


def test_links_count_by_their_shares() -> None:
    odds = _odds(replace(FOUND, source_share=0.8, cue_share=0.75))
    assert (odds["source link"], odds["cue link"]) == (pytest.approx(4), pytest.approx(3))


def test_whether_there_is_no_source_is_a_sign() -> None:
    place = SIGNS.index("no source")
    without = replace(FOUND, source=())
    assert (signs(FOUND, LABELED, _shares())[place], signs(without, LABELED, _shares())[place]) == (0, 1)


def test_labels_of_a_source_that_is_not_there_are_neither_likely_nor_unlikely() -> None:
    assert _odds(replace(FOUND, source=()))["source"] == 1


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_what_is_certain_has_a_finite_sign(share: float) -> None:
    values = signs(
        replace(FOUND, source_share=share, cue_share=share), LABELED, _shares(dict.fromkeys(range(8), share))
    )
    assert all(map(math.isfinite, values))


def test_confidence_is_even_where_nothing_is_weighed() -> None:
    assert Calibration(0, EVEN).probability(signs(FOUND, LABELED, _shares())) == 0.5


@pytest.mark.parametrize("share", [0.01, 0.5, 0.8])
def test_a_sign_weighed_alone_gives_back_its_share(share: float) -> None:
    values = signs(replace(FOUND, cue_share=share), LABELED, _shares())
    assert _only("cue link").probability(values) == pytest.approx(share)


def test_the_bias_is_the_log_odds_of_what_shows_no_sign() -> None:
    assert Calibration(math.log(3), [1.0] * len(SIGNS)).probability(EVEN) == pytest.approx(0.75)


@given(st.lists(st.floats(-9, 9), min_size=len(SIGNS), max_size=len(SIGNS)), st.sampled_from(SIGNS))
def test_a_better_sign_never_lowers_the_confidence(values: list[float], sign: str) -> None:
    better = [value + (name == sign) for name, value in zip(SIGNS, values, strict=True)]
    calibration = Calibration(-1, [0.5] * len(SIGNS))
    assert 0 < calibration.probability(values) <= calibration.probability(better) <= 1


@pytest.mark.parametrize("count", [0, len(SIGNS) - 1, len(SIGNS) + 1])
def test_a_weight_for_each_sign_is_needed(count: int) -> None:
    with pytest.raises(ValueError, match=f"calibration has {count} weights, not {len(SIGNS)}"):
        Calibration(0, [0.0] * count)
