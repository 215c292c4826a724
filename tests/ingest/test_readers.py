import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.domain.document import Document
from claimtrack.errors import DocumentError
from claimtrack.ingest.options import InputFormat, ReadOptions
from claimtrack.ingest.readers import read_documents
from tests.ingest.reading import document, read_file, read_stdin, reason

GIVEN = {
    "published": date(2024, 6, 18),
    "publisher": "Given Planet",
    "title": "Given title",
    "url": "https://given.example",
    "author": "Given Author",
}


def test_options_fill_in_what_a_document_does_not_say(tmp_path: Path) -> None:
    found = document(read_file(tmp_path / "a.txt", "text", **GIVEN))
    assert {name: getattr(found, name) for name in GIVEN} == GIVEN


def test_what_a_document_says_wins_over_options(tmp_path: Path) -> None:
    text = "---\ntitle: Own\ndate: 2020-01-01\nsite: Own\nurl: https://own.example\nauthor: Own\n---\ntext"
    found = document(read_file(tmp_path / "a.md", text, **GIVEN))
    assert (found.title, found.published, found.publisher) == ("Own", date(2020, 1, 1), "Own")
    assert (found.url, found.author) == ("https://own.example", "Own")


def test_a_bad_document_does_not_stop_the_batch(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\0\0")
    (tmp_path / "b.txt").write_text("text")
    bad, good = read_documents([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(bad, DocumentError)
    assert bad.origin == str(tmp_path / "a.txt")
    assert document(good).id == "b"


def test_paths_are_read_in_their_order(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("z.txt", "a.txt")]
    for path in paths:
        Path(path).write_text("text")
    assert [document(found).id for found in read_documents(paths)] == ["z", "a"]


def test_no_paths_give_nothing() -> None:
    assert list(read_documents([])) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "a.txt").chmod(0)
    [found] = read_documents([str(tmp_path / "a.txt")])
    assert "Permission denied" in reason(found)


def test_a_file_that_fails_while_it_is_read_is_reported() -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    stream: Any = Failing()
    options = ReadOptions(stdin=stream, format=InputFormat.TXT)
    [found] = read_documents(["-"], options)
    assert reason(found).startswith("cannot be read: Input/output error; check")


def test_standard_input_has_the_id_stdin_and_the_origin_dash() -> None:
    found = document(read_stdin("text")[0])
    assert (found.id, found.origin) == ("stdin", "-")


def test_standard_input_stays_open() -> None:
    stream = io.BytesIO(b"text")
    list(read_documents(["-"], ReadOptions(stdin=stream)))
    assert not stream.closed


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        ("Plain words < more {words}", "text/plain"),
        ('\n {"document": "a", "text": "t"}', "application/jsonl"),
        ("\ufeff---\ntitle: T\n---\ntext", "text/markdown"),
        ("\n<!DOCTYPE html><html><body><p>One.</p><p>Two.</p></body></html>", "text/html"),
        ("<p>One.</p><p>Two.</p>", "text/html"),
    ],
)
def test_the_format_of_standard_input_is_seen_at_its_start(data: str, media_type: str) -> None:
    assert document(read_stdin(data)[0]).media_type == media_type


def test_a_named_format_of_standard_input_is_obeyed() -> None:
    assert document(read_stdin("<p>no page</p>", "txt")[0]).text == "<p>no page</p>"


def test_the_process_standard_input_is_read_by_default() -> None:
    code = "from claimtrack.ingest.readers import read_documents as r; print([d.text for d in r(['-'])])"
    done = subprocess.run([sys.executable, "-c", code], input="words", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['words']"


def test_reading_text_does_not_import_what_pages_need() -> None:
    code = (
        "import sys; from claimtrack.ingest.readers import read_documents as r; list(r(['-']));"
        "print({'trafilatura', 'charset_normalizer', 'spacy', 'sqlalchemy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], input="words", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


FRAGMENTS = st.sampled_from(
    [
        b"---\n",
        b"title: ",
        b"date: 2024-06-18\n",
        b"<p>",
        b"<html><body>",
        b"</",
        b"&#x",
        b"27;",
        b'{"document": "a", ',
        b'"text": "t"}\n',
        b"\\ud800",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\0",
        b"\x93no\x94",
        b"words of a text. " * 5,
    ]
)


@settings(deadline=None)
@given(st.sampled_from(["auto", "txt", "md", "html", "jsonl"]), st.lists(FRAGMENTS | st.binary(max_size=20)))
def test_whatever_the_bytes_a_document_or_an_error_comes_out(kind: str, pieces: list[bytes]) -> None:
    for found in read_stdin(b"".join(pieces), kind):
        if isinstance(found, Document):
            for text in (found.id, found.text, found.title, found.publisher, found.url, found.author):
                assert "\0" not in (text or "")
                (text or "").encode("utf-8")
        else:
            assert isinstance(found, DocumentError)
