"""Fit how likely two statements make the same claim.

    python -m claimtrack.training.tables.sameness benchmarks/gold/pairs.jsonl \\
        --unmarked ../shared/polnear/train.jsonl --out claimtrack/resolve/sameness.toml

Pairs that are held out are left out. The pairs are made to be hard, half of them the same; in news hardly any two
statements are. So statements of unmarked articles about one affair count as different, all of them together as much as
the pairs. Prints what is right, wrong and missed for each likelihood that may be asked for, each pair by weights fitted
on others, and how many pairs of other unmarked articles would be taken for the same; of these few may be suggested.
Needs the extra ``train``.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.spans import Span, cut, hull, lines_around
from claimtrack.model.labels import Floats
from claimtrack.model.sentence import load_sentence_encoder
from claimtrack.model.vectors import blend
from claimtrack.resolve.affairs import are_near
from claimtrack.resolve.sameness import FEWEST_WORDS, SIGNS, Said, contradict, read, repeats, signs
from claimtrack.resolve.terms import document_terms
from claimtrack.store.vectors import MARGIN

__all__ = ["nearnesses", "outcome"]

THRESHOLDS = [step / 20 for step in range(2, 20)]
FOLDS, STRENGTH = 15, 10.0
WORTH = 1.0
"""What all unmarked pairs are worth together, in pairs of the gold."""
NEAREST = 0.3
"""Cosine of two unmarked statements, from which they are compared."""
SELDOM = 0.03
"""Share of the pairs between articles that may be suggested, so that an analyst can look through them."""
Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]


def nearnesses(pairs: Sequence[JsonObject]) -> list[float]:
    """The cosines of the vectors of each pair's statements, amid their passages."""
    ones, others = ([_said(pair[side]["text"], pair[side]["content"]) for pair in pairs] for side in ("a", "b"))
    found: list[float] = (_vectors(ones) * _vectors(others)).sum(axis=1).tolist()
    return found


def _said(text: str, content: str) -> JsonObject:
    start = text.find(content)
    return {"content": content, "passage": _passage(text, Span(start, start + len(content)))}


def _told(row: JsonObject) -> list[JsonObject]:
    """The statements of an annotated article."""
    found = []
    for each in row["statements"]:
        content, *rest = ([Span(*piece) for piece in each[role] or ()] for role in ("content", "source", "cue"))
        if content:
            place = hull([*content, *(piece for pieces in rest for piece in pieces)])
            found.append({"content": cut(row["text"], content), "passage": _passage(row["text"], place)})
    return found


def _passage(text: str, place: Span) -> str:
    first, last = lines_around(text, place, MARGIN)
    return " ".join(text[first:last].split())


def _vectors(statements: Sequence[JsonObject]) -> Floats:
    encoder = load_sentence_encoder()
    contents = encoder.encode([each["content"] for each in statements])
    vectors = blend(contents, encoder.encode([each["passage"] for each in statements]))
    directions: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return directions


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


def _unmarked(rows: Sequence[JsonObject]) -> Iterator[tuple[float, ...]]:
    """The signs of statements of different articles about one affair, as far as they are near and repeat nothing."""
    terms = [document_terms(row.get("title") or "", row["text"]) for row in rows]
    articles = [_article(row) for row in rows]
    for one, other in combinations(range(len(rows)), 2):
        if are_near(terms[one], terms[other]):
            yield from _between(articles[one], articles[other])


class _Article(NamedTuple):
    """What an article says, and the vectors of it."""

    said: list[Said]
    vectors: Floats


def _article(row: JsonObject) -> _Article:
    told = [each for each in _told(row) if len(each["content"].split()) >= FEWEST_WORDS]
    vectors = _vectors(told) if told else np.zeros((0, 1), dtype=np.float32)
    return _Article([read(each["content"]) for each in told], vectors)


def _between(one: _Article, other: _Article) -> Iterator[tuple[float, ...]]:
    if not (one.said and other.said):
        return
    near = one.vectors @ other.vectors.T
    for row, column in zip(*np.nonzero(near >= NEAREST), strict=True):
        both = one.said[row], other.said[column]
        if not (repeats(*both) or contradict(*both)):
            yield signs(*both, float(near[row, column]))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--unmarked", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    pairs = [row for row in _rows(options.gold) if not row["held_out"]]
    said = [(read(pair["a"]["content"]), read(pair["b"]["content"])) for pair in pairs]
    signed = np.array([signs(*both, near) for both, near in zip(said, nearnesses(pairs), strict=True)])
    same = np.array([pair["same"] for pair in pairs])
    news = np.array(list(_unmarked(_rows(options.unmarked)))) if options.unmarked else np.zeros((0, len(SIGNS)))
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
        lines = [head, "", f"suggested = {min(seldom)}", f"bias = {fitted.intercept_[0]:.2f}"]
        options.out.write_text("\n".join([*lines, *weights]) + "\n", encoding="utf-8")


def _rows(path: Path) -> list[JsonObject]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / max(2 * right + wrong + missed, 1)


if __name__ == "__main__":
    main()
