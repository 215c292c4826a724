"""What the matcher learns of claims: families of statements that look alike, with a letter for the claim of each.

Such families are made to be hard, and a quarter of their pairs are the same. In news hardly any two statements are: so
statements of unmarked articles about one affair, that mean much the same by their vectors, are learnt as different.
"""

import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.placed import Placed, placed
from claimtrack.domain.spans import Span
from claimtrack.model.matcher import SAME, pieces_of_pair
from claimtrack.training.lines import read_lines

__all__ = ["Lesson", "Told", "lessons_of", "pair_of", "read_families", "read_pairs", "side_placed"]

OTHERS = 0.65
"""The share of the pairs of a family that make different claims which is learnt in an epoch."""


class Told(NamedTuple):
    """A statement, and which claim of its family it makes."""

    claim: str
    placed: Placed


class Lesson(NamedTuple):
    """Two texts as the network reads them, and whether what is asked of them is so."""

    pieces: list[int]
    asked: int
    """``SAME`` or ``ABOUT``: the place of what the network says of that."""
    right: bool


def read_families(path: Path) -> list[list[Told]]:
    """Families of a JSONL file, each line with ``statements`` of ``text``, ``content`` (start, end) and ``claim``."""
    return [[Told(each["claim"], _placed(each)) for each in row["statements"]] for row in read_lines(path)]


def read_pairs(path: Path) -> list[tuple[Placed, Placed, bool]]:
    """The pairs of a gold file that are not held out: each side has ``text`` and, as words of it, ``content``."""
    return [
        (side_placed(row["a"]), side_placed(row["b"]), row["same"]) for row in read_lines(path) if not row["held_out"]
    ]


def _placed(told: JsonObject) -> Placed:
    return placed(told["text"], [Span(*told["content"])])


def side_placed(side: JsonObject) -> Placed:
    """One side of a pair."""
    start = side["text"].index(side["content"])
    return placed(side["text"], [Span(start, start + len(side["content"]))], title=side.get("title"))


def pair_of(tokenizer: Tokenizer, one: Placed, other: Placed, same: bool) -> Lesson:
    """Two statements as the network reads them."""
    return Lesson(pieces_of_pair(tokenizer, one, other), SAME, same)


def lessons_of(
    tokenizer: Tokenizer,
    families: Sequence[Sequence[Told]],
    unmarked: Sequence[tuple[Placed, Placed]],
    drawn: random.Random,
) -> list[Lesson]:
    """What is learnt in one epoch: all pairs that are the same, most of the others, and one of two families each."""
    made = [pair_of(tokenizer, *pair, same=False) for pair in unmarked]
    for family in families:
        for one, other in combinations(family, 2):
            same = one.claim == other.claim
            if same or drawn.random() < OTHERS:
                made.append(pair_of(tokenizer, one.placed, other.placed, same))
        apart = drawn.choice(families)
        if apart is not family:
            made.append(pair_of(tokenizer, drawn.choice(family).placed, drawn.choice(apart).placed, same=False))
    return made
