"""How a pretrained encoder is taught something more: AdamW, at a rate that rises while warm, then falls to nothing."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor, nn

__all__ = ["Schedule", "descend"]

DECAY = 0.01
Batch = TypeVar("Batch")


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
    """Train the network in place on all ``batches()`` of each epoch; yields the mean loss of each epoch."""
    optimizer = torch.optim.AdamW(trained, lr=schedule.rate, weight_decay=DECAY)
    slope = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share(step, schedule))
    for _ in range(schedule.epochs):
        network.train()
        losses = []
        for batch in batches():
            loss = loss_of(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            slope.step()
            losses.append(loss.item())
        yield sum(losses) / len(losses)
    network.eval()


def _share(step: int, schedule: Schedule) -> float:
    rising = min(1.0, (step + 1) / (schedule.warm * schedule.steps))
    return rising * max(0.0, 1 - step / schedule.steps)
