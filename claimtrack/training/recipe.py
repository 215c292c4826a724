"""What a training run depends on beside its data."""

from dataclasses import dataclass

__all__ = ["Recipe"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of a run, those of the shipped model unless told otherwise.

    The same recipe on the same machine gives the same model.
    """

    epochs: int = 6
    seed: int = 3
    rate: float = 2e-4
    """Learning rate of the encoder's last layer."""
    fade: float = 0.9
    """How much slower each layer learns than the one above it."""
    head_rate: float = 1e-3
    """Learning rate of what the encoder does not have."""
    decay: float = 0.01
    warm_up: float = 0.06
    """Share of the steps in which the rates rise; in the rest they fall to nothing."""
    batch: int = 4096
    """Pieces a step, padding included."""
    size: int = 256
    """Pieces a window."""
    masked: float = 0.05
    """Share of pieces hidden from the network."""
    rewrite: float = 0.3
    """Share of documents with other quotation marks, with other names, with other verbs; drawn anew each epoch."""
    adversary: float = 1.0
    """How far embeddings are disturbed for a second look at each batch, which takes as long again; 0 for none."""
    missed: float = 0.15
    """Share of cues that content has to do without."""
    dropout: float = 0.1
    links: float = 0.2
    """Weight of the link loss."""
    types: float = 0.05
    """Weight of the type loss."""
    rounded: int = 2
    """Last epochs, in which the network computes with rounded numbers, as the exported model does."""
    taught: float = 0.8
    """Share of the label loss that teachers, where there are any, take from the corpus."""
    average: float = 0.998
    """Decay of the moving average of the weights, which is what is kept."""
