"""Larger networks as teachers: how they score the labels of each word of a corpus, for a smaller one to learn from.

Teachers read each document as it is, in windows as at run time, and their scores are averaged; documents that are
rewritten for training have no teacher.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from claimtrack.training.batches import Batch, batches
from claimtrack.training.crf import Counts, counted, expected_counts
from claimtrack.training.evaluate import reader
from claimtrack.training.examples import Reading, examples_of
from claimtrack.training.network import AttributionNetwork
from claimtrack.training.run import trained

__all__ = ["SCORES", "Lesson", "targets", "taught"]

SCORES = "taught.safetensors"
PIECES_AT_ONCE = 4096
MOVES = "moves"

Lesson = tuple[Tensor, float]
"""The teachers' transition scores, and their share in what is learnt from a document that they have read."""


def taught(readings: Sequence[Reading], teachers: Sequence[Path], size: int, out: Path) -> tuple[list[Reading], Tensor]:
    """The readings with the teachers' scores, and their transition scores; kept in ``out`` for another time."""
    if not (out / SCORES).exists():
        networks = [trained(folder) for folder in teachers]
        scores = {str(number): _scores(networks, reading, size) for number, reading in enumerate(readings)}
        scores[MOVES] = torch.stack([network.moves().detach().cpu() for network in networks]).mean(0)
        save_file(scores, out / SCORES)
    kept = load_file(out / SCORES)
    return [replace(r, taught=kept[str(n)].float().numpy()) for n, r in enumerate(readings)], kept[MOVES]


def _scores(networks: Sequence[AttributionNetwork], reading: Reading, size: int) -> Tensor:
    """The label scores of a document's words ``[words, labels]`` in 16 bits."""
    rows: dict[int, Tensor] = {}
    for batch in batches(list(examples_of(reading, size)), PIECES_AT_ONCE):
        read = sum(torch.from_numpy(reader(network)(batch)[0]) for network in networks) / len(networks)
        for example, scores in zip(batch.examples, read, strict=True):
            rows.update(zip((span.start for span in example.window.spans), scores, strict=False))
    words = [span for paragraph in reading.paragraphs for span in paragraph.spans]
    return torch.stack([rows[span.start] for span in words]).half() if words else torch.zeros(0)


def targets(batch: Batch, lesson: Lesson | None, device: torch.device) -> Counts:
    """What the network should say of a batch: the gold labels, and beside them what the teachers expect."""
    lengths, rows = batch.lengths.to(device), batch.taught_rows.to(device)
    share = lesson[1] if lesson else 0.0
    weights = torch.ones(len(lengths), device=device)
    weights[rows] -= share
    size = batch.taught.shape[2]
    counts = counted(batch.labels.to(device), lengths, size, weights)
    if lesson is None or not len(rows):
        return counts
    soft = expected_counts(batch.taught.to(device), lesson[0].to(device), lengths[rows])
    labels = counts.labels.index_add(0, rows, soft.labels, alpha=share)
    return Counts(labels, counts.moves + share * soft.moves)
