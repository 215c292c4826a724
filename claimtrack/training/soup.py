"""Make a sentence encoder, or a matcher, of several: the mean of their weights, which generalizes better than each.

    python -m claimtrack.training.soup WEIGHTS WEIGHTS --out OUT --name NAME [--keep FILE]
    python -m claimtrack.training.soup WEIGHTS WEIGHTS --out OUT --name NAME --check benchmarks/gold/pairs.jsonl

WEIGHTS are what ``training.sentence --keep`` wrote or, with the pairs of CHECK, what ``training.matcher --keep`` did,
of runs that learnt from other lessons (model soups, Wortsman et al. 2022, https://doi.org/10.48550/arXiv.2203.05482).
Ends with an error where 8 bits differ from 32 by more than these two allow. Needs the extra ``train``.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from claimtrack.training import matcher
from claimtrack.training.encoder import load_tokenizer, unpacked_encoder
from claimtrack.training.matcher import export_matcher, untaught
from claimtrack.training.matcher_lessons import pair_of, read_pairs
from claimtrack.training.sentence import LEAST_ALIKE, export_sentence_encoder
from claimtrack.training.sentence_network import SentenceNetwork

__all__ = ["mean_weights"]


def mean_weights(runs: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of the weights of several networks of one shape; KeyError or RuntimeError where shapes differ."""
    return {name: torch.stack([run[name] for run in runs]).mean(dim=0) for name in runs[0]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Average, export, and print how alike 8 and 32 bits are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--keep", type=Path, help="a file for the weights in 32 bits, with which others may begin")
    parser.add_argument("--check", type=Path, help="make a matcher, and compare what it says of these pairs")
    options = parser.parse_args(arguments)
    weights = mean_weights([torch.load(path, weights_only=True) for path in options.weights])
    with tempfile.TemporaryDirectory() as place:
        folder = options.encoder or unpacked_encoder(Path(place))
        tokenizer = load_tokenizer(folder)
        network = untaught(folder) if options.check else SentenceNetwork.pretrained(folder)
    network.load_state_dict(weights)
    network.eval()
    if isinstance(network, SentenceNetwork):
        least, alike = LEAST_ALIKE, export_sentence_encoder(network, tokenizer, options.name, options.out)
    else:
        checked = [pair_of(tokenizer, *pair) for pair in read_pairs(options.check)]
        least, alike = matcher.LEAST_ALIKE, export_matcher(network, tokenizer, checked, options.name, options.out)
    print(f"what 8 and 32 bits tell is alike: {alike:.4f}")
    if alike < least:
        sys.exit(f"at least {least} is needed; nothing is written")
    if options.keep:
        torch.save(weights, options.keep)


if __name__ == "__main__":
    main()
