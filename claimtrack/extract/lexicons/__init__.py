"""Linguistic knowledge kept as data. Each file says at its head what its columns or keys mean and where it is from."""

from collections.abc import Iterator
from importlib.resources import files

__all__ = ["open_table", "read_text"]


def read_text(name: str) -> str:
    """The text of a data file of this package."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def open_table(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated file; lines that begin with ``#`` are comments."""
    for line in read_text(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
