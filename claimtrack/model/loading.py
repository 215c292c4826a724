"""The model's files: read once, checked against their checksums, and refused where they do not fit.

A model is a folder with ``manifest.json`` (format, name, checksums, and the small tables of numbers), the network as
``attribution.onnx`` and ``tokenizer.json``. The one that comes with claimtrack is in ``claimtrack/model/files``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from claimtrack.errors import ModelError
from claimtrack.model.assemble import TYPES
from claimtrack.model.checked import MANIFEST, TOKENIZER, Once, check_files, open_network, open_tokenizer, read_manifest
from claimtrack.model.confidence import Calibration
from claimtrack.model.labels import LABELS, Floats
from claimtrack.model.links import DISTANCES, WIDTH
from claimtrack.model.words import MARKS, SHAPES

__all__ = [
    "FILES",
    "FORMAT",
    "INPUTS",
    "MANIFEST",
    "MEANINGS",
    "NETWORK",
    "TOKENIZER",
    "AttributionModel",
    "load_model",
    "read_model",
]

FORMAT = 1
"""Raised whenever a model's files mean something else than before."""
FILES = Path(__file__).with_name("files")
NETWORK = "attribution.onnx"
INPUTS = ["pieces", "shapes", "marks", "firsts"]
MOST_PIECES = 512
"""As many positions as the encoder knows."""
MEANINGS = {"labels": LABELS, "types": TYPES, "shapes": SHAPES, "marks": MARKS}
"""What the network's numbers stand for, by their place."""
WIDTHS = [len(LABELS), 6 * WIDTH, 2 + len(TYPES)]
"""Numbers that the network gives for each word: emissions, links, extras."""


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """A model ready to run."""

    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    pieces: int
    """Pieces in a window."""
    moves: Floats
    """Scores from one label to the next ``[labels + 1, labels + 1]``."""
    near: Floats
    """Scores of distances between a cue and what belongs to it ``[2, DISTANCES]``."""
    calibration: Calibration
    least: float
    """The confidence that an attribution has to have."""


def load_model(folder: Path = FILES) -> AttributionModel:
    """The model in a folder, read once a process; ModelError as ``read_model`` raises it."""
    return _loaded(folder)


def read_model(folder: Path) -> AttributionModel:
    """The model in a folder; ModelError where a file is missing, damaged or of another format."""
    manifest = read_manifest(folder, FORMAT, (NETWORK, TOKENIZER), _ADVICE)
    check_files(folder, manifest, _ADVICE)
    try:
        _check_meanings(manifest)
        return AttributionModel(
            name=_name(manifest),
            session=_session(folder / NETWORK),
            tokenizer=open_tokenizer(folder / TOKENIZER),
            pieces=_pieces(manifest),
            moves=_table(manifest, "moves", (len(LABELS) + 1, len(LABELS) + 1)),
            near=_table(manifest, "near", (2, DISTANCES)),
            calibration=_calibration(manifest),
            least=_number(manifest["least"], 0.0, 1.0),
        )
    except ModelError:
        raise
    except Exception as error:  # the libraries raise classes of their own
        raise ModelError(f"the model in {folder} does not fit this claimtrack ({error}); {_ADVICE}") from error


_loaded = Once(read_model)


_ADVICE = "install claimtrack again, or use --extractor rules"


def _session(path: Path) -> InferenceSession:
    session = open_network(path)
    inputs = [each.name for each in session.get_inputs()]
    if inputs != INPUTS:
        raise ModelError(f"{path} takes {inputs} instead of {INPUTS}; {_ADVICE}")
    widths = [output.shape[-1] for output in session.get_outputs()]
    if widths != WIDTHS:
        raise ModelError(f"{path} says {widths} numbers of each word instead of {WIDTHS}; {_ADVICE}")
    return session


def _table(manifest: Mapping[str, Any], name: str, shape: tuple[int, int]) -> Floats:
    table: Floats = np.asarray(manifest[name], dtype=np.float32)
    if table.shape != shape:
        raise ValueError(f"{name} is {table.shape}, not {shape}")
    if not np.isfinite(table).all():
        raise ValueError(f"{name} has what is no number")
    return table


def _check_meanings(manifest: Mapping[str, Any]) -> None:
    for name, meaning in MEANINGS.items():
        if manifest[name] != list(meaning):
            raise ValueError(f"{name} are {manifest[name]}, not {list(meaning)}")


def _name(manifest: Mapping[str, Any]) -> str:
    name = manifest["name"]
    if not isinstance(name, str) or not name:
        raise ValueError(f"name is {name!r}")
    return name


def _pieces(manifest: Mapping[str, Any]) -> int:
    return int(_number(manifest["pieces"], 16, MOST_PIECES))


def _calibration(manifest: Mapping[str, Any]) -> Calibration:
    found = manifest["calibration"]
    return Calibration(_number(found["bias"]), [_number(weight) for weight in found["weights"]])


def _number(value: object, low: float = -100.0, high: float = 100.0) -> float:
    if not isinstance(value, int | float) or not low <= value <= high:
        raise ValueError(f"{value!r} is no number from {low} to {high}")
    return float(value)
