"""Teach the sentence encoder which statements are about a subject whose words they lack.

A subject, in one of its names, is to be nearer to statements about it than to those about other subjects of the batch,
and than to statements of the same setting about something else (contrastive loss, van den Oord et al. 2018; with
negatives from the batch, Henderson et al. 2017). Word and place embeddings stay as they are.
"""

import json
import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from claimtrack.training.descent import Schedule, descend
from claimtrack.training.sentence_network import SentenceNetwork

__all__ = ["Subject", "read_subjects", "teach_subjects"]

EPOCHS, BATCH, RATE, WARM = 6, 32, 1.5e-4, 0.1
DROPOUT = 0.1
TEMPERATURE = 0.05
MOST_PIECES = 96
SEED = 1


class Subject(NamedTuple):
    """A subject with what is said about it."""

    names: tuple[str, ...]
    statements: tuple[str, ...]
    near: tuple[str, ...]
    """Statements of the same setting about something else."""


def read_subjects(path: Path) -> list[Subject]:
    """Subjects of a JSONL file, each line with ``subject``, ``also``, ``statements`` (two at least) and ``near``."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [Subject((row["subject"], *row["also"]), tuple(row["statements"]), tuple(row["near"])) for row in rows]


def teach_subjects(network: SentenceNetwork, tokenizer: Tokenizer, subjects: Sequence[Subject]) -> Iterator[float]:
    """Train the network in place; yields the mean loss of each epoch."""
    torch.manual_seed(SEED)
    drawn = random.Random(SEED)
    trained = [each for name, each in network.named_parameters() if not name.startswith(("words", "positions"))]
    schedule = Schedule(EPOCHS, EPOCHS * math.ceil(len(subjects) / BATCH), RATE, WARM)
    network.set_dropout(DROPOUT)
    yield from descend(
        network,
        trained,
        schedule,
        lambda: _batches(subjects, drawn),
        lambda batch: _loss(network, tokenizer, batch, drawn),
    )


def _batches(subjects: Sequence[Subject], drawn: random.Random) -> Iterator[list[Subject]]:
    order = drawn.sample(list(subjects), len(subjects))
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


def _loss(network: SentenceNetwork, tokenizer: Tokenizer, batch: Sequence[Subject], drawn: random.Random) -> Tensor:
    asked = network(_pieces(tokenizer, [drawn.choice(each.names) for each in batch]))
    pairs = [drawn.sample(each.statements, 2) for each in batch]
    said = network(_pieces(tokenizer, [text for pair in pairs for text in pair])).unflatten(0, (-1, 2))
    beside = asked @ network(_pieces(tokenizer, [drawn.choice(each.near) for each in batch])).T / TEMPERATURE
    first, second = (asked @ said[:, number].T / TEMPERATURE for number in range(2))
    right = torch.arange(len(batch))
    own = torch.eye(len(batch), dtype=torch.bool)
    found = [
        functional.cross_entropy(torch.cat([one, other.masked_fill(own, -1e4), beside], dim=1), right)
        for one, other in ((first, second), (second, first))
    ]
    back = [functional.cross_entropy(each.T, right) for each in (first, second)]
    return sum(found, torch.zeros(())) + sum(back, torch.zeros(())) / 2


def _pieces(tokenizer: Tokenizer, texts: Sequence[str]) -> Tensor:
    ids = [torch.tensor(each.ids[:MOST_PIECES]) for each in tokenizer.encode_batch(list(texts))]
    return nn.utils.rnn.pad_sequence(ids, batch_first=True)
