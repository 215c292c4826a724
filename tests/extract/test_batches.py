"""Batches of documents: how large they are, and that one is read ahead."""

from collections.abc import Iterator

from claimtrack.domain.document import Document
from claimtrack.extract.batches import BATCH, batched, one_ahead


def _documents(*sizes: int) -> list[Document]:
    return [Document(str(number), "x" * size) for number, size in enumerate(sizes)]


def test_a_batch_ends_with_the_document_that_fills_it() -> None:
    sizes = [[len(each.text) for each in batch] for batch in batched(_documents(BATCH - 1, 5, 7, BATCH, 1))]
    assert sizes == [[BATCH - 1, 5], [7, BATCH], [1]]


def test_no_documents_make_no_batch() -> None:
    assert list(batched([])) == []


def test_items_stay_in_their_order() -> None:
    assert list(one_ahead("abc")) == ["a", "b", "c"]


def test_no_items_stay_none() -> None:
    assert list(one_ahead([])) == []


def test_an_item_comes_when_the_next_one_is_made_and_no_later_one() -> None:
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(4):
            made.append(number)
            yield number

    assert next(one_ahead(items())) == 0
    assert made == [0, 1]
