"""The lines of a JSONL file that something is learnt from."""

import json
from pathlib import Path

from claimtrack.domain.interchange import JsonObject

__all__ = ["read_lines"]


def read_lines(path: Path) -> list[JsonObject]:
    """Its objects; blank lines are left out."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
