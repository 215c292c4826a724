"""Finding statements by what they mean: how likely each is about a subject, by its vector and by its words.

A logistic model; its weights, and how likely a statement has to be, stand in ``meaning.toml``. They are fitted by
``python -m claimtrack.training.tables.meaning``.
"""

import math
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

__all__ = ["borderline", "least", "likelihoods"]


def likelihoods(products: Sequence[float], worded: Sequence[float], nearest: float | None = None) -> list[float]:
    """How likely each statement is about a subject, between 0 and 1.

    ``products`` are those of its vector and the subject's, ``worded`` how much of the subject its words have, 0 to 1.
    How near the nearest of all statements is counts too: what is far behind it is likely about something else. Its
    product is ``nearest``, or the greatest of the given ones.
    """
    weights = _weights()
    nearest = max(products, default=0.0) if nearest is None else nearest
    return [
        1
        / (
            1
            + math.exp(
                -weights["bias"]
                - weights["nearness"] * product
                - weights["behind"] * (nearest - product)
                - weights["words"] * share
            )
        )
        for product, share in zip(products, worded, strict=True)
    ]


def least() -> float:
    """How likely a statement has to be to be found."""
    return _weights()["least"]


def borderline() -> float:
    """Below this, what is found may well be about something else."""
    return _weights()["borderline"]


@cache
def _weights() -> dict[str, float]:
    return tomllib.loads(files(__package__).joinpath("meaning.toml").read_text(encoding="utf-8"))
