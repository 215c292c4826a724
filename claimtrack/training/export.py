"""Make the model that claimtrack ships from a trained network: ONNX in 8 bits, checked against the original.

    python -m claimtrack.training.export RUN DEV.jsonl OUT --name NAME

RUN is what ``claimtrack.training.train`` wrote. The weights of all matrix products and the word embeddings are stored
in 8 bits, a scale for each output; activations are quantised as they come (``training.rounding``). The confidence is
fitted on DEV. Ends with an error where the exported model scores more than 0.3 F1 below the network on DEV. Needs the
extra ``train``.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from claimtrack.domain.interchange import JsonObject
from claimtrack.model.confidence import SIGNS
from claimtrack.model.loading import (
    FORMAT,
    INPUTS,
    MANIFEST,
    MEANINGS,
    NETWORK,
    TOKENIZER,
    AttributionModel,
    read_model,
)
from claimtrack.training.calibrate import calibrate
from claimtrack.training.encoder import load_tokenizer
from claimtrack.training.evaluate import Read, evaluate, reader, session_reader, tables
from claimtrack.training.examples import Reading, read_corpus
from claimtrack.training.network import AttributionNetwork
from claimtrack.training.run import LOG, RECIPE, trained

MOST_LOST = 0.3
"""F1 points that the exported model may lose."""
LEAST = 0.35
"""Attributions below this confidence cost more F1 than they bring: the best threshold is half the F1 reached (Lipton et
al. 2014), here a little less, since whoever checks by hand would rather see one too many."""
CHECKED = ("source exact", "cue exact", "content exact", "relations all")
OUTPUTS = ["emissions", "links", "extras"]


def write_onnx(network: AttributionNetwork, path: Path) -> None:
    """The network in ONNX, in 32 bits."""
    pieces = torch.randint(200, 2000, (2, 24))
    rest = torch.zeros_like(pieces)
    axes = {name: {0: "batch", 1: "words" if name == "firsts" else "pieces"} for name in INPUTS}
    axes |= {name: {0: "batch", 1: "words"} for name in OUTPUTS}
    torch.onnx.export(
        network,
        (pieces, rest, rest, torch.arange(12).repeat(2, 1)),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=20,
        dynamo=False,
    )


def quantize(path: Path, out: Path, exact: str | None = None) -> None:
    """The same network with the weights of its layers, all but ``exact``, and its word embeddings in 8 bits."""
    nodes = onnx.load(path).graph.node
    small = [node.name for node in nodes if node.op_type == "Gather" and "/words/" not in node.name]
    small += [node.name for node in nodes if exact and f"/{exact}/" in node.name]
    quantize_dynamic(
        str(path),
        str(out),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=small,
        extra_options={"MatMulConstBOnly": True},
    )


def manifest_of(network: AttributionNetwork, name: str, folder: Path, pieces: int) -> JsonObject:
    """What the loader needs to know beside the files."""
    moves, near = tables(network)
    return {
        "format": FORMAT,
        "name": name,
        "sha256": {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in (NETWORK, TOKENIZER)},
        "pieces": pieces,
        **{key: list(meaning) for key, meaning in MEANINGS.items()},
        "moves": np.round(moves.astype(np.float64), 4).tolist(),
        "near": np.round(near.astype(np.float64), 4).tolist(),
        "calibration": {"bias": 0.0, "weights": [0.0] * len(SIGNS)},
        "least": LEAST,
    }


def write_manifest(manifest: JsonObject, folder: Path) -> None:
    """Write the manifest."""
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def lost_in(network: AttributionNetwork, model: AttributionModel, dev: Sequence[Reading]) -> float:
    """How much F1 the model is below the network at most; prints both."""

    def f1s(read: Read) -> dict[str, float]:
        return {name: tally.f1 for name, tally in evaluate(read, *tables(network), dev, model.pieces).items()}

    before, after = f1s(reader(network, exact=True)), f1s(session_reader(model.session))
    for key, value in before.items():
        print(f"{key:22} {value:6.2f} {after[key]:6.2f}")
    return max(before[key] - after[key] for key in CHECKED)


def export(run: Path, dev_path: Path, out: Path, name: str) -> None:
    """Write the model's folder, or nothing and SystemExit where it loses too much."""
    network = trained(run)
    pieces = json.loads((run / RECIPE).read_text("utf-8"))["size"]
    dev = read_corpus(dev_path, load_tokenizer(run))
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        write_onnx(network, made / "exact.onnx")
        quantize(made / "exact.onnx", made / NETWORK)
        shutil.copy(run / TOKENIZER, made / TOKENIZER)
        manifest = manifest_of(network, name, made, pieces)
        write_manifest(manifest, made)
        model = read_model(made)
        lost = lost_in(network, model, dev)
        if lost > MOST_LOST:
            sys.exit(f"the exported model loses {lost:.2f} F1, at most {MOST_LOST} are allowed; nothing is written")
        manifest["calibration"] = calibrate(model, dev)
        write_manifest(manifest, made)
        out.mkdir(parents=True, exist_ok=True)
        for file in (NETWORK, TOKENIZER, MANIFEST):
            shutil.copy(made / file, out / file)
    for record in (RECIPE, LOG):
        shutil.copy(run / record, out / record)


def main(arguments: Sequence[str] | None = None) -> None:
    """Export, and print the scores of both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", required=True)
    options = parser.parse_args(arguments)
    export(options.run, options.dev, options.out, options.name)


if __name__ == "__main__":
    main()
