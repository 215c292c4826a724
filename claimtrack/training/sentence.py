"""Make the sentence encoder that claimtrack ships: all-MiniLM-L6-v2 (Reimers & Gurevych 2019) as ONNX in 8 bits.

    python -m claimtrack.training.sentence OUT [--encoder FOLDER]

Nothing is trained: the weights are those of the package, or of FOLDER. Ends with an error where a text's vector in 8
bits has a cosine of less than 0.97 with its vector in 32. Needs the extra ``train``.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from claimtrack.model.loading import MANIFEST, TOKENIZER
from claimtrack.model.sentence import NETWORK, SENTENCE_FORMAT, read_sentence_encoder
from claimtrack.training.encoder import CONFIG, load_tokenizer, unpacked_encoder
from claimtrack.training.export import quantize
from claimtrack.training.network import Layer, Shape
from claimtrack.training.weights import load_weights

__all__ = ["SentenceNetwork", "export_sentence_encoder"]

NAME = "all-MiniLM-L6-v2-int8"
LEAST_ALIKE = 0.97
TRIED = (
    "Arms transfers",
    "North Korea has shipped 6,700 containers to Russia since August",
    "We have never sold a single round to anybody, and we do not intend to",
    "The match was called off after hail took every pane of the greenhouse behind the stand",
    "Nurses say that they have waited two years for the pay that was promised to them",
)


class SentenceNetwork(nn.Module):
    """Pieces in, one vector of length 1 a text out: the mean over its pieces."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, 0.0) for _ in range(shape.layers))

    def forward(self, pieces: Tensor) -> Tensor:
        """Vectors ``[batch, width]`` of texts as ``[batch, pieces]``, filled up with zeros."""
        state = self.norm(self.words(pieces) + self.positions(torch.arange(pieces.shape[1])))
        mask = torch.where(pieces == 0, -1e4, 0.0).repeat_interleave(self.shape.heads, 0)[:, None, :]
        for layer in self.layers:
            state = layer(state, mask)
        there = (pieces != 0).to(state.dtype)[:, :, None]
        return functional.normalize((state * there).sum(1) / there.sum(1).clamp(min=1.0), dim=1)

    @classmethod
    def pretrained(cls, folder: Path) -> "SentenceNetwork":
        """The network with the weights of a checkpoint."""
        network, weights = cls(Shape.from_config(folder / CONFIG)), load_weights(folder)
        with torch.no_grad():
            network.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            network.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            network.positions.weight.add_(weights["embeddings.token_type_embeddings.weight"][0])
            network.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            network.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(network.layers):
                layer.load(weights, f"encoder.layer.{number}")
        network.eval()
        return network


def export_sentence_encoder(folder: Path, out: Path) -> float:
    """Write the encoder of a checkpoint's folder; the least cosine between a text's vectors before and after."""
    network, tokenizer = SentenceNetwork.pretrained(folder), load_tokenizer(folder)
    with tempfile.TemporaryDirectory() as place:
        made = Path(place)
        _write_onnx(network, made / "exact.onnx")
        quantize(made / "exact.onnx", made / NETWORK)
        tokenizer.save(str(made / TOKENIZER))
        _write_manifest(network, made)
        alike = _least_alike(network, tokenizer, made)
        if alike >= LEAST_ALIKE:
            out.mkdir(parents=True, exist_ok=True)
            for file in (NETWORK, TOKENIZER, MANIFEST):
                shutil.copy(made / file, out / file)
    return alike


def _write_onnx(network: SentenceNetwork, path: Path) -> None:
    torch.onnx.export(
        network,
        (torch.randint(200, 2000, (2, 24)),),
        str(path),
        input_names=["pieces"],
        output_names=["vectors"],
        dynamic_axes={"pieces": {0: "batch", 1: "pieces"}, "vectors": {0: "batch"}},
        opset_version=20,
        dynamo=False,
    )


def _write_manifest(network: SentenceNetwork, folder: Path) -> None:
    manifest = {
        "format": SENTENCE_FORMAT,
        "name": NAME,
        "width": network.shape.width,
        "sha256": {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in (NETWORK, TOKENIZER)},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _least_alike(network: SentenceNetwork, tokenizer: Tokenizer, folder: Path) -> float:
    made = read_sentence_encoder(folder).encode(TRIED)
    with torch.no_grad():
        exact = torch.cat([network(torch.tensor([tokenizer.encode(text).ids])) for text in TRIED]).numpy()
    return float((made * exact).sum(axis=1).min())


def main(arguments: Sequence[str] | None = None) -> None:
    """Export, and print how alike the vectors are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        alike = export_sentence_encoder(options.encoder or unpacked_encoder(Path(place)), options.out)
    print(f"least cosine of a text's vectors in 8 and in 32 bits: {alike:.4f}")
    if alike < LEAST_ALIKE:
        sys.exit(f"at least {LEAST_ALIKE} is needed; nothing is written")


if __name__ == "__main__":
    main()
