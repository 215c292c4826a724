"""Make the matcher that claimtrack ships: all-MiniLM-L6-v2, taught claims and subjects of news, as ONNX in 8 bits.

    python -m claimtrack.training.matcher benchmarks/training/claims.jsonl --unmarked ../shared/polnear/train.jsonl \\
        --sets benchmarks/training/subjects_articles.jsonl benchmarks/training/subjects_sets.jsonl \\
        benchmarks/training/subjects_stories.jsonl --check benchmarks/gold/pairs.jsonl \\
        --begin WEIGHTS --out OUT --name NAME

CLAIMS are families of statements, UNMARKED annotated articles (``training.matcher_lessons``), SETS statements with what
is asked of them, of which those are learnt that the encoder which comes with claimtrack takes to be near
(``training.about_lessons``). Training begins with the encoder's WEIGHTS, which know marks (``training.sentence
--keep``), or with those of the package, and takes forty minutes on two cores. Ends with an error where what the network
says in 8 bits has a correlation of less than 0.99 with what it says in 32, over the open pairs of CHECK, from which
nothing is learnt, or over subjects. Needs the extra ``train``.
"""

import argparse
import math
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claimtrack.model.matcher import ABOUT, MATCHER_FORMAT, NETWORK, SAME, Matcher, read_matcher
from claimtrack.model.sentence import load_sentence_encoder
from claimtrack.training.about_lessons import Ranked, about_lessons, ranked
from claimtrack.training.descent import Schedule, batches_alike, descend, filled
from claimtrack.training.encoder import load_tokenizer, unpacked_encoder
from claimtrack.training.matcher_lessons import Lesson, Told, lessons_of, pair_of, read_families, read_pairs
from claimtrack.training.matcher_network import MatcherNetwork
from claimtrack.training.sentence_network import SentenceNetwork
from claimtrack.training.shipping import put_in_place, write_files
from claimtrack.training.subjects import read_sets
from claimtrack.training.tables.sameness import unmarked_pairs

__all__ = ["export_matcher", "scores_of", "teach_matches", "untaught"]

EPOCHS, BATCH, RATE, WARM = 2, 32, 1e-4, 0.1
SEED = 1
UNMARKED, NEAR = 1_500, 0.5
"""Pairs of unmarked articles in each epoch, and the cosine of their vectors at least."""
LEAST_ALIKE, CHECKED = 0.99, 200
"""The correlation of what the network says in 8 bits with what it says in 32; of so many subjects at most."""
Lessons: TypeAlias = Callable[[random.Random], list[Lesson]]
"""What is learnt in an epoch, as it is drawn."""


def untaught(folder: Path) -> MatcherNetwork:
    """A network with the encoder's weights in a folder, that has learnt nothing yet."""
    torch.manual_seed(SEED)
    return MatcherNetwork(SentenceNetwork.pretrained(folder))


def teach_matches(network: MatcherNetwork, lessons: Lessons) -> Iterator[float]:
    """Train the network in place; yields the mean loss of each epoch."""
    torch.manual_seed(SEED)
    drawn = random.Random(SEED)
    expected = len(lessons(random.Random(SEED)))
    trained = [each for name, each in network.named_parameters() if "words" not in name and "positions" not in name]
    schedule = Schedule(EPOCHS, EPOCHS * math.ceil(expected / BATCH), RATE, WARM)

    def loss_of(batch: Sequence[Lesson]) -> Tensor:
        said = network(filled([lesson.pieces for lesson in batch]))
        asked = torch.tensor([[lesson.asked] for lesson in batch])
        right = torch.tensor([float(lesson.right) for lesson in batch])
        return functional.binary_cross_entropy_with_logits(said.gather(1, asked).squeeze(1), right)

    yield from descend(network, trained, schedule, lambda: batches_alike(lessons(drawn), BATCH, drawn), loss_of)


def scores_of(network: MatcherNetwork, pairs: Sequence[Lesson]) -> list[float]:
    """The network's log-odds of what is asked of each, in their order."""
    with torch.no_grad():
        return [network(torch.tensor([pair.pieces]))[0, pair.asked].item() for pair in pairs]


def export_matcher(
    network: MatcherNetwork, tokenizer: Tokenizer, checked: Sequence[Lesson], name: str, out: Path
) -> float:
    """Write the matcher's folder; the correlation of what is said before and after, the least of what is asked.

    If it is too low, nothing is written.
    """
    with tempfile.TemporaryDirectory() as place:
        made = Path(place)
        write_files(network, tokenizer, made, NETWORK, "scores", {"format": MATCHER_FORMAT, "name": name})
        matcher = read_matcher(made)
        alike = min(
            _alike(network, matcher, [each for each in checked if each.asked == asked]) for asked in (SAME, ABOUT)
        )
        if alike >= LEAST_ALIKE:
            put_in_place(made, NETWORK, out)
    return alike


def _alike(network: MatcherNetwork, matcher: Matcher, pairs: Sequence[Lesson]) -> float:
    """The correlation of what is said of pairs before and after; 1 of fewer than two."""
    after = [matcher.scores(pair.pieces)[pair.asked] for pair in pairs]
    return float(np.corrcoef(scores_of(network, pairs), after)[0, 1]) if len(pairs) > 1 else 1.0


def _all_lessons(
    tokenizer: Tokenizer, families: Sequence[Sequence[Told]], asked: Sequence[Ranked], options: argparse.Namespace
) -> Lessons:
    """The lessons of all files given."""
    unmarked = [pair.placed for pair in unmarked_pairs(options.unmarked, 0, NEAR)] if options.unmarked else []
    print(f"{len(families)} families, {len(unmarked)} unmarked pairs, {len(asked)} subjects", flush=True)

    def lessons(drawn: random.Random) -> list[Lesson]:
        some = drawn.sample(unmarked, min(len(unmarked), UNMARKED))
        return [*lessons_of(tokenizer, families, some, drawn), *about_lessons(tokenizer, asked, drawn)]

    return lessons


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export, and print the losses and how far what is said in 8 bits agrees with what is said in 32."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--unmarked", type=Path)
    parser.add_argument("--sets", type=Path, nargs="+", default=[])
    parser.add_argument("--check", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--begin", type=Path, help="the sentence encoder's weights, as its training keeps them")
    parser.add_argument("--keep", type=Path, help="a file for the weights in 32 bits, written after each epoch")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = options.encoder or unpacked_encoder(Path(place))
        network, tokenizer = untaught(folder), load_tokenizer(folder)
    if options.begin:
        network.encoder.load_state_dict(torch.load(options.begin, weights_only=True))
    sets = read_sets(options.sets)
    asked = list(ranked(sets, load_sentence_encoder())) if sets else []
    checked = [pair_of(tokenizer, *pair) for pair in read_pairs(options.check)]
    checked += islice(about_lessons(tokenizer, asked, random.Random(SEED)), CHECKED)
    lessons = _all_lessons(tokenizer, read_families(options.claims), asked, options)
    for epoch, loss in enumerate(teach_matches(network, lessons), 1):
        print(f"epoch {epoch}: loss {loss:.3f}", flush=True)
        if options.keep:
            torch.save(network.state_dict(), options.keep)
    alike = export_matcher(network, tokenizer, checked, options.name, options.out)
    print(f"correlation of what is said in 8 and in 32 bits: {alike:.4f}")
    if alike < LEAST_ALIKE:
        sys.exit(f"at least {LEAST_ALIKE} is needed; nothing is written")


if __name__ == "__main__":
    main()
