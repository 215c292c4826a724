"""Reading passages: with a network that knows a few words, and with the model that comes with claimtrack."""

import math
import time
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack.domain.spans import cut, overlap
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.parsed import paragraph_spans
from claimtrack.extract.quotes import quotations
from claimtrack.model.assemble import TYPES
from claimtrack.model.confidence import SIGNS, Calibration
from claimtrack.model.labels import LABELS, Floats
from claimtrack.model.links import DISTANCES, WIDTH
from claimtrack.model.loading import AttributionModel, load_model
from claimtrack.model.passages import Passage, Quoted, Tagged
from claimtrack.model.tagger import TOGETHER, Tagger, arrays
from claimtrack.model.windows import windows_of
from claimtrack.model.words import Integers, read_words
from tests.model.build import VOCABULARY, lines, moves, read, tokenizer

KNOWN = {"mara": "B-source", "keller": "E-source", "vogel": "S-source", "said": "S-cue", "toll": "S-content"}
"""What the network that knows a few words takes them for, by their first pieces."""
SENTENCES = [
    "Mara Keller said the bridge would open in May.",
    "“Nobody will pay a toll,” said Ruth Vogel. “Not once.”",
    "Borduria has denied such claims, calling them “absurd.”",
    "The toll, according to the Daily Herald newspaper, will fall.",
    *["Keller said ", "José", "e\u0301", "“", "”", '"', "\u200bdenied", "said", "\n", "😀", "[SEP]", "x" * 300],
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map(" ".join)
SOME = settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


class FewWords:
    """A network that knows a few words, and prefers any source and any cue to none."""

    def __init__(self) -> None:
        self.read: list[tuple[int, ...]] = []
        """Shapes of what was read."""

    def run(self, names: None, inputs: dict[str, Integers]) -> list[Floats]:
        """Emissions, link vectors and scores of cues."""
        self.read.append(inputs["pieces"].shape)
        firsts = np.take_along_axis(inputs["pieces"], inputs["firsts"], axis=1)
        emissions = np.zeros((*firsts.shape, len(LABELS)), dtype=np.float32)
        for word, label in KNOWN.items():
            emissions[firsts == VOCABULARY.index(word), LABELS.index(label)] = 20
        extras = np.zeros((*firsts.shape, 2 + len(TYPES)), dtype=np.float32)
        extras[:, :, :2] = -9
        return [emissions, np.zeros((*firsts.shape, 6 * WIDTH), dtype=np.float32), extras]


def _tagger(pieces: int = 256, session: FewWords | None = None, least: float = 0.0) -> Tagger:
    near = np.zeros((2, DISTANCES), dtype=np.float32)
    calibration = Calibration(math.log(3), [0.0] * len(SIGNS))
    network = session or FewWords()
    return Tagger(AttributionModel("few words", network, tokenizer(), pieces, moves(), near, calibration, least))


def _passage(text: str) -> Passage:
    return Passage(text, lines(text), [])


def _words(text: str, found: list[Tagged]) -> list[tuple[str, str, str]]:
    """Source, cue and content."""
    return [(cut(text, each.source), cut(text, each.cue), cut(text, each.content)) for each in found]


def _said(*texts: str, pieces: int = 256) -> list[list[tuple[str, str, str]]]:
    """What the network that knows a few words finds in each text."""
    found = _tagger(pieces).read([_passage(text) for text in texts])
    return [_words(text, each) for text, each in zip(texts, found, strict=True)]


@cache
def _trained() -> Tagger:
    return Tagger(load_model())


def _read(text: str) -> list[Tagged]:
    """What the model that comes with claimtrack finds in a text."""
    (found,) = _trained().read([_real(text)])
    return found


def _real(text: str) -> Passage:
    paragraphs = list(paragraph_spans(text))
    return Passage(text, paragraphs, [Quoted(q.outer, q.inner, q.single) for q in quotations(text, paragraphs)])


def test_a_tagger_is_named_by_its_model() -> None:
    assert _tagger().name == "few words"


def test_an_attribution_is_found_with_its_words() -> None:
    assert _said("In May Mara Keller said that tolls fell.") == [[("Mara Keller", "said", "tolls")]]


def test_each_passage_has_its_own_attributions() -> None:
    assert _said("He said toll", "Vogel said tollgates") == [
        [("", "said", "toll")],
        [("Vogel", "said", "tollgates")],
    ]


def test_passages_stay_in_their_order_whatever_their_lengths() -> None:
    texts = [f"{'so ' * count}Vogel said toll{'s' * (count % 2)}" for count in (3, 90, 0, 41, 8)]
    assert _said(*texts) == [[("Vogel", "said", "toll" + "s" * (count % 2))] for count in (3, 90, 0, 41, 8)]


def test_attributions_of_all_windows_come_in_the_order_of_the_text() -> None:
    text = "Vogel said tolls fell\nso so so Vogel said tollgates\nVogel said toll"
    assert _said(text, pieces=10) == [
        [("Vogel", "said", "tolls"), ("Vogel", "said", "tollgates"), ("Vogel", "said", "toll")]
    ]


def test_paragraphs_of_one_window_are_read_together() -> None:
    assert _said("Vogel said\ntolls", pieces=256) == [[("Vogel", "said", "tolls")]]


def test_nothing_is_found_across_windows() -> None:
    assert _said("Vogel said\ntolls", pieces=5) == [[]]


def test_no_passages_give_no_lists() -> None:
    assert _tagger().read([]) == []


EMPTY = {"no text": Passage("", [], []), "a text without paragraphs": Passage(" \n ", [], [])}


@pytest.mark.parametrize("passage", EMPTY.values(), ids=EMPTY)
def test_an_empty_list_comes_of(passage: Passage) -> None:
    assert _tagger().read([passage]) == [[]]


def test_an_empty_passage_keeps_its_place_among_others() -> None:
    assert _said("Vogel said toll", "", "Vogel said tolls") == [
        [("Vogel", "said", "toll")],
        [],
        [("Vogel", "said", "tolls")],
    ]


def test_a_paragraph_without_words_does_not_stop_the_others() -> None:
    assert _said("\u200b\nVogel said toll") == [[("Vogel", "said", "toll")]]


def test_confidence_is_the_calibration_s() -> None:
    ((found,),) = _tagger().read([_passage("Vogel said toll")])
    assert found.confidence == pytest.approx(0.75)


def test_what_the_model_is_not_sure_enough_of_is_left_out() -> None:
    assert _tagger(least=0.76).read([_passage("Vogel said toll")]) == [[]]


def test_type_is_the_model_s() -> None:
    ((found,),) = _tagger().read([_passage("Vogel said toll")])
    assert found.type is AttributionType.STATEMENT


def test_each_window_is_read_by_itself() -> None:
    session = FewWords()
    _tagger(pieces=8, session=session).read([_passage("so so so so so\n" * 3), _passage("so")])
    assert sorted(session.read) == [(1, 3), (1, 7), (1, 7), (1, 7)]


def test_reading_goes_on_before_anything_is_taken() -> None:
    session = FewWords()
    begun = _tagger(session=session).begin([_passage("Vogel said toll")])
    deadline = time.monotonic() + 10
    while not session.read and time.monotonic() < deadline:
        time.sleep(0.01)
    assert session.read
    assert [len(found) for found in begun] == [1]


def test_an_error_of_the_network_comes_where_the_passage_is_taken() -> None:
    class Fails(FewWords):
        def run(self, names: None, inputs: dict[str, Integers]) -> list[Floats]:
            raise RuntimeError("out of order")

    begun = _tagger(session=Fails()).begin([_passage("Vogel said toll")])
    with pytest.raises(RuntimeError, match="out of order"):
        next(begun)


def test_a_window_says_what_it_says_alone_whatever_is_labelled_with_it() -> None:
    text = "\n".join([SENTENCES[0] * 20, "“It rose,” said Ruth Vogel. " * 30, SENTENCES[2] * 12, SENTENCES[3] * 15])
    passage = _real(text)
    windows = windows_of(read_words(load_model().tokenizer, text, passage.paragraphs, passage.quoted))
    assert 1 < len(windows) <= TOGETHER
    alone = [_read(text[window.spans[0].start : window.spans[-1].end]) for window in windows]
    assert [each.confidence for each in _read(text)] == [each.confidence for found in alone for each in found]


def test_what_a_window_says_does_not_depend_on_the_rest_of_its_passage() -> None:
    first, second = SENTENCES[0] * 20, "“It rose,” said Ruth Vogel. " * 30
    apart, together = _read(first), _read(f"{first}\n{second}")
    assert together[: len(apart)] == apart


def test_what_a_passage_says_does_not_depend_on_its_neighbors() -> None:
    texts = ["Mara Keller said the toll fell.", "“It rose,” said Ruth Vogel.\n" * 3, "The ministry denied it in May."]
    passages = [_real(text) for text in texts]
    assert _trained().read(passages) == [_trained().read([passage])[0] for passage in passages]


def test_inputs_are_padded_with_zeros_to_the_longest() -> None:
    windows = windows_of(read("Keller said tolls"), 256) + windows_of(read("fell"), 256)
    inputs = arrays(windows)
    assert inputs["pieces"].shape == inputs["shapes"].shape == inputs["marks"].shape == (2, 6)
    assert inputs["firsts"].tolist() == [[1, 2, 3], [1, 0, 0]]
    assert not inputs["pieces"][1, 3:].any()


@SOME
@given(TEXTS)
@example("\n".join(SENTENCES[:4] * 12))
def test_offsets_of_the_trained_model_lie_inside_the_text(text: str) -> None:
    for each in _read(text):
        for span in (*each.source, *each.cue, *each.content):
            assert 0 <= span.start < span.end <= len(text)


@SOME
@given(TEXTS)
@example("\n".join(SENTENCES[:4] * 12))
def test_spans_of_one_role_are_in_order_and_apart(text: str) -> None:
    for each in _read(text):
        for spans in (each.source, each.cue, each.content):
            assert all(left.end <= right.start for left, right in pairwise(spans))


@SOME
@given(TEXTS)
@example("\n".join(SENTENCES[:4] * 12))
def test_the_roles_of_an_attribution_do_not_overlap(text: str) -> None:
    for each in _read(text):
        assert not overlap(each.cue, each.content)
        assert not overlap(each.source, [*each.cue, *each.content])


@SOME
@given(TEXTS)
@example("\n".join(SENTENCES[:4] * 12))
def test_every_attribution_of_the_trained_model_has_a_cue_a_content_and_a_confidence(text: str) -> None:
    for each in _read(text):
        assert each.cue
        assert each.content
        assert 0 <= each.confidence <= 1


def test_attributions_of_the_trained_model_come_in_the_order_of_their_cues() -> None:
    starts = [each.cue[0].start for each in _read("\n".join(SENTENCES[:4] * 12))]
    assert starts == sorted(starts)


def test_the_trained_model_reads_a_text_the_same_again() -> None:
    text = "\n".join(SENTENCES[:4])
    assert _read(text) == _read(text)


def test_empty_passages_stay_empty_among_others() -> None:
    found = _trained().read([_real(text) for text in ("", SENTENCES[0], " \n", "\n".join(SENTENCES[:4] * 12))])
    assert [len(found), found[0], found[2]] == [4, [], []]


def test_the_trained_model_keeps_the_order_of_passages() -> None:
    short, long = SENTENCES[0], "\n".join(SENTENCES[:4] * 12)
    found = _trained().read([_real(text) for text in (short, long, short)])
    ends = [max((span.end for each in tagged for span in each.content), default=0) for tagged in found]
    assert ends[0] == ends[2] <= len(short)
