"""Make the claim matcher that claimtrack ships: all-MiniLM-L6-v2, taught to tell claims apart, as ONNX in 8 bits.

    python -m claimtrack.training.matcher benchmarks/training/claims.jsonl --unmarked ../shared/polnear/train.jsonl \\
        --check benchmarks/gold/pairs.jsonl --begin WEIGHTS --out OUT --name NAME

CLAIMS are families of statements, UNMARKED annotated articles (``training.matcher_lessons``). Training begins with the
sentence encoder's WEIGHTS, which know marks (``training.sentence --keep``), or with those of the package, and takes
half an hour on two cores. Ends with an error where the network in 8 bits tells fewer open pairs of CHECK rightly than
in 32, by more than a hundredth; nothing is learnt from these. Needs the extra ``train``.
"""

import argparse
import math
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claimtrack.domain.placed import Placed
from claimtrack.model.matcher import MATCHER_FORMAT, NETWORK, read_claim_matcher
from claimtrack.training.descent import Schedule, batches_alike, descend, filled
from claimtrack.training.encoder import load_tokenizer, unpacked_encoder
from claimtrack.training.matcher_lessons import Pair, Told, lessons_of, pair_of, read_families, read_pairs
from claimtrack.training.matcher_network import MatcherNetwork
from claimtrack.training.sentence_network import SentenceNetwork
from claimtrack.training.shipping import put_in_place, write_files
from claimtrack.training.tables.sameness import unmarked_pairs

__all__ = ["export_claim_matcher", "scores_of", "teach_matches", "untaught"]

EPOCHS, BATCH, RATE, WARM = 2, 32, 1e-4, 0.1
SEED = 1
UNMARKED, NEAR = 1_500, 0.5
"""Pairs of unmarked articles in each epoch, and the cosine of their vectors at least."""
MOST_LOST = 0.01
"""The share of pairs that the network may tell wrongly in 8 bits beside those that it does in 32."""


def untaught(folder: Path) -> MatcherNetwork:
    """A network with the encoder's weights in a folder, that has learnt nothing yet."""
    torch.manual_seed(SEED)
    return MatcherNetwork(SentenceNetwork.pretrained(folder))


def teach_matches(
    network: MatcherNetwork,
    tokenizer: Tokenizer,
    families: Sequence[Sequence[Told]],
    unmarked: Sequence[tuple[Placed, Placed]] = (),
) -> Iterator[float]:
    """Train the network in place; yields the mean loss of each epoch."""
    torch.manual_seed(SEED)
    drawn = random.Random(SEED)
    expected = len(_lessons(tokenizer, families, unmarked, random.Random(SEED)))
    trained = [each for name, each in network.named_parameters() if "words" not in name and "positions" not in name]
    schedule = Schedule(EPOCHS, EPOCHS * math.ceil(expected / BATCH), RATE, WARM)

    def drawn_batches() -> Iterator[list[Pair]]:
        return batches_alike(_lessons(tokenizer, families, unmarked, drawn), BATCH, drawn)

    def loss_of(batch: Sequence[Pair]) -> Tensor:
        same = torch.tensor([float(pair.same) for pair in batch])
        return functional.binary_cross_entropy_with_logits(network(filled([pair.pieces for pair in batch])), same)

    yield from descend(network, trained, schedule, drawn_batches, loss_of)


def _lessons(
    tokenizer: Tokenizer,
    families: Sequence[Sequence[Told]],
    unmarked: Sequence[tuple[Placed, Placed]],
    drawn: random.Random,
) -> list[Pair]:
    """What is learnt in an epoch."""
    return lessons_of(tokenizer, families, drawn.sample(unmarked, min(len(unmarked), UNMARKED)), drawn)


def scores_of(network: MatcherNetwork, pairs: Sequence[Pair]) -> list[float]:
    """The network's log-odds, in their order."""
    with torch.no_grad():
        return [network(torch.tensor([pair.pieces])).item() for pair in pairs]


def export_claim_matcher(
    network: MatcherNetwork, tokenizer: Tokenizer, checked: Sequence[Pair], name: str, out: Path
) -> tuple[float, float]:
    """Write the matcher's folder; the share of pairs told rightly before and after. If too few, nothing is written."""
    with tempfile.TemporaryDirectory() as place:
        made = Path(place)
        write_files(network, tokenizer, made, NETWORK, "scores", {"format": MATCHER_FORMAT, "name": name})
        matcher = read_claim_matcher(made)
        before = scores_of(network, checked)
        right = (
            _right(checked, before, before),
            _right(checked, before, [matcher.score(each.pieces) for each in checked]),
        )
        if right[0] - right[1] <= MOST_LOST:
            put_in_place(made, NETWORK, out)
    return right


def _right(pairs: Sequence[Pair], before: Sequence[float], scores: Sequence[float]) -> float:
    """The share of pairs told rightly by the cut that tells as many as are the same, by the scores in 32 bits."""
    same = sum(pair.same for pair in pairs)
    least = sorted(before, reverse=True)[max(same - 1, 0)]
    return float(np.mean([(score >= least) == pair.same for pair, score in zip(pairs, scores, strict=True)]))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export, and print the losses and how far the two matchers agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--unmarked", type=Path)
    parser.add_argument("--check", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--begin", type=Path, help="the sentence encoder's weights, as its training keeps them")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = options.encoder or unpacked_encoder(Path(place))
        network, tokenizer = untaught(folder), load_tokenizer(folder)
    if options.begin:
        network.encoder.load_state_dict(torch.load(options.begin, weights_only=True))
    families = read_families(options.claims)
    unmarked = [pair.placed for pair in unmarked_pairs(options.unmarked, 0, NEAR)] if options.unmarked else []
    checked = [pair_of(tokenizer, *pair) for pair in read_pairs(options.check)]
    print(f"{len(families)} families, {len(unmarked)} unmarked pairs, {len(checked)} to check", flush=True)
    for epoch, loss in enumerate(teach_matches(network, tokenizer, families, unmarked), 1):
        print(f"epoch {epoch}: loss {loss:.3f}", flush=True)
    before, after = export_claim_matcher(network, tokenizer, checked, options.name, options.out)
    print(f"right: {before:.4f} in 32 bits, {after:.4f} in 8")
    if before - after > MOST_LOST:
        sys.exit(f"at most {MOST_LOST} may be lost; nothing is written")


if __name__ == "__main__":
    main()
