"""Files of a model are read once, whoever asks."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimtrack.errors import ModelError
from claimtrack.model.checked import Once


def test_threads_that_ask_at_once_get_one_model() -> None:
    def read(folder: Path) -> object:
        time.sleep(0.05)
        return object()

    load = Once(read)
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(load, [Path("model")] * 4))
    assert len(found) == 1


def test_each_folder_is_read() -> None:
    load = Once(str)
    assert [load(Path("one")), load(Path("two"))] == ["one", "two"]


def test_what_could_not_be_read_is_tried_again() -> None:
    asked: list[Path] = []

    def read(folder: Path) -> str:
        asked.append(folder)
        if len(asked) == 1:
            raise ModelError("not yet")
        return "read"

    load = Once(read)
    with pytest.raises(ModelError):
        load(Path("model"))
    assert load(Path("model")) == "read"
