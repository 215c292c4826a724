import hashlib
import socket
from datetime import date
from pathlib import Path

import pytest

from tests.ingest.reading import document, read_file, reason

HEAD = """
<title>Minister denies deal - The Daily Planet</title>
<meta property="og:title" content="Minister denies deal">
<meta property="og:site_name" content="The Daily Planet">
<meta name="author" content="Lois Lane">
<meta property="article:published_time" content="2024-06-18T23:30:00-05:00">
<link rel="canonical" href="https://planet.example/2019/01/02/deal">
"""
BODY = "".join(f"<p>Sentence {n}: “We sold nothing,” the minister said – again – on Monday.</p>" for n in range(5))


def page(head: str = HEAD, tail: str = "", start: str = "<!DOCTYPE html>") -> str:
    return f"{start}<html><head>{head}</head><body><article><h1>Deal</h1>{BODY}{tail}</article></body></html>"


def test_text_and_metadata_are_read(tmp_path: Path) -> None:
    found = document(read_file(tmp_path / "deal.html", page()))
    assert "Sentence 4: “We sold nothing,” the minister said – again – on Monday." in found.text
    assert (found.id, found.title, found.publisher) == ("deal", "Minister denies deal", "The Daily Planet")
    assert (found.author, found.url) == ("Lois Lane", "https://planet.example/2019/01/02/deal")
    assert (found.media_type, found.published) == ("text/html", date(2024, 6, 18))


def test_paragraphs_are_lines(tmp_path: Path) -> None:
    found = document(read_file(tmp_path / "a.html", page()))
    assert [line[:10] for line in found.text.splitlines()][:3] == ["Deal", "Sentence 0", "Sentence 1"]


def test_the_hash_of_the_raw_page_is_kept(tmp_path: Path) -> None:
    found = document(read_file(tmp_path / "a.htm", page()))
    assert found.raw_sha256 == hashlib.sha256(page().encode()).hexdigest()


def test_comments_are_left_out(tmp_path: Path) -> None:
    tail = "</article><div id='comments' class='comments'><p>Troll said this is all wrong.</p></div><article>"
    assert "Troll" not in document(read_file(tmp_path / "a.html", page(tail=tail))).text


def test_a_date_in_the_prose_is_not_the_publication_date(tmp_path: Path) -> None:
    tail = "<p>On June 5, 2019, things began.</p></article><footer>© 2023-04-05 Planet</footer><article>"
    assert document(read_file(tmp_path / "a.html", page("<title>T</title>", tail))).published is None


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", explode)
    monkeypatch.setattr(socket, "getaddrinfo", explode)
    head = HEAD + "<base href='https://x.example/'><script src='https://x.example/a.js'></script>"
    document(read_file(tmp_path / "a.html", page(head, "<iframe src='https://x.example'></iframe>")))


def test_no_outside_file_gets_into_the_text(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    start = f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a SYSTEM 'file://{secret}'>]>"
    assert "SECRET" not in document(read_file(tmp_path / "a.html", page(tail="<p>x &a; y</p>", start=start))).text


@pytest.mark.parametrize("reference", ["&#27;", "&#xd800;", "&#0;", "&#x110000;", "\x1b", "\x08"])
def test_a_forbidden_character_costs_neither_the_article_nor_gets_through(tmp_path: Path, reference: str) -> None:
    found = document(read_file(tmp_path / "a.html", page(tail=f"<p>Last words {reference}of it all.</p>")))
    assert "Sentence 4" in found.text
    assert "of it all." in found.text
    assert not set(found.text) & {"\0", "\x1b", "\x08", "\ud800"}


def test_a_numbered_apostrophe_of_windows_1252_is_one(tmp_path: Path) -> None:
    assert "it’s over" in document(read_file(tmp_path / "a.html", page(tail="<p>And it&#146;s over.</p>"))).text


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1"])
def test_the_declared_charset_is_used(tmp_path: Path, charset: str) -> None:
    data = page(f'<meta charset="{charset}">').encode("cp1252")
    assert "“We sold nothing,”" in document(read_file(tmp_path / "a.html", data)).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_declaration_does_no_harm(tmp_path: Path, encoding: str) -> None:
    data = page(start=f"<?xml version='1.0' encoding='{encoding}'?>").encode(encoding)
    assert "“We sold nothing,”" in document(read_file(tmp_path / "a.html", data)).text


def test_a_fragment_is_read(tmp_path: Path) -> None:
    assert document(read_file(tmp_path / "a.html", "<p>Only this.</p>")).text == "Only this."


@pytest.mark.parametrize("content", ["<html><body></body></html>", "", "<div>" * 50_000, "<script>x()</script>"])
def test_a_page_without_article_is_an_error(tmp_path: Path, content: str) -> None:
    assert "no article text" in reason(read_file(tmp_path / "a.html", content))


def test_binary_data_is_an_error(tmp_path: Path) -> None:
    assert "binary" in reason(read_file(tmp_path / "a.html", b"<html>\0\0\x01abc"))


def test_a_nul_in_a_wide_encoding_is_binary_data_too(tmp_path: Path) -> None:
    data = page(tail="<p>\0</p>").encode("utf-16")
    assert "binary" in reason(read_file(tmp_path / "a.html", data))


def test_a_failure_of_the_parser_is_an_error_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert "cannot be parsed (RecursionError)" in reason(read_file(tmp_path / "a.html", page()))


def test_an_article_over_the_limit_is_an_error(tmp_path: Path) -> None:
    assert "over the limit" in reason(read_file(tmp_path / "a.html", page(), max_bytes=300))


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "/relative"])
def test_an_address_that_is_none_of_the_web_is_not_kept(tmp_path: Path, href: str) -> None:
    head = f"<title>T</title><link rel='canonical' href='{href}'>"
    assert document(read_file(tmp_path / "a.html", page(head))).url is None


def test_a_title_over_several_lines_becomes_one(tmp_path: Path) -> None:
    found = document(read_file(tmp_path / "a.html", page("<title>Two\n  lines &#0;&#27;[31m</title>")))
    assert found.title is not None
    assert "\n" not in found.title
    assert "\x1b" not in found.title
