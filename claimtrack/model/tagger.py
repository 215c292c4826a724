"""Reading documents with the model: one window after another, and from each its attributions."""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from claimtrack.model.assemble import Pairing, assemble
from claimtrack.model.confidence import signs
from claimtrack.model.crf import best_labels, marginals
from claimtrack.model.labels import Floats
from claimtrack.model.loading import AttributionModel
from claimtrack.model.passages import Passage, Tagged
from claimtrack.model.threads import NetworkThreads
from claimtrack.model.windows import Window, windows_of
from claimtrack.model.words import Integers, read_words

__all__ = ["TOGETHER", "Tagger", "arrays", "padded"]

TOGETHER = 4
"""Windows that are labelled in one go: few, so that even a short article has work for every thread."""


class Tagger:
    """Runs a model over passages."""

    def __init__(self, model: AttributionModel) -> None:
        self._model = model
        self._threads = NetworkThreads()

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    def read(self, passages: Sequence[Passage]) -> list[list[Tagged]]:
        """The attributions of each passage in the order of their cues, those that the model is sure enough of."""
        return list(self.begin(passages))

    def begin(self, passages: Sequence[Passage]) -> Iterator[list[Tagged]]:
        """The same as an iterator, for which the network works while something else is done."""
        begun = [self._threads.map(self._tag, in_groups(self._windows(passage))) for passage in passages]
        return (list(chain.from_iterable(groups)) for groups in begun)

    def _windows(self, passage: Passage) -> list[Window]:
        model = self._model
        return windows_of(read_words(model.tokenizer, passage.text, passage.paragraphs, passage.quoted), model.pieces)

    def _tag(self, windows: Sequence[Window]) -> list[Tagged]:
        """The attributions of a group of windows.

        The network reads each by itself: numbers in 8 bits have one scale for all that is read at once.
        """
        model = self._model
        read = [model.session.run(None, arrays([window])) for window in windows]
        lengths = np.array([len(window.spans) for window in windows])
        emissions = stacked([emissions[0] for emissions, _, _ in read])
        labels = best_labels(emissions, lengths, model.moves)
        shares = marginals(emissions, lengths, model.moves)
        return [
            tagged
            for window, (_, (links,), (extras,)), its_labels, its_shares in zip(
                windows, read, labels, shares, strict=True
            )
            for tagged in self._sure(window, its_labels, its_shares, Pairing(links, extras, model.near))
        ]

    def _sure(self, window: Window, labels: list[int], shares: Floats, pairing: Pairing) -> Iterator[Tagged]:
        for found in assemble(labels, pairing):
            confidence = self._model.calibration.probability(signs(found, labels, shares))
            if confidence >= self._model.least:
                yield Tagged(*found.spans(window.spans), found.type, confidence)


def in_groups(windows: Sequence[Window]) -> list[Sequence[Window]]:
    """The windows in their order, so many at a time as are labelled in one go."""
    return [windows[start : start + TOGETHER] for start in range(0, len(windows), TOGETHER)]


def stacked(rows: Sequence[Floats]) -> Floats:
    """Tables ``[words, labels]`` as one ``[rows, words, labels]``, zeros behind the shorter ones."""
    table = np.zeros((len(rows), max(map(len, rows)), rows[0].shape[1]), dtype=np.float32)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table


def arrays(windows: Sequence[Window]) -> dict[str, Integers]:
    """The network's inputs for some windows, padded with zeros to the longest."""
    return {
        "pieces": padded([window.pieces for window in windows]),
        "shapes": padded([window.shapes for window in windows]),
        "marks": padded([window.marks for window in windows]),
        "firsts": padded([window.firsts for window in windows]),
    }


def padded(rows: Sequence[Integers]) -> Integers:
    """The rows as one table, zeros behind the shorter ones."""
    table = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table
