import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import DocumentError
from claimtrack.ingest.decoding import decode

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=200)
CURLY = "The minister said: “We have never sold weapons” – and left. It’s what he always says in such cases."


@given(TEXTS)
def test_utf8_is_given_back_character_by_character(text: str) -> None:
    assert decode(text.encode("utf-8"), "x") == text


@given(TEXTS)
def test_a_utf8_mark_is_dropped_and_nothing_else(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode("utf-8"), "x") == text


@given(TEXTS, st.sampled_from(["utf-16", "utf-32"]))
def test_wide_text_with_a_mark_is_given_back_character_by_character(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_utf16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode(CURLY.encode(encoding), "x") == CURLY


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_newlines_are_not_translated(newline: str) -> None:
    assert decode(f"a{newline}b".encode(), "x") == f"a{newline}b"


def test_curly_quotes_of_windows_1252_are_read() -> None:
    assert decode(CURLY.encode("cp1252"), "x") == CURLY


@pytest.mark.parametrize("text", ["He said “no” in the café.", "Señor Ibáñez dijo que no.", "The €5 deal"])
def test_short_western_text_is_not_taken_for_an_exotic_encoding(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == text


def test_russian_in_windows_1251_is_detected() -> None:
    text = "Министр заявил в понедельник, что страна никогда не продавала оружие и не собирается этого делать. " * 3
    assert decode(text.encode("cp1251"), "x") == text


def test_a_declared_encoding_is_used_where_utf8_does_not_fit() -> None:
    text = "Żółć i gęś powiedział minister"
    assert decode(text.encode("iso8859-2"), "x", declared="iso-8859-2") == text


def test_declared_latin_1_means_windows_1252_as_in_browsers() -> None:
    assert decode(CURLY.encode("cp1252"), "x", declared="ISO-8859-1") == CURLY


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(CURLY.encode("utf-8"), "x", declared="iso-8859-1") == CURLY


def test_an_unknown_declaration_is_passed_over() -> None:
    assert decode(CURLY.encode("cp1252"), "x", declared="x-klingon") == CURLY


def test_damaged_utf8_is_an_error_rather_than_garbled_text() -> None:
    damaged = (CURLY * 3).encode("utf-8") + b"\xe2\x80 end"
    with pytest.raises(DocumentError, match="damaged UTF-8"):
        decode(damaged, "x")


def test_damaged_utf16_is_an_error() -> None:
    with pytest.raises(DocumentError, match="damaged UTF-16"):
        decode("text".encode("utf-16") + b"\x00", "x")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04..", "office document"),
        (b"\x89PNG\r\n", "image"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_well_known_binary_files_are_named(data: bytes, name: str) -> None:
    with pytest.raises(DocumentError, match=name):
        decode(data, "x")


def test_bytes_with_scattered_zeros_are_binary() -> None:
    with pytest.raises(DocumentError, match="binary"):
        decode(b"abc\0def\0\0g", "x")


def test_an_encoding_that_nothing_fits_is_an_error() -> None:
    with pytest.raises(DocumentError, match="save it as UTF-8"):
        decode(bytes(range(128, 256)) * 3 + b"\x81\xfe\xff", "x")
