from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.domain.document import Document
from claimtrack.errors import DocumentError
from tests.ingest.reading import document, read_file, reason

FULL = """---
title: "Minister: no deal"
date: 2024-06-18T23:30:00-05:00
site: The Planet
url: https://example.org/a
author: [Lois Lane, Clark Kent]
tags: [x, y]
---
# Minister: no deal

Text.
"""


def read(tmp_path: Path, text: str) -> Document | DocumentError:
    return read_file(tmp_path / "a.md", text)


def test_front_matter_gives_the_metadata(tmp_path: Path) -> None:
    found = document(read(tmp_path, FULL))
    assert found.title == "Minister: no deal"
    assert found.publisher == "The Planet"
    assert found.url == "https://example.org/a"
    assert found.author == "Lois Lane, Clark Kent"
    assert found.media_type == "text/markdown"


def test_a_date_with_a_zone_keeps_the_day_as_written(tmp_path: Path) -> None:
    assert document(read(tmp_path, FULL)).published == date(2024, 6, 18)


def test_the_text_is_the_body_as_it_is(tmp_path: Path) -> None:
    assert document(read(tmp_path, FULL)).text == "# Minister: no deal\n\nText.\n"


def test_windows_newlines_stay_in_the_body(tmp_path: Path) -> None:
    found = document(read(tmp_path, "---\r\ntitle: T\r\n---\r\na\r\nb"))
    assert (found.title, found.text) == ("T", "a\r\nb")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_body_is_kept_character_by_character(tmp_path: Path, body: str) -> None:
    assert document(read(tmp_path, f"---\ntitle: T\n---\n{body}")).text == body


def test_published_and_publisher_are_read_too(tmp_path: Path) -> None:
    found = document(read(tmp_path, "---\nPublished: 2024-06-18\nPublisher: Planet\n---\ntext"))
    assert (found.published, found.publisher) == (date(2024, 6, 18), "Planet")


@pytest.mark.parametrize("value", ["", "~", "null", '""'])
def test_unsaid_values_are_none(tmp_path: Path, value: str) -> None:
    assert document(read(tmp_path, f"---\ntitle: {value}\n---\ntext")).title is None


def test_a_number_as_title_stays_as_written(tmp_path: Path) -> None:
    assert document(read(tmp_path, "---\ntitle: 0755\n---\ntext")).title == "0755"


@pytest.mark.parametrize(
    "text",
    ["No front matter.", "---\n\nA rule and text.", "---\n\nTwo rules.\n\n---\nText.", "text\n---\ntitle: no\n---\n"],
)
def test_a_file_without_front_matter_is_all_body(tmp_path: Path, text: str) -> None:
    assert document(read(tmp_path, text)).text == text


def test_empty_front_matter_is_none(tmp_path: Path) -> None:
    assert document(read(tmp_path, "---\n---\ntext")).text == "text"


def test_malformed_front_matter_is_an_error_with_its_line(tmp_path: Path) -> None:
    found = read(tmp_path, "---\ntitle: ok\nurl: [a, b\n---\ntext")
    assert isinstance(found, DocumentError)
    assert found.origin.endswith("a.md:4")
    assert "malformed front matter" in found.reason


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("title: never closed\n", "nothing closes it"),
        ("just words\n---\n", "keys and values"),
        ("date: last Monday\n---\ntext", "'last Monday' is no date; write it as 2024-06-18"),
        ("date: 2024-13-45\n---\ntext", "is no date"),
        ("title: {a: b}\n---\ntext", "neither text nor a list"),
        ("title: \x07\n---\ntext", "malformed"),
        ('title: "\\0"\n---\ntext', "NUL"),
        ('title: "\\ud800"\n---\ntext', "half a character"),
        ("a: " + "[" * 5000 + "\n---\ntext", "malformed"),
        ("title: x\n---\n  \n", "no text"),
    ],
)
def test_bad_front_matter_says_what_is_wrong(tmp_path: Path, block: str, said: str) -> None:
    assert said in reason(read(tmp_path, "---\n" + block))


def test_no_object_is_ever_made_of_front_matter(tmp_path: Path) -> None:
    found = document(read(tmp_path, "---\ntitle: !!python/object/apply:os.system ['false']\n---\ntext"))
    assert found.title == "false"
