"""From labels and links to attributions."""

import math

import pytest

from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.model.assemble import TYPES, Found, Pairing, assemble
from claimtrack.model.labels import Chunk
from tests.model.build import labels, pairing

WORDS = [Span(start, start + 3) for start in range(10, 60, 5)]
"""Offsets of the words of a window."""
ODDS_OF_THREE = math.log(3)
"""What one score has to be above another for shares of three quarters and a quarter."""


def _found(names: str, links: Pairing | None = None) -> list[Found]:
    return assemble(labels(names), links or pairing(len(names.split())))


def _one(names: str, links: Pairing | None = None) -> Found:
    (found,) = _found(names, links)
    return found


def _starts(chunks: tuple[Chunk, ...]) -> list[int]:
    return [chunk.start for chunk in chunks]


def test_types_stay_in_the_order_that_models_are_trained_with() -> None:
    assert [str(kind) for kind in TYPES] == ["statement", "belief", "intention", "evidence"]


def test_a_source_a_cue_and_a_content_are_an_attribution() -> None:
    found = _one("B-source E-source S-cue B-content I-content E-content", pairing(6, sources={(2, 0): 1}))
    assert (found.source, found.cue, found.content) == ((Chunk(0, 0, 2),), (Chunk(1, 2, 3),), (Chunk(2, 3, 6),))


NOTHING = {
    "no label": "O O O",
    "a cue without content": "S-source S-cue O",
    "a content without a cue": "S-source O S-content",
    "a source alone": "S-source O O",
}


@pytest.mark.parametrize("names", NOTHING.values(), ids=NOTHING)
def test_no_attribution_is_made_of(names: str) -> None:
    assert _found(names) == []


def test_a_cue_that_no_content_belongs_to_makes_none() -> None:
    found = _found("S-cue S-content S-cue", pairing(3, contents={(0, 1): 0, (2, 1): 1}))
    assert [_starts(each.cue) for each in found] == [[2]]


def test_a_window_without_sources_has_attributions_without_them() -> None:
    assert _one("S-cue S-content").source == ()


def test_a_cue_takes_its_likeliest_source() -> None:
    links = pairing(4, sources={(2, 0): 1, (2, 1): 2})
    assert _starts(_one("S-source S-source S-cue S-content", links).source) == [1]


def test_a_cue_that_likelier_has_no_source_takes_none() -> None:
    links = pairing(3, sources={(1, 0): 1}, sourceless={1: 2})
    assert _one("S-source S-cue S-content", links).source == ()


def test_two_cues_may_have_the_same_source() -> None:
    links = pairing(5, sources={(1, 0): 1, (3, 0): 1}, contents={(1, 2): 1, (3, 4): 1})
    found = _found("S-source S-cue S-content S-cue S-content", links)
    assert [_starts(each.source) for each in found] == [[0], [0]]


def test_each_cue_chooses_for_itself_whether_it_has_a_source() -> None:
    links = pairing(5, sources={(1, 0): 1, (3, 0): 1}, sourceless={3: 2}, contents={(1, 2): 1, (3, 4): 1})
    found = _found("S-source S-cue S-content S-cue S-content", links)
    assert [_starts(each.source) for each in found] == [[0], []]


def test_a_content_goes_to_its_likeliest_cue() -> None:
    links = pairing(4, contents={(0, 1): 1, (0, 3): 1, (2, 1): 2, (2, 3): 0})
    found = _found("S-cue S-content S-cue S-content", links)
    assert [(_starts(each.cue), _starts(each.content)) for each in found] == [([0], [3]), ([2], [1])]


def test_a_content_that_likelier_has_no_cue_is_left_out() -> None:
    links = pairing(3, contents={(1, 0): 1, (1, 2): 1}, cueless={2: 2})
    assert _starts(_one("S-content S-cue S-content", links).content) == [0]


def test_a_cue_whose_only_content_likelier_has_none_makes_none() -> None:
    assert _found("S-cue S-content", pairing(2, contents={(0, 1): 1}, cueless={1: 2})) == []


def test_pieces_of_a_content_stay_in_the_order_of_the_text() -> None:
    assert _starts(_one("S-content S-cue S-content O S-content").content) == [0, 2, 4]


def test_attributions_come_in_the_order_of_their_cues() -> None:
    links = pairing(4, contents={(0, 3): 1, (1, 2): 1})
    found = _found("S-cue S-cue S-content S-content", links)
    assert [(_starts(each.cue), _starts(each.content)) for each in found] == [([0], [3]), ([1], [2])]


@pytest.mark.parametrize("kind", AttributionType)
def test_the_type_is_the_likeliest(kind: AttributionType) -> None:
    assert _one("S-cue S-content", pairing(2, types={0: kind})).type is kind


def test_the_type_is_that_of_the_first_word_of_a_cue() -> None:
    links = pairing(3, types={0: AttributionType.BELIEF, 1: AttributionType.EVIDENCE})
    assert _one("B-cue E-cue S-content", links).type is AttributionType.BELIEF


def test_scores_of_having_no_source_or_no_cue_say_nothing_of_the_type() -> None:
    links = pairing(2, sourceless={0: 9}, cueless={0: 9}, types={0: AttributionType.INTENTION})
    assert _one("S-cue S-content", links).type is AttributionType.INTENTION


def test_a_source_is_as_sure_as_it_is_likelier_than_none() -> None:
    links = pairing(3, sources={(1, 0): ODDS_OF_THREE})
    assert _one("S-source S-cue S-content", links).source_share == pytest.approx(0.75)


def test_two_sources_that_are_alike_share_with_none() -> None:
    links = pairing(4, sources={(2, 0): 0, (2, 1): 0})
    assert _one("S-source S-source S-cue S-content", links).source_share == pytest.approx(1 / 3)


def test_having_no_source_is_sure_where_there_is_none() -> None:
    assert _one("S-cue S-content").source_share == pytest.approx(1)


def test_the_only_cue_of_a_window_is_sure() -> None:
    assert _one("S-cue S-content").cue_share == pytest.approx(1)


def test_a_cue_is_as_sure_as_it_is_likelier_than_none() -> None:
    links = pairing(2, contents={(0, 1): ODDS_OF_THREE}, cueless={1: 0})
    assert _one("S-cue S-content", links).cue_share == pytest.approx(0.75)


def test_a_cue_is_as_sure_as_the_least_sure_piece_of_its_content() -> None:
    links = pairing(4, contents={(0, 1): 9, (0, 2): ODDS_OF_THREE})
    assert _one("S-cue S-content S-content S-cue", links).cue_share == pytest.approx(0.75)


def test_very_high_scores_are_no_error() -> None:
    links = pairing(4, sources={(1, 0): 1e4}, contents={(1, 2): 1e4, (3, 2): -1e4})
    found = _one("S-source S-cue S-content S-cue", links)
    assert (found.source_share, found.cue_share) == (1, 1)


def test_spans_reach_from_the_first_word_to_the_last() -> None:
    found = _one("B-source I-source E-source S-cue B-content E-content", pairing(6, sources={(3, 0): 1}))
    assert found.spans(WORDS) == ((Span(10, 23),), (Span(25, 28),), (Span(30, 38),))


def test_an_attribution_without_a_source_has_no_span_of_it() -> None:
    source, _, _ = _one("S-cue S-content").spans(WORDS)
    assert source == ()


def test_each_piece_of_a_content_is_a_span() -> None:
    _, _, content = _one("B-content E-content S-cue S-content").spans(WORDS)
    assert content == (Span(10, 18), Span(25, 28))
