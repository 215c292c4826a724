"""The quality gate: floors hold, only move up by themselves, and are tied to their gold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.test_benchmarks import ROOT, WITH_FIELDS


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(WITH_FIELDS) + "\n", encoding="utf-8")
    return path


def gate(gold: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    script = str(ROOT / "benchmarks" / "quality_gate.py")
    files = ["--gold", str(gold), "--baseline", str(gold.with_name("baseline.json"))]
    command = [sys.executable, script, *files, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def baseline(gold: Path) -> dict[str, object]:
    return json.loads(gold.with_name("baseline.json").read_text("utf-8"))


def change_floor(gold: Path, name: str, value: float) -> None:
    changed = baseline(gold)
    changed["floors"][name] = value
    gold.with_name("baseline.json").write_text(json.dumps(changed), encoding="utf-8")


def test_the_program_is_as_good_as_its_floors_say():
    command = [sys.executable, str(ROOT / "benchmarks" / "quality_gate.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_figure_below_its_floor_fails(gold):
    assert gate(gold, "--rebase", "--why", "first").returncode == 0
    change_floor(gold, "gold: found", 100.1)
    done = gate(gold)
    assert done.returncode == 1
    assert "below the floor: gold: found" in done.stderr


def test_another_gold_file_is_not_compared(gold):
    gate(gold, "--rebase", "--why", "first")
    gold.write_text(gold.read_text("utf-8") + "\n", encoding="utf-8")
    done = gate(gold)
    assert done.returncode == 1
    assert "gold.jsonl: not what the floors were set on" in done.stderr


def test_raising_lifts_low_floors_and_lowers_none(gold):
    gate(gold, "--rebase", "--why", "first")
    change_floor(gold, "gold: found", 3.0)
    change_floor(gold, "gold: date", 99.9)
    assert gate(gold, "--raise").returncode == 0
    assert baseline(gold)["floors"]["gold: found"] == 99.0
    assert baseline(gold)["floors"]["gold: date"] == 99.9


@pytest.mark.parametrize("option", [["--rebase"], ["--lower", "gold: found"], ["--rebase", "--why", " "]])
def test_floors_are_not_lowered_without_a_reason(gold, option):
    done = gate(gold, *option)
    assert done.returncode == 2
    assert "say why" in done.stderr
    assert not gold.with_name("baseline.json").exists()


def test_a_floor_is_lowered_with_its_reason_beside_it(gold):
    gate(gold, "--rebase", "--why", "first")
    change_floor(gold, "gold: date", 100.0)
    assert gate(gold, "--lower", "gold: date", "--why", "dates are read more strictly").returncode == 0
    assert baseline(gold)["floors"]["gold: date"] == 99.0
    assert baseline(gold)["lowered"] == ["first", "gold: date: dates are read more strictly"]


def test_of_several_broken_floors_only_those_named_are_lowered(gold):
    gate(gold, "--rebase", "--why", "first")
    change_floor(gold, "gold: date", 100.1)
    change_floor(gold, "gold: found", 100.1)
    done = gate(gold, "--lower", "gold: date", "--why", "another processor")
    assert done.returncode == 1
    assert baseline(gold)["floors"]["gold: date"] == 100.1
    assert gate(gold, "--lower", "gold: date", "--lower", "gold: found", "--why", "another processor").returncode == 0
    assert {baseline(gold)["floors"][name] for name in ("gold: date", "gold: found")} == {99.0}
