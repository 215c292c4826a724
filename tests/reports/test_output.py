from pathlib import Path

import pytest

from claimtrack.errors import ClaimtrackError
from claimtrack.reports.output import replaced_file


def test_the_file_holds_what_was_written(tmp_path: Path) -> None:
    with replaced_file(str(tmp_path / "a.csv")) as stream:
        stream.write(b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_interrupted_block_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(error), replaced_file(str(tmp_path / "a.csv")) as stream:
        stream.write(b"new")
        raise error
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.csv")
    with replaced_file(str(tmp_path / "link.csv")) as stream:
        stream.write(b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "a.csv").read_bytes() == b"new"


def test_a_device_is_written_directly() -> None:
    with replaced_file("/dev/null") as stream:
        stream.write(b"new")
    assert Path("/dev/null").is_char_device()


def test_a_missing_folder_is_an_error_that_names_the_path(tmp_path: Path) -> None:
    path = str(tmp_path / "none" / "a.csv")
    with (
        pytest.raises(ClaimtrackError, match="cannot be written: No such file") as caught,
        replaced_file(path),
    ):
        pass
    assert str(caught.value).startswith(path)
    assert str(caught.value).endswith("choose another place")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrackError, match="is a folder"), replaced_file(str(tmp_path)):
        pass


def test_a_full_disk_is_an_error_that_names_the_path() -> None:
    said = "/dev/full: cannot be written: No space left"
    with pytest.raises(ClaimtrackError, match=said), replaced_file("/dev/full") as stream:
        stream.write(b"new")
