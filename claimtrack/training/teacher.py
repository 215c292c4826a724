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

from claimtrack.model.labels import LABELS
from claimtrack.training.batches import Batch, batch_of
from claimtrack.training.crf import Counts, counted, expected_counts
from claimtrack.training.evaluate import reader
from claimtrack.training.examples import Reading, examples_of
from claimtrack.training.network import AttributionNetwork
from claimtrack.training.run import Lesson, trained

__all__ = ["targets", "taught"]

MOVES = "moves"


def taught(
    readings: Sequence[Reading], teachers: Sequence[Path], size: int, kept: Path
) -> tuple[list[Reading], Tensor]:
    """The readings with the teachers' scores, and their transition scores; in the file ``kept`` for another time."""
    if not kept.exists():
        networks = [trained(folder) for folder in teachers]
        scores = {str(number): _scores(networks, reading, size) for number, reading in enumerate(readings)}
        scores[MOVES] = torch.stack([network.moves().detach() for network in networks]).mean(0)
        whole = kept.with_name(f"{kept.name}.new")
        save_file(scores, whole)
        whole.replace(kept)
    found = load_file(kept)
    return [replace(r, taught=found[str(n)].float().numpy()) for n, r in enumerate(readings)], found[MOVES]


def _scores(networks: Sequence[AttributionNetwork], reading: Reading, size: int) -> Tensor:
    """The label scores of a document's words ``[words, labels]`` in 16 bits."""
    rows: dict[int, Tensor] = {}
    for example in examples_of(reading, size):
        batch = batch_of([example])
        (read,) = torch.stack([torch.from_numpy(reader(network)(batch)[0]) for network in networks]).mean(0)
        rows.update(zip((span.start for span in example.window.spans), read, strict=True))
    return torch.stack([rows[start] for start in reading.starts]).half() if rows else torch.zeros(0, len(LABELS))


def targets(batch: Batch, lesson: Lesson | None, device: torch.device) -> Counts:
    """What the network should say of a batch: the gold labels, and beside them what the teachers expect."""
    lengths, rows = batch.lengths.to(device), batch.taught_rows.to(device)
    share = lesson.share if lesson else 0.0
    weights = torch.ones(len(lengths), device=device)
    weights[rows] -= share
    counts = counted(batch.labels.to(device), lengths, len(LABELS), weights)
    if lesson is None or not len(rows):
        return counts
    soft = expected_counts(batch.taught.to(device), lesson.moves.to(device), lengths[rows])
    labels = counts.labels.index_add(0, rows, soft.labels, alpha=share)
    return Counts(labels, counts.moves + share * soft.moves)
