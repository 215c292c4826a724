import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.domain.document import Document
from claimtrack.ingest.readers import KNOWN_SUFFIXES, read_documents
from tests.ingest.reading import document, read_file, reason


def write(path: Path, text: str = "text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def read_ids(folder: Path) -> list[str]:
    return [found.id if isinstance(found, Document) else "error" for found in read_documents([str(folder)])]


def test_a_folder_is_read_recursively_and_sorted(tmp_path: Path) -> None:
    for name in ("c.txt", "b/z.md", "b/a/y.txt", "a.txt", "d.html.txt"):
        write(tmp_path / name)
    assert read_ids(tmp_path) == ["a", "y", "z", "c", "d.html"]


def test_hidden_and_unknown_files_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "picture.png", "noise", "a.txt"):
        write(tmp_path / name)
    assert read_ids(tmp_path) == ["a"]


def test_a_loop_of_links_is_not_entered(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    assert read_ids(tmp_path) == ["a"]


def test_a_linked_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").symlink_to(write(tmp_path / "a.txt"))
    assert read_ids(tmp_path / "in") == ["b"]


def test_a_link_that_leads_nowhere_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    write(tmp_path / "b.txt")
    assert read_ids(tmp_path) == ["error", "b"]


def test_a_named_pipe_in_a_folder_is_reported_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    first = next(iter(read_documents([str(tmp_path)])))
    assert "no regular file" in reason(first)


def test_a_folder_without_documents_names_the_suffixes(tmp_path: Path) -> None:
    write(tmp_path / "a.pdf")
    [found] = read_documents([str(tmp_path)])
    assert all(suffix in reason(found) for suffix in KNOWN_SUFFIXES)


def test_a_path_that_does_not_exist_says_what_to_do(tmp_path: Path) -> None:
    [found] = read_documents([str(tmp_path / "a.txt")])
    assert reason(found) == "there is no such file; check the path"


@pytest.mark.parametrize("address", ["https://example.org/a.html", "HTTP://example.org"])
def test_an_address_is_not_fetched(address: str) -> None:
    [found] = read_documents([address])
    assert "save the page" in reason(found)


def test_an_unknown_suffix_says_how_to_name_the_format(tmp_path: Path) -> None:
    assert "--input-format" in reason(read_file(tmp_path / "a.log", "text"))


def test_a_named_format_reads_an_unknown_suffix(tmp_path: Path) -> None:
    assert document(read_file(tmp_path / "a.log", "text", format="txt")).id == "a"


def test_a_known_suffix_wins_over_the_named_format(tmp_path: Path) -> None:
    assert document(read_file(tmp_path / "a.txt", "text", format="jsonl")).text == "text"


def test_a_file_without_suffix_keeps_its_name_as_id(tmp_path: Path) -> None:
    assert document(read_file(tmp_path / "article", "text", format="txt")).id == "article"


def test_a_name_that_is_no_utf8_is_shown_as_valid_text(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("text")
    [found] = read_documents([path])
    assert document(found).id == "caf\ufffd"
    assert str(document(found).origin).encode("utf-8")


def test_a_folder_without_permission_is_reported_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "b.txt")
    locked = tmp_path / "a"
    locked.mkdir()
    iterdir = Path.iterdir

    def refused(path: Path) -> Iterator[Path]:  # the superuser is never refused, so it is acted here
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    first, second = read_documents([str(tmp_path)])
    assert reason(first) == "the folder cannot be read: Permission denied; check its permissions"
    assert document(second).id == "b"


def test_an_empty_path_is_not_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    [found] = read_documents([""])
    assert "the path is empty" in reason(found)
