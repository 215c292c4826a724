"""Make the sentence encoder that claimtrack ships: all-MiniLM-L6-v2, taught subjects of news, as ONNX in 8 bits.

    python -m claimtrack.training.sentence benchmarks/training/subjects.jsonl \\
        benchmarks/training/subjects_articles.jsonl benchmarks/training/subjects_sets.jsonl \\
        benchmarks/training/subjects_stories.jsonl --out OUT --name NAME [--encoder FOLDER] [--keep FILE]

Training begins with the weights of the package, or of FOLDER, and takes an hour on two cores
(``training.sentence_lessons``); ``training.soup`` puts several runs together. Ends with an error where a vector in 8
bits has a cosine of less than 0.97 with that in 32. Needs the extra ``train``.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from claimtrack.domain.placed import Placed, placed
from claimtrack.domain.spans import Span
from claimtrack.model.sentence import NETWORK, SENTENCE_FORMAT, pieces_amid, pieces_of, read_sentence_encoder
from claimtrack.training.encoder import load_tokenizer, unpacked_encoder
from claimtrack.training.sentence_lessons import teach_subjects
from claimtrack.training.sentence_network import SentenceNetwork
from claimtrack.training.shipping import put_in_place, write_files
from claimtrack.training.subjects import read_sets, read_subjects

__all__ = ["LEAST_ALIKE", "export_sentence_encoder"]

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
    encoder = read_sentence_encoder(folder)
    said = [_amid_the_others(number) for number in range(len(TRIED))]
    made = np.concatenate([encoder.encode(TRIED), encoder.encode_statements(said)])
    read = [pieces_of(tokenizer, text) for text in TRIED] + [pieces_amid(tokenizer, each) for each in said]
    with torch.no_grad():
        exact = torch.cat([network(torch.tensor([pieces])) for pieces in read]).numpy()
    return float((made * exact).sum(axis=1).min())


def _amid_the_others(number: int) -> Placed:
    start = sum(len(text) + 1 for text in TRIED[:number])
    return placed("\n".join(TRIED), [Span(start, start + len(TRIED[number]))])


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export, and print the losses and how alike the vectors are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("subjects", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--keep", type=Path, help="a file for the weights in 32 bits, with which others may begin")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = options.encoder or unpacked_encoder(Path(place))
        network, tokenizer = SentenceNetwork.pretrained(folder), load_tokenizer(folder)
    subjects, sets = read_subjects(options.subjects), read_sets(options.sets)
    for epoch, loss in enumerate(teach_subjects(network, tokenizer, subjects, sets), 1):
        print(f"epoch {epoch}: loss {loss:.3f}", flush=True)
        if options.keep:
            torch.save(network.state_dict(), options.keep)
    alike = export_sentence_encoder(network, tokenizer, options.name, options.out)
    print(f"least cosine of vectors in 8 and in 32 bits: {alike:.4f}")
    if alike < LEAST_ALIKE:
        sys.exit(f"at least {LEAST_ALIKE} is needed; nothing is written")


if __name__ == "__main__":
    main()
