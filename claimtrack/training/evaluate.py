"""How good a network is on annotated documents: its readings made attributions, and these scored."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from onnxruntime import InferenceSession

from claimtrack.domain.interchange import JsonObject
from claimtrack.model.assemble import Found, Pairing, assemble
from claimtrack.model.crf import best_labels
from claimtrack.model.labels import Floats
from claimtrack.model.tagger import arrays
from claimtrack.training.batches import Batch, batch_of
from claimtrack.training.examples import Example, Reading, examples_of
from claimtrack.training.network import AttributionNetwork
from claimtrack.training.scoring import Tally, score_spans

__all__ = ["Read", "attributions_of", "evaluate", "reader", "session_reader", "tables"]

Read = Callable[[Batch], tuple[Floats, Floats, Floats]]
"""Emissions, link vectors and extras of a batch."""


def reader(network: AttributionNetwork, *, exact: bool = False) -> Read:
    """A network's readings as arrays; ``exact`` computes them in 32 bits."""

    def read(batch: Batch) -> tuple[Floats, Floats, Floats]:
        device = network.near.device
        with torch.inference_mode(), torch.autocast(device.type, torch.bfloat16, enabled=not exact):
            found = network(*(tensor.to(device) for tensor in batch.inputs))
        emissions, links, extras = (tensor.float().cpu().numpy() for tensor in found)
        return emissions, links, extras

    return read


def session_reader(session: InferenceSession) -> Read:
    """An exported network's readings."""

    def read(batch: Batch) -> tuple[Floats, Floats, Floats]:
        emissions, links, extras = session.run(None, arrays([example.window for example in batch.examples]))
        return emissions, links, extras

    return read


def evaluate(read: Read, moves: Floats, near: Floats, readings: Sequence[Reading], size: int) -> dict[str, Tally]:
    """Tallies of ``score_spans`` over the documents, read in windows of ``size`` pieces."""
    return score_spans((reading.row, list(_predictions(read, moves, near, reading, size))) for reading in readings)


def _predictions(read: Read, moves: Floats, near: Floats, reading: Reading, size: int) -> Iterator[JsonObject]:
    """The attributions of a document, of which one window after another is read, as at run time."""
    for example in examples_of(reading, size):
        batch = batch_of([example])
        emissions, (links,), (extras,) = read(batch)
        (labels,) = best_labels(emissions, batch.lengths.numpy(), moves)
        for _, spans in attributions_of(labels, links, extras, near, example):
            yield spans


def attributions_of(
    labels: Sequence[int], links: Floats, extras: Floats, near: Floats, example: Example
) -> Iterator[tuple[Found, JsonObject]]:
    """The attributions of a window, as found and as JSON."""
    for found in assemble(labels, Pairing(links, extras, near)):
        source, cue, content = (list(map(list, spans)) for spans in found.spans(example.window.spans))
        yield found, {"source": source, "cue": cue, "content": content, "type": found.type.value}


def tables(network: AttributionNetwork) -> tuple[Floats, Floats]:
    """A network's transition scores and scores of distances."""
    return np.asarray(network.moves().detach().cpu().numpy()), network.near.detach().cpu().numpy()
