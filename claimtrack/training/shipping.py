"""A trained network as claimtrack ships it: ONNX in 8 bits, a tokenizer, and a manifest with their checksums."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from claimtrack.model.checked import MANIFEST, TOKENIZER
from claimtrack.training.export import quantize

__all__ = ["put_in_place", "write_files"]


def write_files(
    network: nn.Module, tokenizer: Tokenizer, folder: Path, name: str, output: str, manifest: Mapping[str, object]
) -> None:
    """Write the folder of a network that takes ``pieces`` and gives ``output``; ``name`` is its file's."""
    exact = folder / "exact.onnx"
    torch.onnx.export(
        network,
        (torch.randint(200, 2000, (2, 24)),),
        str(exact),
        input_names=["pieces"],
        output_names=[output],
        dynamic_axes={"pieces": {0: "batch", 1: "pieces"}, output: {0: "batch"}},
        opset_version=20,
        dynamo=False,
    )
    quantize(exact, folder / name, exact="head")
    tokenizer.save(str(folder / TOKENIZER))
    sums = {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in (name, TOKENIZER)}
    (folder / MANIFEST).write_text(json.dumps({**manifest, "sha256": sums}, indent=1) + "\n", encoding="utf-8")


def put_in_place(folder: Path, name: str, out: Path) -> None:
    """Copy what ``write_files`` wrote to where it is to stay."""
    out.mkdir(parents=True, exist_ok=True)
    for file in (name, TOKENIZER, MANIFEST):
        shutil.copy(folder / file, out / file)
