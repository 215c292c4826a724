"""Fit how likely a denial or confirmation answers a statement of another document.

    python -m claimtrack.training.tables.answers STORIES.jsonl --unmarked ARTICLES.jsonl \\
        --out claimtrack/resolve/answers.toml

STORIES is attribution JSONL, several documents of each story, whose statements tell ``denies`` and ``confirms`` across
documents as ``document/id``; what is held out is left out. Every pair of statements that may be a link is an example,
those of two stories too. ARTICLES is what ``claimtrack annotate`` prints of news that nobody marked: as good as none of
its statements answers one of another article, so its pairs count as no links, all together as much as those of the
stories.

It prints, for each probability that a link may need, how many links would be right, wrong and missed, by weights fitted
on other stories, and how many would be made between the articles. It writes the weights, with the probability that
gives the best F1, or a half where that is less. Needs the extra ``train``.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from claimtrack.domain.claims import Remark
from claimtrack.domain.interchange import JsonObject, attribution_from_json
from claimtrack.domain.spans import cut
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.resolve.affairs import affinity, are_near
from claimtrack.resolve.answers import SIGNS, Reading, closest, may_answer, read, signs
from claimtrack.resolve.terms import document_terms

__all__ = ["Pair", "pairs_of", "readings_of"]

FOLDS = 8
THRESHOLDS = [step / 20 for step in range(4, 19)]
Numbers: TypeAlias = npt.NDArray[np.float64]


class Pair(NamedTuple):
    """Two statements of different documents, of which one may answer the other."""

    story: str
    """Of the one that may answer."""
    choice: str
    """Which statement may answer, and in which document: it answers one there at most."""
    signs: tuple[float, ...]
    right: bool


def readings_of(row: JsonObject) -> list[tuple[Reading, JsonObject]]:
    """Every statement of an annotated document as comparing wants it, under ``document/id``, beside its gold."""
    found: list[tuple[Reading, JsonObject]] = []
    said = {each["id"]: attribution_from_json({**each, "speakers": ()}) for each in row["statements"]}
    contents = {key: cut(row["text"], each.content) for key, each in said.items()}
    for each in row["statements"]:
        key = each["id"]
        if said[key].type is AttributionType.STATEMENT and said[key].content:
            remark = Remark(
                statement=f"{row['document']}/{key}",
                document=row["document"],
                published=date.fromisoformat(row["published"]),
                stance=said[key].stance,
                cue=cut(row["text"], said[key].cue),
                content=contents[key],
                answered=tuple(contents[to] for to in (*said[key].denies, *said[key].confirms) if to in contents),
                parties=tuple(filter(None, _parties(each))),
            )
            found.append((read(remark), each))
    return found


def _parties(statement: JsonObject) -> Iterator[str | None]:
    for speaker in statement.get("speakers", ()):
        yield from (speaker["name"], speaker.get("affiliation"))


def pairs_of(rows: Sequence[JsonObject]) -> Iterator[Pair]:
    """The pairs of statements in documents near each other; those of which one is optional are left out."""
    readings = {row["document"]: readings_of(row) for row in rows}
    terms = {row["document"]: document_terms(row.get("title") or "", row["text"]) for row in rows}
    for one, other in permutations(rows, 2):
        told, others = terms[one["document"]], terms[other["document"]]
        if not are_near(told, others):
            continue
        for answer, gold in readings[one["document"]]:
            fitting = [each for each in readings[other["document"]] if may_answer(answer, each[0])]
            best = closest(answer, [each for each, _ in fitting])
            targets = {*gold.get("denies", ()), *gold.get("confirms", ())}
            for each, about in fitting:
                if not (gold.get("optional") or about.get("optional")):
                    seen = signs(answer, each, affinity(told, others), best)
                    choice = f"{answer.remark.statement} {other['document']}"
                    yield Pair(str(one.get("story") or one["document"]), choice, seen, each.remark.statement in targets)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--unmarked", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    rows = [row for row in _rows(options.gold) if not row.get("held_out")]
    pairs, links = list(pairs_of(rows)), _links(rows)
    unmarked = list(pairs_of(_rows(options.unmarked))) if options.unmarked else []
    likely, fitted = _crossed(pairs, unmarked), _fitted(pairs, unmarked)
    between = fitted.predict_proba(_signs(unmarked))[:, 1] if unmarked else np.zeros(0)
    table = [(least, *_outcome(pairs, likely, least, links)) for least in THRESHOLDS]
    print(f"{len(pairs)} pairs, {sum(pair.right for pair in pairs)} of {links} links among them")
    print("       least right wrong missed, between articles")
    for least, *counts in table:
        made = sum(_outcome(unmarked, between, least, 0)[:2])
        print(f"{least:12} " + " ".join(f"{count:5}" for count in (*counts, made)))
    best = max(table, key=lambda row: 2 * row[1] / max(2 * row[1] + row[2] + row[3], 1))
    if options.out:
        weights = [f'"{name}" = {weight:.2f}' for name, weight in zip(SIGNS, fitted.coef_[0], strict=True)]
        head = options.out.read_text("utf-8").split("\n\n", 1)[0]
        lines = [head, "", f"least = {max(best[0], 0.5)}", f"bias = {fitted.intercept_[0]:.2f}", *weights]
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rows(path: Path) -> list[JsonObject]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _signs(pairs: Sequence[Pair]) -> Numbers:
    return np.array([pair.signs for pair in pairs])


def _fitted(pairs: Sequence[Pair], unmarked: Sequence[Pair]) -> LogisticRegression:
    """The model by pairs of stories, right and wrong, and pairs of other articles, all wrong."""
    share = len(pairs) / max(len(unmarked), 1)
    right = np.array([pair.right for pair in pairs] + [False] * len(unmarked))
    weights = np.array([1.0] * len(pairs) + [share] * len(unmarked))
    return LogisticRegression(C=1.0, max_iter=2000).fit(_signs([*pairs, *unmarked]), right, sample_weight=weights)


def _crossed(pairs: Sequence[Pair], unmarked: Sequence[Pair]) -> Numbers:
    """How likely each pair is a link, by a model fitted on other stories."""
    likely = np.zeros(len(pairs))
    groups = [pair.story for pair in pairs]
    for known, asked in GroupKFold(FOLDS).split(pairs, groups=groups):
        model = _fitted([pairs[number] for number in known], unmarked)
        likely[asked] = model.predict_proba(_signs([pairs[number] for number in asked]))[:, 1]
    return likely


def _links(rows: Sequence[JsonObject]) -> int:
    """How many links there are across documents."""
    targets = [
        key
        for row in rows
        for each in row["statements"]
        for name in ("denies", "confirms")
        for key in each.get(name, ())
    ]
    return sum("/" in key for key in targets)


def _outcome(pairs: Sequence[Pair], likely: Numbers, least: float, links: int) -> tuple[int, int, int]:
    """Right, wrong and missed links, the likeliest of each choice made."""
    best: dict[str, int] = {}
    for number, pair in enumerate(pairs):
        if likely[number] >= least and (pair.choice not in best or likely[number] > likely[best[pair.choice]]):
            best[pair.choice] = number
    hit = sum(pairs[number].right for number in best.values())
    return hit, len(best) - hit, links - hit


if __name__ == "__main__":
    main()
