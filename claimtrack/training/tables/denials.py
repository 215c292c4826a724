"""Fit how likely one statement answers another by a denial, and say how far that can be trusted.

    python -m claimtrack.training.tables.denials GOLD.jsonl … --denials MORE.jsonl … --unmarked CORPUS.jsonl \\
        --out claimtrack/extract/lexicons/denials.toml

GOLD is attribution JSONL with its text, whose statements tell ``stance`` and ``denies``; what is held out is left
out. MORE is such too, for "denials" alone. For "denials" (what denies, by its own words or as it is read) and "answers"
(what asserts by its own words, and may deny by answering) it prints, for each probability that a link may need, how
many links would be right, wrong and missed; each by weights fitted on other documents. The one with the best F1 is
written, at least ``LEAST_DENIAL`` or ``LEAST_ANSWER``.

Gold passages are made to have denials; articles have few. CORPUS is articles whose stances nobody marked: for
"answers", its pairs count as no links, all together one and a half times as much as those of the gold. Needs the extra
``train``.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from spacy.language import Language

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject, attribution_from_json
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.denials.links import candidates, nearby
from claimtrack.extract.denials.pairs import SIGNS, Surroundings
from claimtrack.extract.denials.views import view
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.pipeline import measure_kinds
from claimtrack.extract.speakers import name_speakers
from claimtrack.extract.stance import judge_stances

__all__ = ["Link", "fit", "links_of"]

KINDS = {Stance.DENIES: "denials", Stance.ASSERTS: "answers"}
FOLDS = 10
LEAST_ANSWER = 0.5
"""More likely than not: with 0.3, PolNeAR's development part has half as many answers more, most of them wrong."""
LEAST_DENIAL = 0.45
"""In passages, what a denial answers is seldom far; in articles a link by so little would be a guess."""
UNMARKED = 120
"""How many articles of the corpus are read."""
UNMARKED_WEIGHT = 1.5
"""What their pairs count for, of what the gold pairs do: with half of it, other articles get 1.4 times as many answers;
with twice as much, passages get a twentieth fewer right ones."""
THRESHOLDS = [step / 20 for step in range(2, 16)]
Numbers: TypeAlias = npt.NDArray[np.float64]


class Link(NamedTuple):
    """A pair of statements that may be a link."""

    kind: str
    statement: str
    """Document and id of the one that may answer."""
    document: str
    signs: tuple[float, ...]
    right: bool


class Fit(NamedTuple):
    """The probability that a link needs, and the weights of ``SIGNS``."""

    least: float
    bias: float
    weights: Numbers


def links_of(rows: Sequence[JsonObject], nlp: Language) -> Iterator[Link]:
    """The pairs of statements of annotated documents, speakers and stances as the program finds them."""
    for row in rows:
        (parsed,) = parse([Document(row["document"], row["text"])], nlp)
        gold = {statement["id"]: statement for statement in row["statements"]}
        found = [_spans_of(statement) for statement in row["statements"]]
        for stage in (measure_kinds, name_speakers, judge_stances):
            found = stage(parsed, found)
        spoken = [each for each in found if each.type is AttributionType.STATEMENT and each.content]
        views = sorted((view(parsed, each) for each in spoken), key=lambda each: each.begin)
        for each in views:
            told = gold[each.attribution.id]
            for stance in _stances(each.attribution.stance, told):
                seen = replace(each, attribution=replace(each.attribution, stance=stance))
                near = [seen if other is each else other for other in nearby(each, views)]
                around = Surroundings(seen, near)
                for other in candidates(seen, near):
                    right = other.attribution.id in told.get("denies", ())
                    key = f"{row['document']} {each.attribution.id}"
                    yield Link(KINDS[stance], key, row["document"], around.signs(other), right)


def _stances(by_rules: Stance, told: JsonObject) -> Iterator[Stance]:
    """As what it is compared with others: what rules take to assert may deny by answering, or as it is read."""
    if told.get("optional"):
        return
    if by_rules is Stance.DENIES or told.get("stance") == Stance.DENIES:
        yield Stance.DENIES
    if by_rules is Stance.ASSERTS and Stance.DENIES not in told.get("accept_stance", ()):
        yield Stance.ASSERTS


def _spans_of(statement: JsonObject) -> Attribution:
    """The attribution with no other field than what a span finder gives."""
    fields = ("id", "type", "source", "cue", "content")
    return attribution_from_json({name: statement[name] for name in fields if name in statement})


