"""Models are loaded while a command does something else."""

import threading

import pytest

from claimtrack.errors import ModelError
from claimtrack.workflows import encoder


def _loaded_by() -> None:
    encoder.begin_loading()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(10)


def test_another_thread_loads_both(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def note(name: str) -> None:
        asked.append((name, threading.current_thread().name))

    monkeypatch.setattr(encoder, "encoder_or_none", lambda: note("encoder"))
    monkeypatch.setattr(encoder, "matcher_or_none", lambda: note("matcher"))
    _loaded_by()
    assert [name for name, _ in asked] == ["encoder", "matcher"]
    assert threading.current_thread().name not in {thread for _, thread in asked}


def test_a_damaged_model_is_told_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> None:
        raise ModelError("damaged")

    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    monkeypatch.setattr(encoder, "encoder_or_none", damaged)
    monkeypatch.setattr(encoder, "matcher_or_none", damaged)
    _loaded_by()
    assert told == []
