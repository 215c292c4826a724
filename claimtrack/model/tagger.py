"""Reading documents with the model: one window after another, and from each its attributions."""

from collections.abc import Iterator, Sequence

import numpy as np

from claimtrack.model.assemble import Pairing, assemble
from claimtrack.model.confidence import signs
from claimtrack.model.crf import best_labels, marginals
from claimtrack.model.loading import AttributionModel
from claimtrack.model.passages import Passage, Tagged
from claimtrack.model.windows import Window, windows_of
from claimtrack.model.words import Integers, read_words

__all__ = ["Tagger", "arrays", "padded"]


class Tagger:
    """Runs a model over passages."""

    def __init__(self, model: AttributionModel) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    def read(self, passages: Sequence[Passage]) -> list[list[Tagged]]:
        """The attributions of each passage in the order of their cues, those that the model is sure enough of."""
        return [self._read(passage) for passage in passages]

    def _read(self, passage: Passage) -> list[Tagged]:
        model = self._model
        words = read_words(model.tokenizer, passage.text, passage.paragraphs, passage.quoted)
        return [tagged for window in windows_of(words, model.pieces) for tagged in self._tag(window)]

    def _tag(self, window: Window) -> Iterator[Tagged]:
        """One window by itself: numbers in 8 bits have one scale for all that is read at once."""
        model = self._model
        emissions, (links,), (extras,) = model.session.run(None, arrays([window]))
        lengths = np.array([len(window.spans)])
        (labels,) = best_labels(emissions, lengths, model.moves)
        (shares,) = marginals(emissions, lengths, model.moves)
        for found in assemble(labels, Pairing(links, extras, model.near)):
            confidence = model.calibration.probability(signs(found, labels, shares))
            if confidence >= model.least:
                yield Tagged(*found.spans(window.spans), found.type, confidence)


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
