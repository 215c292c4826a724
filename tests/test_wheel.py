"""The wheel as a user gets it: built from the checkout, unpacked elsewhere, run from there."""

import os
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture
def run_installed(wheel: Path, tmp_path: Path):
    """Runs ``claimtrack`` from the unpacked wheel in an empty folder, the checkout out of sight."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    work = tmp_path / "work"
    work.mkdir()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("CLAIMTRACK_")}
    environment["PYTHONPATH"] = str(tmp_path / "site")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.pop("PYTHONPYCACHEPREFIX", None)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "claimtrack", *arguments]
        return subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, timeout=120)

    return run


def test_the_wheel_carries_migrations_sample_lexicons_model_and_type_marker(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "claimtrack/_migrations/env.py",
        "claimtrack/_seeds/putin-north-korea-visit.txt",
        "claimtrack/extract/lexicons/cues.tsv",
        "claimtrack/extract/lexicons/stance.toml",
        "claimtrack/model/MODEL_CARD.md",
        "claimtrack/model/files/LICENSE-APACHE-2.0.txt",
        "claimtrack/model/files/NOTICE",
        "claimtrack/model/files/attribution.onnx",
        "claimtrack/model/sentence_files/sentence.onnx",
        "claimtrack/model/stance_files/stance.onnx",
        "claimtrack/model/matcher_files/matcher.onnx",
        "claimtrack/model/files/manifest.json",
        "claimtrack/model/files/tokenizer.json",
        "claimtrack/py.typed",
    }
    assert wanted <= names
    assert any(name.startswith("claimtrack/_migrations/versions/0001") for name in names)


def test_the_wheel_holds_nothing_but_the_package_and_its_metadata(wheel):
    tops = {name.split("/")[0].split("-")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"claimtrack"}


def test_a_model_takes_less_than_forty_megabytes_of_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        sizes = Counter()
        for file in archive.infolist():
            if file.filename.startswith("claimtrack/model/"):
                sizes[file.filename.split("/")[2]] += file.compress_size
    assert {"files", "sentence_files", "stance_files", "matcher_files"} <= sizes.keys()
    assert max(sizes.values()) < 40_000_000


def test_the_wheel_stays_under_seventy_five_megabytes(wheel):
    assert wheel.stat().st_size < 75_000_000  # four networks; the index takes a hundred


def test_the_wheel_asks_itself_for_what_trafilatura_only_gets_with_a_new_pip(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        assert b"\nRequires-Dist: lxml-html-clean" in archive.read(metadata)


def test_the_program_that_runs_is_the_unpacked_one(run_installed, tmp_path):
    assert run_installed("--version").returncode == 0
    compiled = tmp_path / "site" / "claimtrack" / "__pycache__"
    assert compiled.is_dir()  # Python compiles what it imports, beside it


def test_the_installed_program_makes_its_database_and_does_the_main_job(run_installed):
    made = run_installed("db", "upgrade")
    assert made.returncode == 0, made.stderr
    demo = run_installed("demo")
    assert demo.returncode == 0, demo.stderr
    assert "Yuri Ushakov" in demo.stdout
    assert run_installed("db", "check").returncode == 0
