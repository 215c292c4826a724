"""Make the stance reader that claimtrack ships: all-MiniLM-L6-v2, taught to tell stances, as ONNX in 8 bits.

    python -m claimtrack.training.stance ROWS.jsonl … --corpus CORPUS.jsonl --check CHECK.jsonl --out OUT --name NAME

ROWS are annotated documents (``training.stance_lessons``), CORPUS has the text of those that come without it. Training
begins with the weights of the package, or of the folder ``--encoder``, and takes half an hour on two cores. Ends with
an error where the network in 8 bits tells fewer stances of CHECK rightly than in 32, by more than half of a hundredth.
CHECK may be held out: nothing is learnt from it. Needs the extra ``train``.
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

from claimtrack.extract.pipeline import Extractor
from claimtrack.model.labels import Floats
from claimtrack.model.stances import NETWORK, STANCE_FORMAT, STANCES, read_stance_reader
from claimtrack.training.descent import Schedule, batches_alike, descend, filled
from claimtrack.training.encoder import load_tokenizer, unpacked_encoder
from claimtrack.training.sentence_network import SentenceNetwork
from claimtrack.training.shipping import put_in_place, write_files
from claimtrack.training.stance_lessons import Lesson, lessons_of, read_rows, worth_learning
from claimtrack.training.stance_network import StanceNetwork

__all__ = ["export_stance_reader", "scores_of", "teach_stances", "untaught"]

EPOCHS, BATCH, RATE, WARM = 3, 32, 1e-4, 0.1
SEED = 1
MOST_LOST = 0.005
"""The share of stances that the network may tell wrongly in 8 bits beside those that it does in 32."""


def untaught(folder: Path) -> StanceNetwork:
    """A network with the encoder's weights in a folder, that has learnt nothing yet."""
    torch.manual_seed(SEED)
    return StanceNetwork(SentenceNetwork.pretrained(folder))


def teach_stances(network: StanceNetwork, lessons: Sequence[Lesson]) -> Iterator[float]:
    """Train the network in place on what is worth learning; yields the mean loss of each epoch."""
    lessons = worth_learning(lessons)
    torch.manual_seed(SEED)
    drawn = random.Random(SEED)
    trained = [each for name, each in network.named_parameters() if "positions" not in name]
    schedule = Schedule(EPOCHS, EPOCHS * math.ceil(len(lessons) / BATCH), RATE, WARM)

    def loss_of(batch: Sequence[Lesson]) -> Tensor:
        wanted = torch.from_numpy(np.array([lesson.wanted for lesson in batch]))
        return functional.cross_entropy(network(filled([lesson.pieces for lesson in batch])), wanted)

    yield from descend(network, trained, schedule, lambda: batches_alike(lessons, BATCH, drawn), loss_of)


def scores_of(network: StanceNetwork, lessons: Sequence[Lesson]) -> Floats:
    """The network's scores ``[lessons, stances]`` in their order."""
    scores = np.zeros((len(lessons), len(STANCES)), dtype=np.float32)
    order = sorted(range(len(lessons)), key=lambda number: len(lessons[number].pieces))
    with torch.no_grad():
        for start in range(0, len(order), 2 * BATCH):
            chosen = order[start : start + 2 * BATCH]
            scores[chosen] = network(filled([lessons[number].pieces for number in chosen])).numpy()
    return scores


def export_stance_reader(
    network: StanceNetwork, tokenizer: Tokenizer, checked: Sequence[Lesson], name: str, out: Path
) -> tuple[float, float]:
    """Write the reader's folder; the share of stances told rightly before and after. If too few, nothing is written."""
    with tempfile.TemporaryDirectory() as place:
        made = Path(place)
        write_files(network, tokenizer, made, NETWORK, "scores", {"format": STANCE_FORMAT, "name": name})
        reader = read_stance_reader(made)
        before = _right(checked, scores_of(network, checked))
        after = _right(checked, np.array([reader.scores(lesson.pieces) for lesson in checked]))
        if before - after <= MOST_LOST:
            put_in_place(made, NETWORK, out)
    return before, after


def _right(lessons: Sequence[Lesson], scores: Floats) -> float:
    return float(np.mean([lesson.wanted[best] > 0 for lesson, best in zip(lessons, scores.argmax(1), strict=True)]))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export, and print the losses and how far the two readers agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path, nargs="+")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--check", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--encoder", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = options.encoder or unpacked_encoder(Path(place))
        network, tokenizer = untaught(folder), load_tokenizer(folder)
    extractor = Extractor()
    lessons = list(lessons_of(read_rows(options.rows, options.corpus), tokenizer, extractor))
    checked = list(lessons_of(read_rows([options.check], held_out=True), tokenizer, extractor))
    print(f"{len(lessons)} statements, {len(checked)} to check", flush=True)
    for epoch, loss in enumerate(teach_stances(network, lessons), 1):
        print(f"epoch {epoch}: loss {loss:.3f}", flush=True)
    before, after = export_stance_reader(network, tokenizer, checked, options.name, options.out)
    print(f"right: {before:.4f} in 32 bits, {after:.4f} in 8")
    if before - after > MOST_LOST:
        sys.exit(f"at most {MOST_LOST} may be lost; nothing is written")


if __name__ == "__main__":
    main()
