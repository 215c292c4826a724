"""How a pretrained encoder is taught something more: AdamW, at a rate that rises while warm, then falls to nothing.

Where the processor multiplies numbers of 16 bits (bfloat16), products are made of such, which takes half of the time;
weights stay in 32 bits (mixed precision, Micikevicius et al. 2018, https://doi.org/10.48550/arXiv.1710.03740).
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

import torch
from torch import Tensor, nn

__all__ = ["Schedule", "batches_alike", "descend", "filled"]

DECAY = 0.01
Batch = TypeVar("Batch")


class Lesson(Protocol):
    """What is learnt at once."""

    @property
    def pieces(self) -> list[int]:
        """What the network reads of it."""
        ...


AnyLesson = TypeVar("AnyLesson", bound=Lesson)


class Schedule(NamedTuple):
    """How long and how fast."""

    epochs: int
    steps: int
    """In all."""
    rate: float
    warm: float
    """The share of the steps in which the rate rises."""


def descend(
    network: nn.Module,
    trained: Sequence[nn.Parameter],
    schedule: Schedule,
    batches: Callable[[], Iterator[Batch]],
    loss_of: Callable[[Batch], Tensor],
) -> Iterator[float]:
    """Train the network in place on all ``batches()`` of each epoch; yields the mean loss of each epoch.

    What is not in ``trained`` stays as it is, and no gradient is computed for it.
    """
    network.requires_grad_(False)
    for each in trained:
        each.requires_grad_()
    optimizer = torch.optim.AdamW(trained, lr=schedule.rate, weight_decay=DECAY)
    slope = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share(step, schedule))
    for _ in range(schedule.epochs):
        network.train()
        losses = []
        for batch in batches():
            with torch.autocast("cpu", torch.bfloat16, enabled=_has_halves()):
                loss = loss_of(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            slope.step()
            losses.append(loss.item())
        yield sum(losses) / len(losses)
    network.eval()


def _has_halves() -> bool:
    can = torch.cpu.get_capabilities()
    return bool(can.get("avx512_bf16") or can.get("amx_bf16"))


def _share(step: int, schedule: Schedule) -> float:
    rising = min(1.0, (step + 1) / (schedule.warm * schedule.steps))
    return rising * max(0.0, 1 - step / schedule.steps)


def batches_alike(lessons: Sequence[AnyLesson], size: int, drawn: random.Random) -> Iterator[list[AnyLesson]]:
    """All lessons in an order drawn anew, those of like length together, which saves half of the time."""
    order = drawn.sample(list(lessons), len(lessons))
    made: list[list[AnyLesson]] = []
    for start in range(0, len(order), 20 * size):
        drawer = sorted(order[start : start + 20 * size], key=lambda lesson: len(lesson.pieces))
        made += [drawer[at : at + size] for at in range(0, len(drawer), size)]
    yield from drawn.sample(made, len(made))


def filled(rows: Sequence[Sequence[int]]) -> Tensor:
    """Pieces of several texts as ``[texts, pieces]``, filled up with zeros."""
    return nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
