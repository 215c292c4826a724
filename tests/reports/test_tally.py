"""Counting publishers that tell of something by themselves."""

import pytest

from claimtrack.reports.tally import publisher_count
from tests.reports.factory import statement, summary


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ([("The Planet", "one"), ("The Globe", "two")], 2),
        ([("The Planet", "one"), ("The Globe", "one")], 1),
        ([("The Planet", "one"), ("The Planet", "two")], 1),
        ([("A", "one"), ("A", "two"), ("A", "three"), ("B", "one"), ("C", "one")], 2),
        ([("A", "one"), ("A", "two"), ("B", "one"), ("C", "two"), ("C", "three")], 3),
        ([(None, "one")], 0),
    ],
)
def test_publishers_of_copies_of_one_text_are_one_witness(told: list[tuple[str | None, str]], count: int) -> None:
    documents = (summary(f"d{number}", publisher, story=story) for number, (publisher, story) in enumerate(told))
    assert publisher_count([statement(document=each) for each in documents]) == count
