"""Models are loaded while a command does something else."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claimtrack.errors import ModelError
from claimtrack.workflows import encoder


def test_another_thread_loads_both(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def note(name: str) -> None:
        asked.append((name, threading.current_thread().name))

    monkeypatch.setattr(encoder, "encoder_or_none", lambda: note("encoder"))
    monkeypatch.setattr(encoder, "matcher_or_none", lambda: note("matcher"))
    encoder.begin_loading().result(10)
    assert [name for name, _ in asked] == ["encoder", "matcher"]
    assert threading.current_thread().name not in {thread for _, thread in asked}


def test_what_goes_wrong_is_not_told_before_a_model_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def damaged() -> None:
        raise ModelError("damaged")

    monkeypatch.setattr(encoder, "encoder_or_none", damaged)
    assert isinstance(encoder.begin_loading().exception(10), ModelError)
    assert capfd.readouterr().err == ""


def test_a_program_that_ends_sooner_than_its_models_are_loaded_says_nothing(tmp_path: Path) -> None:
    program = tmp_path / "short.py"
    program.write_text("from claimtrack.workflows.encoder import begin_loading\nbegin_loading()\n", encoding="utf-8")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
