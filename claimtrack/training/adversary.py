"""Adversarial training on word embeddings (Miyato et al. 2017): the network also learns from its worst reading."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor

__all__ = ["disturbed"]


@contextmanager
def disturbed(weight: Tensor, by: float) -> Iterator[None]:
    """Within the block, the weight lies a step of length ``by`` up its gradient, where the loss is larger."""
    gradient = weight.grad
    if gradient is None:
        raise ValueError("the weight has no gradient: go backward first")
    step = gradient * (by / gradient.norm().clamp(min=1e-8))
    kept = weight.detach().clone()
    with torch.no_grad():
        weight.add_(step)
    try:
        yield
    finally:
        with torch.no_grad():
            weight.copy_(kept)
