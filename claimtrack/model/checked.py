"""Files of a model as the program gets them: checked against their checksums, and opened.

A model is a folder with ``manifest.json``, which tells its format and the checksums of the other files.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar

from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from tokenizers import Tokenizer

from claimtrack.errors import ModelError

__all__ = ["MANIFEST", "TOKENIZER", "Once", "check_files", "open_network", "open_tokenizer", "opened", "read_manifest"]

MANIFEST, TOKENIZER = "manifest.json", "tokenizer.json"
_ADVICE = "install claimtrack again"
_Reader = TypeVar("_Reader")


def read_manifest(folder: Path, form: int, files: Sequence[str], advice: str) -> Mapping[str, Any]:
    """The manifest of a folder; ModelError, which ends with the advice, where it is missing or not as asked for."""
    path = folder / MANIFEST
    try:
        manifest: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
        found, named = manifest["format"], set(manifest["sha256"].keys())
    except OSError as error:
        raise ModelError(f"the model is missing: {path} cannot be read; {advice}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} is damaged; {advice}") from error
    if found != form:
        raise ModelError(f"{path} is of format {found}, this claimtrack reads format {form}; {advice}")
    if named != set(files):
        raise ModelError(f"{path} names {sorted(named)} instead of the model's files; {advice}")
    return manifest


def check_files(folder: Path, manifest: Mapping[str, Any], advice: str) -> None:
    """ModelError where a file of the model is missing or another than its checksum tells."""
    for name, checksum in manifest["sha256"].items():
        path = folder / name
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"the model is missing: {path} cannot be read; {advice}") from error
        if found != checksum:
            raise ModelError(f"{path} is damaged: its checksum is not the one in {MANIFEST}; {advice}")


def open_network(path: Path) -> InferenceSession:
    """A network that computes with one thread: see ``threads``."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def open_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer to which "[SEP]" in an article is a word like others."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(path))
    tokenizer.encode_special_tokens = True
    return tokenizer


def opened(
    folder: Path,
    form: int,
    network: str,
    made: Callable[[Mapping[str, Any], InferenceSession, Tokenizer], _Reader],
) -> _Reader:
    """What ``made`` makes of a folder with one network, by its manifest, and tries out.

    ModelError where a file is missing, damaged or of another format, and for whatever ``made`` raises.
    """
    manifest = read_manifest(folder, form, (network, TOKENIZER), _ADVICE)
    check_files(folder, manifest, _ADVICE)
    try:
        return made(manifest, open_network(folder / network), open_tokenizer(folder / TOKENIZER))
    except Exception as error:  # the libraries raise classes of their own
        raise ModelError(f"the model in {folder} does not fit this claimtrack ({error}); {_ADVICE}") from error


class Once(Generic[_Reader]):
    """Reads each folder once a process, by one of its threads, for which the others wait."""

    def __init__(self, read: Callable[[Path], _Reader]) -> None:
        self._read, self._lock = cache(read), Lock()

    def __call__(self, folder: Path) -> _Reader:
        """What is read of a folder."""
        with self._lock:
            return self._read(folder)
