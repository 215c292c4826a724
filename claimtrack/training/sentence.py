"""Make the sentence encoder that claimtrack ships: all-MiniLM-L6-v2, taught subjects of news, as ONNX in 8 bits.

    python -m claimtrack.training.sentence benchmarks/training/subjects.jsonl OUT --name NAME [--encoder FOLDER]

Training begins with the weights of the package, or of FOLDER (``training.subjects``), and takes ten minutes on two
cores. Ends with an error where a text's vector in 8 bits has a cosine of less than 0.97 with its vector in 32. Needs
the extra ``train``.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from claimtrack.model.sentence import NETWORK, SENTENCE_FORMAT, read_sentence_encoder
from claimtrack.training.encoder import load_tokenizer, unpacked_encoder
from claimtrack.training.sentence_network import SentenceNetwork
from claimtrack.training.shipping import put_in_place, write_files
from claimtrack.training.subjects import read_subjects, teach_subjects

__all__ = ["export_sentence_encoder"]

LEAST_ALIKE = 0.97
TRIED = (
    "Arms transfers",
    "North Korea has shipped 6,700 containers to Russia since August",
    "We have never sold a single round to anybody, and we do not intend to",
    "The match was called off after hail took every pane of the greenhouse behind the stand",
    "Nurses say that they have waited two years for the pay that was promised to them",
)


def export_sentence_encoder(network: SentenceNetwork, tokenizer: Tokenizer, name: str, out: Path) -> float:
    """Write the encoder's folder; the least cosine of a text's vectors before and after. If too low, nothing is."""
    manifest = {"format": SENTENCE_FORMAT, "name": name, "width": network.shape.width}
    with tempfile.TemporaryDirectory() as place:
        made = Path(place)
        write_files(network, tokenizer, made, NETWORK, "vectors", manifest)
        alike = _least_alike(network, tokenizer, made)
        if alike >= LEAST_ALIKE:
            put_in_place(made, NETWORK, out)
    return alike


def _least_alike(network: SentenceNetwork, tokenizer: Tokenizer, folder: Path) -> float:
    made = read_sentence_encoder(folder).encode(TRIED)
    with torch.no_grad():
        exact = torch.cat([network(torch.tensor([tokenizer.encode(text).ids])) for text in TRIED]).numpy()
    return float((made * exact).sum(axis=1).min())


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export, and print the losses and how alike the vectors are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("subjects", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", required=True)
    parser.add_argument("--encoder", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = options.encoder or unpacked_encoder(Path(place))
        network, tokenizer = SentenceNetwork.pretrained(folder), load_tokenizer(folder)
    for epoch, loss in enumerate(teach_subjects(network, tokenizer, read_subjects(options.subjects)), 1):
        print(f"epoch {epoch}: loss {loss:.3f}", flush=True)
    alike = export_sentence_encoder(network, tokenizer, options.name, options.out)
    print(f"least cosine of a text's vectors in 8 and in 32 bits: {alike:.4f}")
    if alike < LEAST_ALIKE:
        sys.exit(f"at least {LEAST_ALIKE} is needed; nothing is written")


if __name__ == "__main__":
    main()
