"""The loss of a linear-chain CRF against counts: of given labels, or of what another CRF expects."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

__all__ = ["Counts", "counted", "crf_loss", "expected_counts"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each label stands at each word ``[batch, words, labels]``, and each move is made, in all."""

    labels: Tensor
    moves: Tensor


def crf_loss(emissions: Tensor, moves: Tensor, lengths: Tensor, counts: Counts) -> Tensor:
    """The cross-entropy of the CRF with what is counted, a word's mean; all in 32 bits.

    With the counts of given labels that is their negative log-likelihood; with those that another CRF expects, the
    distance of one from the other in all paths at once (Wang et al. 2020, structure-level knowledge distillation).
    """
    expected = (counts.labels * emissions).sum() + (counts.moves * moves).sum()
    return (_log_total(emissions, moves, lengths).sum() - expected) / lengths.sum()


def _log_total(emissions: Tensor, moves: Tensor, lengths: Tensor) -> Tensor:
    """The logarithm of the summed scores of all labellings of each row ``[batch]``."""
    size = emissions.shape[2]
    inside = torch.arange(emissions.shape[1], device=emissions.device)[None, :] < lengths[:, None]
    score = moves[size, :size] + emissions[:, 0]
    step = moves[:size, :size]
    for word in range(1, emissions.shape[1]):
        new = torch.logsumexp(score[:, :, None] + step, dim=1) + emissions[:, word]
        score = torch.where(inside[:, word, None], new, score)
    return torch.logsumexp(score + moves[:size, size], dim=1)


def counted(labels: Tensor, lengths: Tensor, size: int, weights: Tensor) -> Counts:
    """The counts of given labels ``[batch, words]``, each row as often as its weight says."""
    rows = torch.arange(len(labels), device=labels.device)
    inside = torch.arange(labels.shape[1], device=labels.device)[None, :] < lengths[:, None]
    every = inside * weights[:, None]
    moves = torch.zeros(size + 1, size + 1, device=labels.device)
    moves.index_put_((labels[:, :-1], labels[:, 1:]), every[:, 1:], accumulate=True)
    outside = torch.full_like(rows, size)
    moves.index_put_((outside, labels[:, 0]), weights, accumulate=True)
    moves.index_put_((labels[rows, lengths - 1], outside), weights, accumulate=True)
    return Counts(functional.one_hot(labels, size) * every[:, :, None], moves)


def expected_counts(emissions: Tensor, moves: Tensor, lengths: Tensor) -> Counts:
    """The counts that a CRF expects: the gradients of the logarithm of its total."""
    emissions, moves = emissions.detach().requires_grad_(), moves.detach().requires_grad_()
    with torch.enable_grad():
        total = _log_total(emissions, moves, lengths).sum()
    return Counts(*torch.autograd.grad(total, (emissions, moves)))
