"""Reading documents with the model: their windows in batches of like length, and from these attributions."""

from collections.abc import Iterator, Sequence

import numpy as np

from claimtrack.model.assemble import Pairing, assemble
from claimtrack.model.confidence import signs
from claimtrack.model.crf import best_labels, marginals
from claimtrack.model.loading import AttributionModel
from claimtrack.model.passages import Passage, Tagged
from claimtrack.model.windows import Window, windows_of
from claimtrack.model.words import Integers, read_words

__all__ = ["BATCH", "Tagger", "arrays", "groups_of", "padded"]

BATCH = 4096
"""Pieces the network reads at once, padding included."""


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
        """One passage by itself: numbers in 8 bits have one scale for all that is read at once."""
        model = self._model
        words = read_words(model.tokenizer, passage.text, passage.paragraphs, passage.quoted)
        windows = windows_of(words, model.pieces)
        found: list[list[Tagged]] = [[] for _ in windows]
        for group in groups_of([len(window.pieces) for window in windows], BATCH):
            for index, tagged in zip(group, self._tag([windows[index] for index in group]), strict=True):
                found[index] = tagged
        return [tagged for window in found for tagged in window]

    def _tag(self, windows: Sequence[Window]) -> list[list[Tagged]]:
        model = self._model
        emissions, links, extras = model.session.run(None, arrays(windows))
        lengths = np.array([len(window.spans) for window in windows])
        shares = marginals(emissions, lengths, model.moves)
        read = []
        for row, labels in enumerate(best_labels(emissions, lengths, model.moves)):
            found = assemble(labels, Pairing(links[row], extras[row], model.near))
            sure = [(each, model.calibration.probability(signs(each, labels, shares[row]))) for each in found]
            words = windows[row].spans
            read.append([Tagged(*each.spans(words), each.type, p) for each, p in sure if p >= model.least])
        return read


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


def groups_of(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Numbers of rows of like length, as many as fit into ``most`` with padding; the longest come first."""
    group: list[int] = []
    longest = 0
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        longest = longest or lengths[index]
        if group and longest * (len(group) + 1) > most:
            yield group
            group, longest = [], lengths[index]
        group.append(index)
    if group:
        yield group
