"""Examples in batches of tensors: of like length, padded, with the links as indices."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from claimtrack.model.assemble import TYPES
from claimtrack.model.labels import LABELS, Chunk
from claimtrack.model.links import PARTS, WIDTH, distance
from claimtrack.model.tagger import arrays, padded
from claimtrack.training.examples import NO_SOURCE, UNKNOWN, Example

__all__ = ["Batch", "batch_of", "batches", "link_loss", "type_loss"]


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some examples; padding pieces are 0, padding words point at piece 0."""

    examples: list[Example]
    pieces: Tensor
    shapes: Tensor
    marks: Tensor
    firsts: Tensor
    lengths: Tensor
    labels: Tensor
    taught_rows: Tensor
    """Which examples teachers have read."""
    taught: Tensor
    """The teachers' scores of these ``[taught rows, words, labels]``."""

    @property
    def inputs(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What the network takes."""
        return self.pieces, self.shapes, self.marks, self.firsts


def batches(examples: Sequence[Example], size: int, shuffle: random.Random | None = None) -> Iterator[Batch]:
    """Batches of at most ``size`` pieces with padding; of like length, in random order where ``shuffle`` is given."""
    lengths = [len(example.window.pieces) for example in examples]
    noise = [shuffle.uniform(0, 24) if shuffle else 0.0 for _ in examples]
    order = sorted(range(len(examples)), key=lambda index: lengths[index] + noise[index])
    groups: list[list[int]] = [[]]
    longest = 0
    for index in order:
        longest = max(longest, lengths[index])
        if groups[-1] and longest * (len(groups[-1]) + 1) > size:
            groups.append([])
            longest = lengths[index]
        groups[-1].append(index)
    if shuffle:
        shuffle.shuffle(groups)
    for group in groups:
        if group:
            yield batch_of([examples[index] for index in group])


def batch_of(examples: list[Example]) -> Batch:
    """The tensors of some examples."""
    inputs = arrays([example.window for example in examples])
    longest = max(len(example.labels) for example in examples)
    read = [(row, example.taught) for row, example in enumerate(examples) if example.taught is not None]
    taught = np.zeros((len(read), longest, len(LABELS)), dtype=np.float32)
    for number, (_, scores) in enumerate(read):
        taught[number, : len(scores)] = scores
    return Batch(
        examples,
        **{name: torch.from_numpy(table) for name, table in inputs.items()},
        lengths=torch.tensor([len(example.labels) for example in examples]),
        labels=torch.from_numpy(padded([np.asarray(example.labels) for example in examples])),
        taught_rows=torch.tensor([row for row, _ in read], dtype=torch.long),
        taught=torch.from_numpy(taught),
    )


def link_loss(batch: Batch, links: Tensor, extras: Tensor, near: Tensor, missed: float = 0.0) -> Tensor:
    """Cross-entropy of the source of each cue and of the cue of each content, a link's mean.

    A share ``missed`` of the cues is left out of the choice, so that content without its cue learns to have none.
    """
    parts = links.view(*links.shape[:2], 6, WIDTH)
    losses: list[Tensor] = []
    for row, example in enumerate(batch.examples):
        cues = example.chunks["cue"]
        if not cues:
            continue
        at = [cue.start for cue in cues]
        sources, contents = example.chunks["source"], example.chunks["content"]
        scores = extras[row, at, :1]
        if sources:
            scores = torch.cat([scores, _scores(parts[row], near, cues, sources, content=False)], dim=1)
        targets = torch.tensor([0 if s == NO_SOURCE else s + 1 if s != UNKNOWN else -100 for s in example.source_of])
        losses.append(_cross_entropy(scores, targets.to(links.device)))
        if contents:
            pairs = _scores(parts[row], near, cues, contents, content=True)
            left_out = torch.rand(len(cues)) < missed
            pairs = pairs.masked_fill(left_out[:, None].to(links.device), -1e4)
            scores = torch.cat([pairs, extras[row, [chunk.start for chunk in contents], 1][None, :]])
            targets = [len(cues) if c == UNKNOWN or left_out[c] else c for c in example.cue_of]
            losses.append(_cross_entropy(scores.T, torch.tensor(targets, device=links.device)))
    total = sum(len(e.source_of) + len(e.cue_of) for e in batch.examples)
    return torch.stack(losses).sum() / total if losses else links.sum() * 0


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores, targets, reduction="sum", ignore_index=-100)


def _scores(parts: Tensor, near: Tensor, cues: list[Chunk], chunks: list[Chunk], *, content: bool) -> Tensor:
    query, first, last = PARTS[content]
    queries = parts[[cue.start for cue in cues], query]
    keys = parts[[c.start for c in chunks], first] + parts[[c.end - 1 for c in chunks], last]
    buckets = torch.tensor([[distance(cue, chunk) for chunk in chunks] for cue in cues], device=parts.device)
    return queries @ keys.T / WIDTH**0.5 + near[int(content), buckets]


def type_loss(batch: Batch, extras: Tensor) -> Tensor:
    """Cross-entropy of the type of each cue that has one, a cue's mean."""
    rows, words, types = [], [], []
    for row, example in enumerate(batch.examples):
        for cue, kind in zip(example.chunks["cue"], example.types, strict=True):
            if kind is not None:
                rows.append(row)
                words.append(cue.start)
                types.append(TYPES.index(kind))
    if not rows:
        return extras.sum() * 0
    return functional.cross_entropy(extras[rows, words, 2:], torch.tensor(types, device=extras.device))
