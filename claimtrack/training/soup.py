"""Make a sentence encoder of several: the mean of their weights, which generalizes better than each.

    python -m claimtrack.training.soup WEIGHTS WEIGHTS --out OUT --name NAME [--keep FILE]

WEIGHTS are what ``training.sentence --keep`` wrote, of runs that began with the same weights but learnt from other
lessons (model soups, Wortsman et al. 2022, https://doi.org/10.48550/arXiv.2203.05482). Ends with an error where a
vector in 8 bits has a cosine of less than 0.97 with that in 32. Needs the extra ``train``.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from claimtrack.training.encoder import load_tokenizer, unpacked_encoder
from claimtrack.training.sentence import LEAST_ALIKE, export_sentence_encoder
from claimtrack.training.sentence_network import SentenceNetwork

__all__ = ["mean_weights"]


def mean_weights(runs: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of the weights of several networks of one shape; KeyError or RuntimeError where shapes differ."""
    return {name: torch.stack([run[name] for run in runs]).mean(dim=0) for name in runs[0]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Average, export, and print how alike vectors in 8 and in 32 bits are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--keep", type=Path, help="a file for the weights in 32 bits, with which others may begin")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = options.encoder or unpacked_encoder(Path(place))
        network, tokenizer = SentenceNetwork.pretrained(folder), load_tokenizer(folder)
    weights = mean_weights([torch.load(path, weights_only=True) for path in options.weights])
    network.load_state_dict(weights)
    alike = export_sentence_encoder(network, tokenizer, options.name, options.out)
    print(f"least cosine of vectors in 8 and in 32 bits: {alike:.4f}")
    if alike < LEAST_ALIKE:
        sys.exit(f"at least {LEAST_ALIKE} is needed; nothing is written")
    if options.keep:
        torch.save(weights, options.keep)


if __name__ == "__main__":
    main()
