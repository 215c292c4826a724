"""Documents in batches: how many are read at once, and how far ahead."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import TypeVar

from claimtrack.domain.document import Document

__all__ = ["BATCH", "batched", "one_ahead"]

BATCH = 50_000
"""Characters a batch of documents has at least: about ten articles."""

Item = TypeVar("Item")


def batched(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in batches that hold enough text to keep the parser busy, and no more than memory is for."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def one_ahead(items: Iterable[Item]) -> Iterator[Item]:
    """The items, each handed over when the next one is there: what making that has begun goes on meanwhile."""
    return (item for item, _ in pairwise(chain(items, (None,))) if item is not None)
