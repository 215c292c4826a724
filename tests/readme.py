"""The README's examples, run: ``python -m tests.readme`` puts what they print now under their commands."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"

ROUNDING = 2
"""Hundredths."""
_ROW = re.compile(r" 0\.(\d\d)")
_EXAMPLE = re.compile(r"```console\n\$ (?P<command>[^\n]*)\n.*?```", re.DOTALL)


def refreshed(text: str) -> str:
    """The text with each ``console`` block's command run, in order, in one new folder, and its output below it.

    AssertionError where a command fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
        return _EXAMPLE.sub(lambda match: _block(match["command"], folder), text)


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for scores of listed statements, up to ``ROUNDING``, and order among equals.

    Networks in 8 bits round otherwise on other processors.
    """
    (lines, rows), (other_lines, other_rows) = _parted(one), _parted(other)
    near = (abs(score - other_rows[row]) <= ROUNDING for row, score in rows.items() if row in other_rows)
    return lines == other_lines and rows.keys() == other_rows.keys() and all(near) and _falling(rows.values())


def _parted(text: str) -> tuple[list[str], dict[str, int]]:
    """The text without the rows that begin with a score, and these rows, each with its score."""
    lines: list[str] = []
    rows: dict[str, int] = {}
    for part in re.split(r"(?m)^(?= 0\.\d\d[ *])|^(?! )", text):
        scored = _ROW.match(part)
        if scored:
            rows[part[scored.end() :]] = int(scored[1])
        else:
            lines.append(part)
    return lines, rows


def _falling(scores: Iterable[int]) -> bool:
    return all(after <= before + ROUNDING for before, after in pairwise(scores))


def _block(command: str, folder: str) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CLAIMTRACK_")}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**environment, "PATH": path, "COLUMNS": "118"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    output = "\n".join(line.rstrip() for line in done.stdout.decode("utf-8").splitlines())
    assert done.returncode == 0, f"$ {command}\n{output}"
    return f"```console\n$ {command}\n{output}\n```"


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
