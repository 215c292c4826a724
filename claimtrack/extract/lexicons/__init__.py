"""Linguistic knowledge kept as data. Each file says at its head what its columns or keys mean and where it is from.

A list in a TOML file is an array, or one string of words.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["phrases", "rows", "table", "words"]


def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def table(name: str) -> dict[str, dict[str, Any]]:
    """A TOML file of this folder, by its name without suffix."""
    return tomllib.loads(_text(f"{name}.toml"))


@cache
def phrases(name: str, group: str, key: str) -> tuple[str, ...]:
    """One list of a TOML file in its order; KeyError where there is none."""
    values = table(name)[group][key]
    return tuple(values.split() if isinstance(values, str) else values)


@cache
def words(name: str, group: str, key: str = "nouns") -> frozenset[str]:
    """One list of a TOML file as a set; KeyError where there is none."""
    return frozenset(phrases(name, group, key))


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a TSV file, by its name without suffix; lines that begin with ``#`` are comments."""
    for line in _text(f"{name}.tsv").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
