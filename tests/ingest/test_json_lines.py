import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import document_to_json
from claimtrack.errors import DocumentError
from claimtrack.ingest.options import ReadOptions
from claimtrack.ingest.readers import read_documents
from tests.ingest.reading import document, read_stdin, reason

LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)
CLEAN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


def read_line(**fields: Any) -> Document | DocumentError:
    [found] = read_stdin(json.dumps(fields), "jsonl")
    return found


@given(
    st.builds(
        Document,
        id=LINES,
        text=CLEAN,
        title=st.none() | LINES,
        publisher=st.none() | LINES,
        published=st.none() | st.dates(),
        url=st.none() | LINES,
        author=st.none() | LINES,
    )
)
def test_what_the_interchange_form_writes_is_read_back(written: Document) -> None:
    found = document(read_line(**document_to_json(written)))
    assert document_to_json(found) == document_to_json(written)
    assert found.key == written.key


def test_id_is_accepted_for_document() -> None:
    assert document(read_line(id="a", text="t")).id == "a"


def test_unknown_keys_and_statements_are_passed_over() -> None:
    assert document(read_line(document="a", text="t", statements=[{"x": 1}], color="red")).text == "t"


def test_a_datetime_keeps_the_day_as_written() -> None:
    assert document(read_line(document="a", text="t", published="2024-06-18T23:59:59Z")).published == date(2024, 6, 18)


def test_origin_hash_and_media_type_are_those_of_the_line() -> None:
    line = b'{"document": "a", "text": "t"}'
    found = document(read_stdin(b"\n" + line + b"\r\n", "jsonl")[0])
    assert (found.origin, found.media_type) == ("-:2", "application/jsonl")
    assert found.raw_sha256 == hashlib.sha256(line).hexdigest()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not valid JSON"),
        ("[1]", "no JSON object"),
        ('"text"', "no JSON object"),
        ('{"text": "t"}', "“document” (or “id”) is missing"),
        ('{"document": "", "text": "t"}', "“document” is missing or empty"),
        ('{"document": 7, "text": "t"}', "“document” is a number, not text"),
        ('{"document": "a"}', "“text” is missing"),
        ('{"document": "a", "text": ["t"]}', "“text” is a list"),
        ('{"document": "a", "text": {"t": 1}}', "“text” is an object"),
        ('{"document": "a", "text": "t", "title": true}', "“title” is true or false"),
        ('{"document": "a", "text": "  "}', "no text"),
        ('{"document": "a", "text": "t\\u0000"}', "binary"),
        ('{"document": "a", "text": "t\\ud800"}', "half a character (\\ud800)"),
        ('{"document": "a\\udfff", "text": "t"}', "“document” holds half a character"),
        ('{"document": "a", "text": "t", "author": "\\u0000"}', "NUL"),
        (
            '{"document": "a", "text": "t", "published": "18 June"}',
            "'18 June' is no date; write it as 2024-06-18",
        ),
        ("[" * 100_000, "too deeply nested"),
        ('{"document": "a", "text": "t", "n": ' + "9" * 5000 + "}", "number too long"),
    ],
)
def test_a_bad_line_says_what_is_wrong(line: str, said: str) -> None:
    [found] = read_stdin(line, "jsonl")
    assert said in reason(found)


def test_a_line_that_is_not_utf8_is_an_error() -> None:
    [found] = read_stdin(b'{"document": "a", "text": "caf\xe9"}', "jsonl")
    assert "not valid UTF-8" in reason(found)


def test_a_bad_line_is_named_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text('{"document": "a", "text": "t"}\n{broken\n\n{"document": "b", "text": "t"}\n')
    first, second, third = read_documents([str(file)])
    assert (document(first).id, document(third).id) == ("a", "b")
    assert isinstance(second, DocumentError)
    assert second.origin == f"{file}:2"


def test_a_mark_at_the_start_of_the_file_is_dropped() -> None:
    [found] = read_stdin(b'\xef\xbb\xbf{"document": "a", "text": "t"}', "jsonl")
    assert document(found).id == "a"


def test_the_same_id_may_come_twice() -> None:
    line = '{"document": "a", "text": "t"}\n'
    assert [document(found).id for found in read_stdin(line * 2, "jsonl")] == ["a", "a"]


def test_a_line_beyond_all_limits_is_passed_over_and_reported() -> None:
    found = read_stdin('{"x": "' + "y" * 30_000 + '"}\n{"document": "a", "text": "t"}', "jsonl", max_bytes=1000)
    assert "too long" in reason(found[0])
    assert document(found[1]).id == "a"


def test_a_text_over_the_limit_is_an_error() -> None:
    [found] = read_stdin(json.dumps({"document": "a", "text": "x" * 1001}), "jsonl", max_bytes=1000)
    assert "1,001 bytes" in reason(found)


@pytest.mark.parametrize("data", ["", "\n\n"])
def test_a_file_without_documents_is_an_error(data: str) -> None:
    [found] = read_stdin(data, "jsonl")
    assert "no document" in reason(found)


class _Endless(io.RawIOBase):
    """A bulk file that never ends and counts what was taken from it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        line = b'{"document": "a", "text": "some words"}\n'
        chunk = (line * (len(buffer) // len(line)))[: len(buffer)]
        buffer[: len(chunk)] = chunk
        self.taken += len(chunk)
        return len(chunk)


def test_lines_are_streamed() -> None:
    stream: Any = _Endless()
    found: Iterator[Document | DocumentError] = read_documents(["-"], ReadOptions(stdin=stream))
    for _ in range(1000):
        document(next(found))
    assert stream.taken < 200_000


def test_a_compressed_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"document": "a", "text": "t"}\n'))
    [found] = read_documents([str(file)])
    assert document(found).origin == f"{file}:1"


def test_a_compressed_file_that_is_cut_off_gives_what_it_holds_and_an_error(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl.gz"
    lines = "".join(
        json.dumps({"document": str(n), "text": hashlib.sha256(b"%d" % n).hexdigest()}) + "\n" for n in range(5000)
    )
    file.write_bytes(gzip.compress(lines.encode())[:-20000])
    *documents, error = read_documents([str(file)])
    assert len(documents) > 100
    assert "cut off or damaged" in reason(error)


def test_a_file_that_only_claims_to_be_compressed_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl.gz"
    file.write_bytes(b"no gzip")
    [found] = read_documents([str(file)])
    assert "cannot be read" in reason(found)
