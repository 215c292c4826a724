"""A linear layer that can compute as its exported form does: weights of 7 bits, inputs of 8 (Jacob et al. 2018).

Trained so for the last epochs, a network loses next to nothing when it is exported. Seven bits, because processors
without VNNI add products of 8-bit numbers in 16 bits, which eight would overflow.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["RoundedLinear", "set_rounded"]

WEIGHT_STEPS = 64
INPUT_STEPS = 255


class RoundedLinear(nn.Linear):
    """A linear layer; while ``rounded`` is set, weights and inputs are rounded, gradients passed straight through."""

    rounded = False

    def forward(self, state: Tensor) -> Tensor:
        """The layer's output, rounded or not."""
        if not self.rounded:
            return functional.linear(state, self.weight, self.bias)
        return functional.linear(_inputs(state), _weights(self.weight), self.bias)


def set_rounded(network: nn.Module, *, rounded: bool) -> None:
    """Let all such layers of a network compute rounded, or not."""
    for module in network.modules():
        if isinstance(module, RoundedLinear):
            module.rounded = rounded


def _weights(weight: Tensor) -> Tensor:
    """A scale for each output, as ``quantize_dynamic(per_channel=True, reduce_range=True)`` chooses it."""
    scale = weight.detach().abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / WEIGHT_STEPS
    return weight + ((weight / scale).round() * scale - weight).detach()


def _inputs(state: Tensor) -> Tensor:
    """One scale and zero point for all, as ONNX's ``DynamicQuantizeLinear`` chooses them."""
    with torch.no_grad():
        low, high = state.min().float().clamp(max=0.0), state.max().float().clamp(min=0.0)
        scale = ((high - low) / INPUT_STEPS).clamp(min=1e-8)
        zero = (-low / scale).round()
        steps = (state.float() / scale).round().add_(zero).clamp_(0, INPUT_STEPS)
        rounded = ((steps - zero) * scale).to(state.dtype)
    return state + (rounded - state).detach()
