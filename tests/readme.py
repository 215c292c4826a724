"""The README's examples, run: ``python -m tests.readme`` puts what they print now under their commands."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"

_EXAMPLE = re.compile(r"```console\n\$ (?P<command>[^\n]*)\n.*?```", re.DOTALL)


def refreshed(text: str) -> str:
    """The text with each ``console`` block's command run, in order, in one new folder, and its output below it.

    AssertionError where a command fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
        return _EXAMPLE.sub(lambda match: _block(match["command"], folder), text)


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
