"""How lessons are put into batches."""

import random
from typing import NamedTuple

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from claimtrack.training.descent import batches_alike, filled


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
