import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.reading import document, read_file, reason


def test_the_text_is_untouched(tmp_path: Path) -> None:
    text = "  First line.\r\n\r\n\tSecond ‘line’.\rThird\u00a0line. \n"
    assert document(read_file(tmp_path / "a.txt", text)).text == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_every_offset_of_the_written_text_holds_in_the_document(tmp_path: Path, text: str) -> None:
    text = "x" + text  # else a leading U+FEFF is a mark
    assert document(read_file(tmp_path / "a.txt", text)).text == text


def test_the_id_is_the_name_without_suffix(tmp_path: Path) -> None:
    assert document(read_file(tmp_path / "visit.part1.txt", "text")).id == "visit.part1"


def test_suffixes_are_read_in_any_case(tmp_path: Path) -> None:
    assert document(read_file(tmp_path / "VISIT.TXT", "text")).id == "VISIT"


def test_no_metadata_is_invented(tmp_path: Path) -> None:
    found = document(read_file(tmp_path / "a.txt", "A title?\n\nPublished 2024-06-18 by The Planet"))
    assert (found.title, found.published, found.publisher, found.url, found.author) == (None,) * 5


def test_origin_media_type_and_hash_are_kept(tmp_path: Path) -> None:
    found = document(read_file(tmp_path / "a.txt", b"\xef\xbb\xbftext"))
    assert found.origin == str(tmp_path / "a.txt")
    assert found.media_type == "text/plain"
    assert found.raw_sha256 == hashlib.sha256(b"\xef\xbb\xbftext").hexdigest()


@pytest.mark.parametrize("data", ["", " \n\t ", "\ufeff", "\ufeff \n"])
def test_an_empty_text_is_an_error(tmp_path: Path, data: str) -> None:
    assert "no text" in reason(read_file(tmp_path / "a.txt", data))


@pytest.mark.parametrize("data", [b"abc\0def", bytes(range(256)), b"\x01\x02\x03 some words", b"\x00"])
def test_binary_data_is_an_error(tmp_path: Path, data: bytes) -> None:
    assert "binary" in reason(read_file(tmp_path / "a.txt", data))


def test_a_stray_control_character_is_let_through(tmp_path: Path) -> None:
    text = "A page of plain words. " * 10 + "\x0c\x08 more"
    assert document(read_file(tmp_path / "a.txt", text)).text == text


def test_a_text_over_the_limit_is_an_error_that_names_sizes(tmp_path: Path) -> None:
    assert reason(read_file(tmp_path / "a.txt", "é" * 600, max_bytes=1000)).startswith(
        "its text has 1,200 bytes, over the limit of 1,000"
    )


def test_a_text_at_the_limit_is_read(tmp_path: Path) -> None:
    assert len(document(read_file(tmp_path / "a.txt", "x" * 1000, max_bytes=1000)).text) == 1000


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    assert "over the limit of 1,000 bytes" in reason(read_file(tmp_path / "a.txt", "x" * 9000, max_bytes=1000))
