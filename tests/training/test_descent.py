"""How a network is taught, and how lessons are put into batches."""

import random
from typing import NamedTuple

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from claimtrack.training.descent import Schedule, batches_alike, descend, filled


class Lesson(NamedTuple):
    """As many pieces as its number tells."""

    number: int

    @property
    def pieces(self) -> list[int]:
        return [self.number] * self.number


def test_batches_have_every_lesson_once() -> None:
    lessons = [Lesson(number) for number in range(1, 102)]
    made = list(batches_alike(lessons, 8, random.Random(1)))
    assert sorted(lesson for batch in made for lesson in batch) == lessons
    assert max(map(len, made)) == 8


def test_a_batch_has_lessons_of_like_length() -> None:
    lessons = [Lesson(number) for number in range(1, 161)]
    made = list(batches_alike(lessons, 8, random.Random(1)))
    assert all(max(batch).number - min(batch).number == 7 for batch in made)


def test_lessons_are_filled_up_with_zeros() -> None:
    assert filled([[1], [2, 3]]).tolist() == [[1, 0], [2, 3]]


def test_what_is_not_trained_stays_and_gets_no_gradient() -> None:
    torch.manual_seed(1)
    network = torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.Linear(4, 1))
    fixed, taught = network[0].weight.clone(), network[1].weight.clone()
    texts = torch.randn(8, 4)
    losses = list(
        descend(
            network,
            list(network[1].parameters()),
            Schedule(epochs=3, steps=3, rate=0.1, warm=0.1),
            lambda: iter([texts]),
            lambda batch: network(batch).square().mean(),
        )
    )
    assert losses[-1] < losses[0]
    assert torch.equal(network[0].weight, fixed) and network[0].weight.grad is None
    assert not torch.equal(network[1].weight, taught)
