"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimtrack.errors import ClaimtrackError

__all__ = ["replaced_file"]


@contextmanager
def replaced_file(path: str) -> Iterator[BinaryIO]:
    """A binary file to write, which takes its name only at the end of the block.

    Where the block fails or is interrupted, a file that was there before stays as it was. What is no regular
    file (``/dev/stdout``, a pipe) is written directly. Raises ClaimtrackError where it cannot be written.
    """
    target = Path(path).resolve()
    direct = target.exists() and not target.is_file()
    if target.is_dir():
        raise ClaimtrackError(f"{path}: is a folder; name a file in it")
    part = target if direct else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        stream = part.open("wb" if direct else "xb")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with stream:
            yield stream
        if not direct:
            part.replace(target)
    except BaseException as error:
        if not direct:
            part.unlink(missing_ok=True)
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise _unwritable(path, error) from error
        raise


def _unwritable(path: str, error: OSError) -> ClaimtrackError:
    return ClaimtrackError(f"{path}: cannot be written: {error.strerror or error}; choose another place")
