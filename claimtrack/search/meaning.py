"""Finding statements by what they mean: how likely each is about a subject, by its vector and by its words.

A logistic model, and a second one for those that are read together with the subject (Nogueira & Cho 2019,
https://doi.org/10.48550/arXiv.1901.04085). Their weights, and how likely a statement has to be, stand in
``meaning.toml``. They are fitted by ``python -m claimtrack.training.tables.meaning``.
"""

import math
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["READ", "borderline", "least", "likelihoods", "log_odds", "read_likelihoods", "worth_reading"]

READ = 32
"""How many statements are read together with a subject at most: those that are likeliest before."""
_SURE = 1e-6
"""Nothing counts as surer than that."""


def likelihoods(products: Sequence[float], worded: Sequence[float], nearest: float | None = None) -> list[float]:
    """How likely each statement is about a subject, between 0 and 1.

    ``products`` are those of its vector and the subject's, ``worded`` how much of the subject its words have, 0 to 1.
    How near the nearest of all statements is counts too: what is far behind it is likely about something else. Its
    product is ``nearest``, or the greatest of the given ones.
    """
    weights = _weights()
    nearest = max(products, default=0.0) if nearest is None else nearest
    return [
        _likelihood(
            weights["bias"]
            + weights["nearness"] * product
            + weights["behind"] * (nearest - product)
            + weights["words"] * share
        )
        for product, share in zip(products, worded, strict=True)
    ]


def read_likelihoods(likely: Sequence[float], said: Sequence[float]) -> list[float]:
    """How likely statements are about a subject, by how likely they were before and what the matcher says, log-odds."""
    weights = _weights()["read"]
    return [
        _likelihood(weights["bias"] + weights["before"] * log_odds(before) + weights["said"] * each)
        for before, each in zip(likely, said, strict=True)
    ]


def worth_reading() -> float:
    """How likely a statement has to be, before it is read together with the subject, to be read."""
    return float(_weights()["worth"])


def _likelihood(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def log_odds(likelihood: float) -> float:
    """The log-odds of a likelihood, bounded."""
    bound = min(max(likelihood, _SURE), 1 - _SURE)
    return math.log(bound / (1 - bound))


def least() -> float:
    """How likely a statement has to be to be found."""
    return float(_weights()["least"])


def borderline() -> float:
    """Below this, what is found may well be about something else."""
    return float(_weights()["borderline"])


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("meaning.toml").read_text(encoding="utf-8"))
