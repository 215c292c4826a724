"""The day that relative times count from."""

from datetime import date

import pytest

from claimtrack.domain.document import Document
from claimtrack.extract.dates.anchor import anchor_day


def test_publication_comes_before_a_dateline() -> None:
    text = "WASHINGTON, June 18, 2024 (Wire) - He said so."
    assert anchor_day(Document("d", text, published=date(2024, 6, 19))) == date(2024, 6, 19)


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON, June 18, 2024 (Wire) - He said so.",
        "June 18, 2024\n\nHe said so.",
        "A headline\nPublished: 18 June 2024\nHe said so.",
        "A headline\nUpdated 2024-06-18 | News\nHe said so.",
        "A headline\n\nNEW YORK — Tuesday, June 18, 2024 — He said so.",
    ],
)
def test_a_dateline_with_a_year_stands_in_for_publication(text: str) -> None:
    assert anchor_day(Document("d", text)) == date(2024, 6, 18)


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON, June 18 (Wire) - He said so.",
        "On June 18, 2024, he said so.",
        "The law of June 18, 2024 was praised.",
        "June 2024\nHe said so.",
        "He said so." + " Words." * 200 + "\nJune 18, 2024",
        "",
    ],
)
def test_without_a_full_dateline_the_day_is_unknown(text: str) -> None:
    assert anchor_day(Document("d", text)) is None


def test_a_publication_date_at_the_end_of_the_calendar_is_no_anchor() -> None:
    assert anchor_day(Document("d", "", published=date(9999, 12, 31))) is None