def fit(links: Sequence[Link], unmarked: Sequence[Link] = ()) -> tuple[Fit, list[tuple[float, int, int, int]]]:
    """The weights of one kind, and for each threshold how many links are right, wrong, and missed."""
    known = _Known(links, unmarked)
    crossed = np.zeros(len(links))
    for learnt, asked in GroupKFold(FOLDS).split(links, groups=[link.document for link in links]):
        crossed[asked] = known.fitted(learnt).predict_proba(known.features[asked])[:, 1]
    table = [(least, *_outcome(links, crossed, least)) for least in THRESHOLDS]
    best = max(table, key=lambda row: 2 * row[1] / max(2 * row[1] + row[2] + row[3], 1))
    fitted = known.fitted(np.arange(len(links)))
    least = max(best[0], LEAST_DENIAL if links[0].kind == KINDS[Stance.DENIES] else LEAST_ANSWER)
    return Fit(least, float(fitted.intercept_[0]), fitted.coef_[0]), table


class _Known:
    """Links, those of articles that nobody marked behind them, as a regression takes them."""

    def __init__(self, links: Sequence[Link], unmarked: Sequence[Link]) -> None:
        every = [*links, *unmarked]
        self._marked = len(links)
        self._right = np.array([link.right for link in links] + [False] * len(unmarked))
        self.features = np.array([link.signs for link in every])

    def fitted(self, learnt: npt.NDArray[np.intp]) -> LogisticRegression:
        """A regression over some of the links and all of the unmarked."""
        unmarked = np.arange(self._marked, len(self._right))
        share = UNMARKED_WEIGHT * len(learnt) / max(len(unmarked), 1)
        chosen = np.concatenate([learnt, unmarked])
        weights = [1.0] * len(learnt) + [share] * len(unmarked)
        regression = LogisticRegression(C=1.0, max_iter=1000)
        return regression.fit(self.features[chosen], self._right[chosen], sample_weight=weights)


def _outcome(links: Sequence[Link], likely: Numbers, least: float) -> tuple[int, int, int]:
    """Right, wrong and missed links, where each statement answers its likeliest candidate."""
    best: dict[str, int] = {}
    for number, link in enumerate(links):
        if link.statement not in best or likely[number] > likely[best[link.statement]]:
            best[link.statement] = number
    made = [links[number].right for number in best.values() if likely[number] >= least]
    return sum(made), len(made) - sum(made), sum(link.right for link in links) - sum(made)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--unmarked", type=Path)
    parser.add_argument("--denials", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    nlp = load_language()
    links, more = (list(links_of(list(_open(paths)), nlp)) for paths in (options.gold, options.denials))
    unmarked = list(_unmarked(options.unmarked, nlp)) if options.unmarked else []
    answers = [link for link in links if link.kind == KINDS[Stance.ASSERTS]]
    fits = {
        "denials": fit([_blind(link) for link in (*links, *more) if link.kind == KINDS[Stance.DENIES]]),
        "answers": fit(answers, unmarked),
    }
    for kind, (_, table) in fits.items():
        print(f"{kind:20} right wrong missed")
        for least, *counts in table:
            print(f"{least:20} " + " ".join(f"{count:5}" for count in counts))
    written = [_toml(kind, fitted) for kind, (fitted, _) in fits.items()]
    if options.out:
        head = options.out.read_text("utf-8").split("\n\n[", 1)[0]
        options.out.write_text("\n\n".join([head, *written]) + "\n", encoding="utf-8")


def _open(paths: Sequence[Path]) -> Iterator[JsonObject]:
    rows = (json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines())
    return (row for row in rows if not row.get("held_out"))


def _blind(link: Link) -> Link:
    """The pair without what only short passages show, where no articles balance it: there is nobody else to answer."""
    return link._replace(
        signs=tuple(0.0 if name == "only one" else v for name, v in zip(SIGNS, link.signs, strict=True))
    )


def _unmarked(corpus: Path, nlp: Language) -> Iterator[Link]:
    """Pairs of a corpus's first articles that would be answers."""
    with corpus.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, UNMARKED)]
    return (link for link in links_of(rows, nlp) if link.kind == KINDS[Stance.ASSERTS])


def _toml(kind: str, fitted: Fit) -> str:
    head = [f"[{kind}]", f"least = {fitted.least}", f"bias = {fitted.bias:.2f}"]
    weights = [f'"{name}" = {weight:.2f}' for name, weight in zip(SIGNS, fitted.weights, strict=True)]
    return "\n".join([*head, *weights])


if __name__ == "__main__":
    main()
