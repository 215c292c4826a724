"""A training run as it stands: network, averaged weights, optimizer; written after each epoch and taken up again."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel

from claimtrack.errors import ModelError
from claimtrack.training.encoder import CONFIG, WEIGHTS
from claimtrack.training.network import AttributionNetwork, Shape
from claimtrack.training.recipe import Recipe
from claimtrack.training.weights import load_weights

__all__ = ["CHECKPOINT", "LOG", "RECIPE", "Lesson", "Run", "begin", "trained"]

CHECKPOINT, RECIPE, LOG = "checkpoint.pt", "recipe.json", "log.jsonl"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What teachers bring to a run beside their scores of each word."""

    moves: Tensor
    """Their transition scores."""
    share: float
    """Their part in what is learnt from a document that they have read."""


@dataclass
class Run:
    """A run between two epochs."""

    recipe: Recipe
    network: AttributionNetwork
    averaged: AveragedModel
    optimizer: torch.optim.Optimizer
    schedule: LambdaLR
    inputs: str = ""
    """What else it depends on: a checksum of its corpus, encoder and teachers."""
    epoch: int = 0
    """How many are done."""
    lesson: Lesson | None = None

    @property
    def device(self) -> torch.device:
        """Where the network is."""
        return self.network.near.device

    @property
    def best(self) -> AttributionNetwork:
        """The network with averaged weights, ready to read."""
        self.averaged.eval()
        network: AttributionNetwork = self.averaged.module
        return network

    def save(self, folder: Path) -> None:
        """Write the averaged weights, and the checkpoint whole or not at all."""
        weights = {name: tensor.contiguous().cpu() for name, tensor in self.best.state_dict().items()}
        save_file(weights, folder / WEIGHTS)
        state = {
            "recipe": asdict(self.recipe),
            "inputs": self.inputs,
            "epoch": self.epoch,
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "random": torch.get_rng_state(),
            "random_gpu": torch.cuda.get_rng_state_all(),
        }
        torch.save(state, folder / f"{CHECKPOINT}.new")
        (folder / f"{CHECKPOINT}.new").replace(folder / CHECKPOINT)

    def load(self, folder: Path) -> None:
        """Go on from the checkpoint; ModelError where it is of another run."""
        state = torch.load(folder / CHECKPOINT, map_location=self.device, weights_only=True)
        if (state["recipe"], state["inputs"]) != (asdict(self.recipe), self.inputs):
            raise ModelError(f"{folder} holds a run with another recipe, corpus, encoder or teacher; give a new --out")
        self.epoch = state["epoch"]
        self.network.load_state_dict(state["network"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"].cpu())
        torch.cuda.set_rng_state_all([each.cpu() for each in state["random_gpu"]])


def begin(recipe: Recipe, encoder: Path, steps: int) -> Run:
    """A run before its first of ``steps`` steps, on a GPU where there is one; ``encoder`` may be an earlier run."""
    torch.manual_seed(recipe.seed)
    if (encoder / RECIPE).exists():
        network = trained(encoder, recipe.dropout)
    else:
        network = AttributionNetwork(Shape.from_config(encoder / CONFIG), recipe.dropout)
        network.load_encoder(load_weights(encoder))
    network.to("cuda" if torch.cuda.is_available() else "cpu")
    optimizer = torch.optim.AdamW(list(_groups(network, recipe)), betas=(0.9, 0.98), foreach=True)
    warm = max(1, int(steps * recipe.warm_up))

    def pace(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(steps - warm, 1)))

    averaged = AveragedModel(network, multi_avg_fn=_moving_average(recipe.average))
    return Run(recipe, network, averaged, optimizer, LambdaLR(optimizer, pace))


def trained(run: Path, dropout: float = 0.0) -> AttributionNetwork:
    """The network of a run with its averaged weights, ready to read."""
    shape = Shape(**json.loads((run / RECIPE).read_text("utf-8"))["shape"])
    network = AttributionNetwork(shape, dropout)
    network.load_state_dict(load_file(run / WEIGHTS))
    network.eval()
    return network


def _groups(network: AttributionNetwork, recipe: Recipe) -> Iterator[dict[str, object]]:
    """Each parameter with its rate: slower the deeper it lies (Howard and Ruder 2018), decayed where it is a matrix."""
    layers = len(network.layers)
    for name, parameter in network.named_parameters():
        depth = int(name.split(".")[1]) if name.startswith("layers.") else -1
        pretrained = name.split(".")[0] in {"words", "positions", "relative", "norm", "layers"}
        rate = recipe.rate * recipe.fade ** (layers - 1 - depth) if pretrained else recipe.head_rate
        yield {"params": [parameter], "lr": rate, "weight_decay": recipe.decay if parameter.dim() > 1 else 0.0}


def _moving_average(decay: float) -> Callable[[list[Tensor], list[Tensor], Tensor], None]:
    """Averages that soon forget their first steps, in which the weights are those of the encoder."""

    def update(averages: list[Tensor], current: list[Tensor], seen: Tensor) -> None:
        share = 1 - min(decay, (1 + int(seen)) / (10 + int(seen)))
        with torch.no_grad():
            for average, value in zip(averages, current, strict=True):
                average.lerp_(value, share)

    return update
