"""No network at any time: the program works where every socket is refused."""

import json
import subprocess
import sys
from pathlib import Path

SEED = Path(__file__).parents[1] / "seeds" / "putin-north-korea-visit.txt"
WITHOUT_SOCKETS = """
import sys

def refuse(event, arguments):
    if event.startswith("socket."):
        raise AssertionError(f"{event}{arguments}")

sys.addaudithook(refuse)
from claimtrack.cli.app import main
sys.argv = ["claimtrack", "annotate", sys.argv[1]]
main()
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, str(SEED)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_annotate_opens_no_socket() -> None:
    done = run(WITHOUT_SOCKETS)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["statements"]) > 20


def test_a_socket_would_be_noticed() -> None:
    done = run(WITHOUT_SOCKETS.replace("main()", "import socket; socket.socket()"))
    assert "AssertionError: socket.__new__" in done.stderr
