"""Models are loaded while a command does something else."""

import threading

import pytest

from claimtrack.errors import ModelError
from claimtrack.workflows import encoder


def test_another_thread_loads_both(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def note(name: str) -> None:
        asked.append((name, threading.current_thread().name))

    monkeypatch.setattr(encoder, "encoder_or_none", lambda: note("encoder"))
    monkeypatch.setattr(encoder, "matcher_or_none", lambda: note("matcher"))
    encoder.begin_loading().join(10)
    assert [name for name, _ in asked] == ["encoder", "matcher"]
    assert threading.current_thread().name not in {thread for _, thread in asked}


@pytest.mark.parametrize("error", [ModelError("damaged"), RuntimeError("the program ends")])
def test_what_goes_wrong_is_told_when_a_model_is_asked_for(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def damaged() -> None:
        raise error

    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    monkeypatch.setattr(encoder, "encoder_or_none", damaged)
    encoder.begin_loading().join(10)
    assert told == []
