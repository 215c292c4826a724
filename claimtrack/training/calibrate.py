"""Fit the confidence on documents that the network was not trained on, and say how well it is calibrated.

    python -m claimtrack.training.calibrate MODEL DEV.jsonl

prints, for each tenth of the scale, the mean confidence and the share that is right, and the expected calibration
error; each attribution's confidence is by weights fitted on other documents. Needs the extra ``train``.
"""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from claimtrack.domain.interchange import JsonObject
from claimtrack.model.confidence import SIGNS, signs
from claimtrack.model.crf import best_labels, marginals
from claimtrack.model.loading import AttributionModel, read_model
from claimtrack.training.batches import batch_of
from claimtrack.training.evaluate import attributions_of, session_reader
from claimtrack.training.examples import Reading, examples_of, read_corpus
from claimtrack.training.reliability import expected_error, reliability
from claimtrack.training.scoring import right_ones

__all__ = ["calibrate", "crossed", "observations"]

FOLDS = 5
Numbers: TypeAlias = npt.NDArray[np.float64]


class Observations(NamedTuple):
    """Attributions found in annotated documents."""

    signs: Numbers
    """The signs of each ``[found, signs]``."""
    right: npt.NDArray[np.bool_]
    documents: npt.NDArray[np.int64]
    """The number of each one's document."""


def calibrate(model: AttributionModel, dev: Sequence[Reading]) -> JsonObject:
    """The weights of the confidence, as the manifest has them."""
    seen = observations(model, dev)
    right = int(seen.right.sum())
    if right in {0, len(seen.right)}:  # nothing to tell apart: the rate alone, as if two more had been seen
        return {"bias": math.log((right + 1) / (len(seen.right) - right + 1)), "weights": [0.0] * len(SIGNS)}
    fitted = _regression().fit(seen.signs, seen.right)
    return {
        "bias": round(float(fitted.intercept_[0]), 4),
        "weights": [round(float(weight), 4) for weight in fitted.coef_[0]],
    }


def crossed(seen: Observations) -> Numbers:
    """Confidences of each observation by weights fitted on other documents, in five folds.

    Where all are right or all are wrong, or there are too few documents, the rate alone.
    """
    if len(set(seen.right.tolist())) < 2 or len(set(seen.documents.tolist())) < FOLDS:
        return np.full(len(seen.right), seen.right.mean() if len(seen.right) else 0.0)
    folds = GroupKFold(FOLDS)
    found: Numbers = cross_val_predict(
        _regression(), seen.signs, seen.right, groups=seen.documents, cv=folds, method="predict_proba"
    )
    return found[:, 1]


def observations(model: AttributionModel, dev: Sequence[Reading]) -> Observations:
    """Every attribution that the model finds."""
    read = session_reader(model.session)
    values: list[tuple[float, ...]] = []
    right: list[bool] = []
    documents: list[int] = []
    for number, reading in enumerate(dev):
        found = []
        for example in examples_of(reading, model.pieces):
            batch = batch_of([example])
            emissions, (links,), (extras,) = read(batch)
            (labels,) = best_labels(emissions, batch.lengths.numpy(), model.moves)
            (shares,) = marginals(emissions, batch.lengths.numpy(), model.moves)
            for one, spans in attributions_of(labels, links, extras, model.near, example):
                found.append((spans, signs(one, labels, shares)))
        values += [each for _, each in found]
        right += right_ones(reading.row, [spans for spans, _ in found])
        documents += [number] * len(found)
    return Observations(
        np.array(values, dtype=np.float64).reshape(-1, len(SIGNS)),
        np.array(right, dtype=np.bool_),
        np.array(documents, dtype=np.int64),
    )


def _regression() -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=1000)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the reliability of confidences that were fitted on other documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the model's folder")
    parser.add_argument("dev", type=Path, help="attribution JSONL with gold spans")
    options = parser.parse_args(arguments)
    model = read_model(options.model)
    seen = observations(model, read_corpus(options.dev, model.tokenizer))
    bins = reliability(crossed(seen).tolist(), seen.right.tolist())
    print("confidence  mean  right  number")
    for low, mean, share, number in bins:
        print(f"{low:.1f} – {low + 0.1:.1f}  {mean:6.3f} {share:6.3f} {number:7}")
    print(f"expected calibration error {expected_error(bins):.3f}")


if __name__ == "__main__":
    main()
