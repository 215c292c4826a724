"""Fit how likely two statements make the same claim.

    python -m claimtrack.training.tables.sameness benchmarks/gold/pairs.jsonl \\
        --unmarked ../shared/polnear/train.jsonl --out claimtrack/resolve/sameness.toml

Pairs that are held out are left out. The pairs are made to be hard, half of them the same; in news hardly any two
statements are. So statements of unmarked articles about one affair count as different, all of them together as much as
the pairs: those of every second article, for the matcher has learnt from the others. Prints what is right, wrong
and missed for each likelihood that may be asked for, each pair by weights fitted on others, and how many pairs of other
unmarked articles would be taken for the same; of these few may be suggested, and of such likelihoods that with the best
F1 is written. Needs the extra ``train``.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.placed import Placed, placed
from claimtrack.domain.spans import Span, cut
from claimtrack.model.labels import Floats
from claimtrack.model.matcher import load_matcher
from claimtrack.model.sentence import load_sentence_encoder
from claimtrack.resolve.affairs import are_near
from claimtrack.resolve.sameness import FEWEST_WORDS, NEAR, SIGNS, Said, contradict, read, repeats, signs
from claimtrack.resolve.terms import document_terms
from claimtrack.training.lines import read_lines
from claimtrack.training.matcher_lessons import side_placed

__all__ = ["Unmarked", "outcome", "read_pairs_of", "unmarked_pairs"]

THRESHOLDS = [step / 20 for step in range(2, 20)]
FOLDS, STRENGTH = 15, 10.0
WORTH = 1.0
"""What all unmarked pairs are worth together, in pairs of the gold."""
SELDOM = 0.01
"""Share of the pairs between articles that may be suggested, so that an analyst can look through them."""
Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]


def read_pairs_of(pairs: Sequence[JsonObject]) -> tuple[list[float], list[float]]:
    """The cosines of the vectors of each pair's statements, and what the matcher says of them, log-odds."""
    placed_pairs = [(side_placed(pair["a"]), side_placed(pair["b"])) for pair in pairs]
    encoder = load_sentence_encoder()
    ones, others = (encoder.encode_statements(side) for side in zip(*placed_pairs, strict=True))
    near: list[float] = (ones * others).sum(axis=1).tolist()
    return near, load_matcher().same(placed_pairs)


class Unmarked(NamedTuple):
    """Statements of two articles about one affair, that mean much the same."""

    one: Said
    other: Said
    nearness: float
    placed: tuple[Placed, Placed]


def unmarked_pairs(path: Path, part: int, least: float = NEAR) -> list[Unmarked]:
    """Those between articles with even numbers (``part`` 0) or odd ones (1), but for what repeats or contradicts."""
    rows = read_lines(path)[part::2]
    terms = [document_terms(row.get("title") or "", row["text"]) for row in rows]
    articles = [_article(row) for row in rows]
    return [
        pair
        for one, other in combinations(range(len(rows)), 2)
        if are_near(terms[one], terms[other])
        for pair in _between(articles[one], articles[other], least)
    ]


class _Article(NamedTuple):
    """What an article says, where, and the vectors of it."""

    said: list[Said]
    placed: list[Placed]
    vectors: Floats


def _article(row: JsonObject) -> _Article:
    own = [[Span(*piece) for piece in each["content"] or ()] for each in row["statements"]]
    told = [spans for spans in own if spans and len(cut(row["text"], spans).split()) >= FEWEST_WORDS]
    amid = [placed(row["text"], spans, title=row.get("title")) for spans in told]
    return _Article(
        [read(cut(row["text"], spans)) for spans in told], amid, load_sentence_encoder().encode_statements(amid)
    )


def _between(one: _Article, other: _Article, least: float) -> Iterator[Unmarked]:
    near = one.vectors @ other.vectors.T
    for row, column in zip(*np.nonzero(near >= least), strict=True):
        both = one.said[row], other.said[column]
        if not (repeats(*both) or contradict(*both)):
            yield Unmarked(*both, float(near[row, column]), (one.placed[row], other.placed[column]))


def outcome(likely: Numbers, same: Truths, least: float) -> tuple[int, int, int]:
    """How many pairs are rightly and wrongly taken for the same, and how many are missed."""
    found = likely >= least
    return int((found & same).sum()), int((found & ~same).sum()), int((~found & same).sum())


def _fitted(signed: Numbers, same: Truths, unmarked: Numbers) -> LogisticRegression:
    worth = WORTH * len(signed) / max(len(unmarked), 1)
    weights = np.concatenate([np.ones(len(signed)), np.full(len(unmarked), worth)])
    rows = np.vstack([signed, unmarked.reshape(-1, signed.shape[1])])
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(rows, [*same, *[False] * len(unmarked)], weights)


def _crossed(signed: Numbers, same: Truths, unmarked: Numbers) -> Numbers:
    likely = np.zeros(len(same))
    for learnt, asked in StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(signed, same):
        likely[asked] = _fitted(signed[learnt], same[learnt], unmarked).predict_proba(signed[asked])[:, 1]
    return likely


def _news(path: Path | None) -> Numbers:
    """The signs of unmarked pairs."""
    pairs = unmarked_pairs(path, 1) if path else []
    together = load_matcher().same([pair.placed for pair in pairs])
    signed = [signs(*pair[:3], score) for pair, score in zip(pairs, together, strict=True)]
    return np.array(signed).reshape(-1, len(SIGNS))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--unmarked", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    pairs = [row for row in read_lines(options.gold) if not row["held_out"]]
    said = [(read(pair["a"]["content"]), read(pair["b"]["content"])) for pair in pairs]
    signed = np.array([signs(*both, *told) for both, *told in zip(said, *read_pairs_of(pairs), strict=True)])
    same = np.array([pair["same"] for pair in pairs])
    news = _news(options.unmarked)
    learnt, others = news[::2], news[1::2]
    ruled = np.array([contradict(*both) for both in said])
    likely = np.where(ruled, 0.0, _crossed(signed, same, learnt))
    fitted = _fitted(signed, same, learnt)
    between = fitted.predict_proba(others)[:, 1] if len(others) else np.zeros(0)
    table = [(least, *outcome(likely, same, least)) for least in THRESHOLDS]
    print(f"{len(pairs)} pairs, {len(others)} others between articles")
    print("least right wrong missed     F1 between articles")
    for least, *counts in table:
        made = int((between >= least).sum())
        print(f"{least:5.2f} {counts[0]:5} {counts[1]:5} {counts[2]:6} {100 * _f1(*counts):6.1f} {made:16}")
    if options.out:
        seldom = [least for least in THRESHOLDS if (between >= least).sum() <= SELDOM * len(between)]
        weights = [f'"{name}" = {weight:.2f}' for name, weight in zip(SIGNS, fitted.coef_[0], strict=True)]
        head = options.out.read_text("utf-8").split("\n\n", 1)[0]
        best = max((_f1(*counts), least) for least, *counts in table if least in seldom)[1]
        lines = [head, "", f"suggested = {best}", f"bias = {fitted.intercept_[0]:.2f}"]
        options.out.write_text("\n".join([*lines, *weights]) + "\n", encoding="utf-8")


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / max(2 * right + wrong + missed, 1)


if __name__ == "__main__":
    main()
