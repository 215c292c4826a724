"""The model's files: read once, and refused where they do not fit."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimtrack.errors import ModelError
from claimtrack.model.loading import FILES, FORMAT, MANIFEST, NETWORK, TOKENIZER, load_model

ADVICE = "install claimtrack again, or use --extractor rules"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the model that comes with claimtrack."""
    for name in (MANIFEST, NETWORK, TOKENIZER):
        shutil.copy(FILES / name, tmp_path)
    return tmp_path


def _refusal(folder: Path) -> str:
    """Why the model in a folder is refused."""
    with pytest.raises(ModelError) as raised:
        load_model(folder)
    return str(raised.value)


def _manifest(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    return manifest


def _change(folder: Path, **fields: object) -> None:
    """Change fields of the manifest."""
    (folder / MANIFEST).write_text(json.dumps(_manifest(folder) | fields), "utf-8")


def _damage(file: Path) -> None:
    """Change a byte in the middle of a file."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def test_the_model_that_comes_with_claimtrack_is_named_by_its_manifest() -> None:
    assert load_model().name == _manifest(FILES)["name"]


def test_a_model_can_be_anywhere(folder: Path) -> None:
    _change(folder, name="of my own")
    assert load_model(folder).name == "of my own"


def test_a_model_is_loaded_once() -> None:
    assert load_model() is load_model()


def test_a_model_is_loaded_once_whether_its_folder_is_told_or_not() -> None:
    assert load_model(FILES) is load_model()


@pytest.mark.parametrize("name", [MANIFEST, NETWORK, TOKENIZER])
def test_a_missing_file_is_told_with_what_to_do(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert _refusal(folder) == f"the model is missing: {folder / name} cannot be read; {ADVICE}"


def test_a_missing_folder_is_told_with_what_to_do(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none").endswith(f"{MANIFEST} cannot be read; {ADVICE}")


@pytest.mark.parametrize("name", [NETWORK, TOKENIZER])
def test_a_file_with_a_changed_byte_is_told_with_what_to_do(folder: Path, name: str) -> None:
    _damage(folder / name)
    assert _refusal(folder) == f"{folder / name} is damaged: its checksum is not the one in {MANIFEST}; {ADVICE}"


def test_a_file_cut_short_is_damaged(folder: Path) -> None:
    (folder / NETWORK).write_bytes((folder / NETWORK).read_bytes()[:-1])
    assert "damaged" in _refusal(folder)


BROKEN = {
    "empty": b"",
    "cut short": b'{"format": 1, "name": "fi',
    "not text": b"\xff\xfe\x00",
    "a list": b"[1]",
    "without a format": b'{"sha256": {}}',
    "without checksums": b'{"format": 1}',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_manifest_is_damaged_that_is(folder: Path, content: bytes) -> None:
    (folder / MANIFEST).write_bytes(content)
    assert _refusal(folder) == f"{folder / MANIFEST} is damaged; {ADVICE}"


def test_a_manifest_is_damaged_whose_checksums_are_no_object(folder: Path) -> None:
    _change(folder, sha256=None)
    assert ADVICE in _refusal(folder)


@pytest.mark.parametrize("name", [NETWORK, TOKENIZER])
def test_a_file_without_a_checksum_is_not_loaded(folder: Path, name: str) -> None:
    checksums = _manifest(folder)["sha256"]
    del checksums[name]
    _change(folder, sha256=checksums)
    assert ADVICE in _refusal(folder)


def test_another_format_is_told_with_what_to_do(folder: Path) -> None:
    _change(folder, format=FORMAT + 1)
    assert _refusal(folder) == (
        f"{folder / MANIFEST} is of format {FORMAT + 1}, this claimtrack reads format {FORMAT}; {ADVICE}"
    )


MISFITS: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a row of moves is missing": (lambda manifest: manifest["moves"].pop(), "moves is (13, 14), not (14, 14)"),
    "a row of distances is missing": (lambda manifest: manifest["near"].pop(), "near is (1, 17), not (2, 17)"),
    "a row is shorter than others": (lambda manifest: manifest["moves"][3].pop(), "inhomogeneous"),
    "labels are in another order": (lambda manifest: manifest["labels"].reverse(), "labels are"),
    "types are in another order": (lambda manifest: manifest["types"].reverse(), "types are"),
    "windows are larger than the encoder": (lambda manifest: manifest.update(pieces=9999), "9999 is no number from 16"),
    "a number is infinite": (lambda manifest: manifest["near"][0].__setitem__(0, float("inf")), "what is no number"),
    "the least confidence is none": (lambda manifest: manifest.update(least=float("nan")), "nan is no number"),
    "the name is empty": (lambda manifest: manifest.update(name=""), "name is ''"),
    "a number is a word": (lambda manifest: manifest["near"][0].__setitem__(0, "far"), "'far'"),
    "moves are missing": (lambda manifest: manifest.pop("moves"), "'moves'"),
    "the name is missing": (lambda manifest: manifest.pop("name"), "'name'"),
    "the size of windows is missing": (lambda manifest: manifest.pop("pieces"), "'pieces'"),
    "a weight of the confidence is missing": (
        lambda manifest: manifest["calibration"]["weights"].pop(),
        "calibration has 6 weights, not 7",
    ),
    "the bias of the confidence is missing": (lambda manifest: manifest["calibration"].pop("bias"), "'bias'"),
}


@pytest.mark.parametrize(("change", "reason"), MISFITS.values(), ids=MISFITS)
def test_a_model_is_refused_where(folder: Path, change: Callable[[dict[str, Any]], object], reason: str) -> None:
    manifest = _manifest(folder)
    change(manifest)
    _change_all(folder, manifest)
    refusal = _refusal(folder)
    assert refusal.startswith(f"the model in {folder} does not fit this claimtrack (")
    assert reason in refusal
    assert refusal.endswith(f"); {ADVICE}")


def _change_all(folder: Path, manifest: dict[str, Any]) -> None:
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def test_a_model_that_was_refused_loads_once_it_is_repaired(folder: Path) -> None:
    _damage(folder / TOKENIZER)
    assert "damaged" in _refusal(folder)
    shutil.copy(FILES / TOKENIZER, folder)
    assert load_model(folder).name == _manifest(folder)["name"]
