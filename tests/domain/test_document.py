from dataclasses import replace
from datetime import date

from claimtrack.domain.document import Document
from claimtrack.domain.keys import document_key


def test_the_key_is_that_of_id_and_text() -> None:
    assert Document("a", "text").key == document_key("a", "text")


def test_metadata_does_not_change_the_key() -> None:
    document = Document("a", "text")
    assert replace(document, title="T", published=date(2024, 6, 18), origin="a.txt").key == document.key


def test_another_text_has_another_key_even_when_the_first_was_asked_for() -> None:
    document = Document("a", "text")
    assert document.key != replace(document, text="other").key
