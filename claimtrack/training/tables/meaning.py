"""Fit how likely a statement is about a subject: by nearness of vectors and by words, and by reading it with that.

    python -m claimtrack.training.tables.meaning QUERIES.jsonl --articles ARTICLES.jsonl \\
        --out claimtrack/search/meaning.toml

QUERIES are questions with the statements that answer them, ARTICLES have these; what is held out is left out, and so
are questions that ask for more than a subject. Prints what is right, wrong and missed for each likelihood that may be
asked for, each question by weights fitted on the others, and writes the lowest one whose F1 is nearly the best. Needs
the extra ``train``.
"""

import argparse
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.placed import Placed, placed
from claimtrack.domain.spans import Span, cut
from claimtrack.model.matcher import load_matcher
from claimtrack.model.mixing import mixed_by_article
from claimtrack.model.sentence import load_sentence_encoder
from claimtrack.resolve.terms import stem, weight_of
from claimtrack.search.fulltext import search_words
from claimtrack.search.meaning import READ, log_odds
from claimtrack.search.question import understand
from claimtrack.training.lines import read_lines

__all__ = ["Asked", "Fitted", "asked_of", "fit", "outcome"]

THRESHOLDS = [step / 20 for step in range(2, 13)]
WORTH = 0.04
"""How likely a statement has to be by its vector and words to be read together with the subject."""
NEARLY = 0.01
"""How much less F1 than the best may be had for finding more."""
SURE = 0.2
"""How much likelier than the least a statement has to be not to be marked as borderline."""
Numbers: TypeAlias = npt.NDArray[np.float64]


class Asked(NamedTuple):
    """A subject, and what can be seen of each statement of its articles."""

    subject: str
    signs: Numbers
    """Nearness, how far behind the nearest, and how much worded."""
    said: Numbers
    """What the matcher says of each, log-odds."""
    right: npt.NDArray[np.bool_]


class Fitted(NamedTuple):
    """The two models: before reading, and after it."""

    before: LogisticRegression
    read: LogisticRegression

    def likelihoods(self, asked: Asked) -> Numbers:
        """How likely each statement is about the subject."""
        found, chosen, columns = _seen(self.before, asked)
        if len(chosen):
            found[chosen] = self.read.predict_proba(columns)[:, 1]
        return found


def asked_of(queries: Sequence[JsonObject], articles: Sequence[JsonObject]) -> Iterator[Asked]:
    """The questions by subject alone; statements that are neither right nor wrong answers are left out."""
    encoder = load_sentence_encoder()
    for name in dict.fromkeys(row["set"] for row in queries):
        rows = [row for row in articles if row["set"] == name]
        told = [each for row in rows for each in _statements(row)]
        sizes = [len(row["statements"]) for row in rows]
        vectors = mixed_by_article(encoder.encode_statements([each for *_, each in told]), sizes)
        for row in (row for row in queries if row["set"] == name and row["by"] == "subject"):
            subject = understand(row["query"]).filters.about or ""
            near = vectors @ encoder.encode([subject])[0]
            words = {stem(word) for word in search_words(subject)}
            worded = [_share(words, content) for _, content, _ in told]
            counted = [number for number, (key, *_) in enumerate(told) if key not in row["acceptable"]]
            signs = np.column_stack([near, near.max() - near, worded])[counted]
            said = np.array(load_matcher().about(subject, [told[number][2] for number in counted]))
            yield Asked(subject, signs, said, np.array([told[number][0] in row["relevant"] for number in counted]))


def fit(asked: Sequence[Asked]) -> Fitted:
    """The weights of what can be seen before reading, and of that and what the matcher says after it."""
    before = _model([each.signs for each in asked], [each.right for each in asked])
    seen = [_seen(before, each) for each in asked]
    right = [each.right[chosen] for each, (_, chosen, _) in zip(asked, seen, strict=True)]
    return Fitted(before, _model([columns for *_, columns in seen], right))


def _model(signs: Sequence[Numbers], right: Sequence[npt.NDArray[np.bool_]]) -> LogisticRegression:
    return LogisticRegression(C=3.0, max_iter=1000).fit(np.vstack(signs), np.concatenate(right))


def _seen(before: LogisticRegression, asked: Asked) -> tuple[Numbers, npt.NDArray[np.int64], Numbers]:
    """How likely each is before reading, which are read (by number), and of these log-odds before and what is said."""
    likely = before.predict_proba(asked.signs)[:, 1]
    order = np.argsort(-likely, kind="stable")[:READ]
    chosen = order[likely[order] >= WORTH]
    columns = np.column_stack([[log_odds(each) for each in likely[chosen]], asked.said[chosen]])
    return likely, chosen, columns


def outcome(asked: Sequence[Asked], least: float) -> tuple[int, int, int]:
    """Right, wrong and missed answers, each question by weights fitted on the others."""
    counts = np.zeros(3, dtype=int)
    for number, each in enumerate(asked):
        others = [other for place, other in enumerate(asked) if place != number]
        found = fit(others).likelihoods(each) >= least
        counts += [(found & each.right).sum(), (found & ~each.right).sum(), (~found & each.right).sum()]
    return int(counts[0]), int(counts[1]), int(counts[2])


def _statements(row: JsonObject) -> Iterator[tuple[str, str, Placed]]:
    """Of each statement, in the order of its text, ``document/id``, what it says and where.

    What it denies, and what denies it, belongs to what it says.
    """
    text, statements = row["text"], sorted(row["statements"], key=_position)
    own = {each["id"]: _spans(each["content"] or each["cue"]) for each in statements}
    contents = {key: cut(text, spans) for key, spans in own.items()}
    spoken = {each["id"]: bool(each["content"]) for each in statements}
    for each in statements:
        answering = [other["id"] for other in statements if each["id"] in other.get("denies", ())]
        others = (key for key in (*each.get("denies", ()), *answering) if spoken[key])
        contexts = list(dict.fromkeys(contents[key] for key in others))
        content = " ".join([contents[each["id"]], *contexts])
        yield f"{row['document']}/{each['id']}", content, placed(text, own[each["id"]], contexts, row["title"])


def _position(statement: JsonObject) -> int:
    """Where it begins, cue and source included, as the database orders statements."""
    return min(int(start) for part in ("source", "cue", "content") for start, _ in statement[part])


def _share(words: Collection[str], content: str) -> float:
    """How much of a subject's words a content has, by their weight."""
    there = {stem(word) for word in re.findall(r"\w+", content)}
    return sum(map(weight_of, there.intersection(words))) / (sum(map(weight_of, words)) or 1.0)


def _spans(pieces: Sequence[Sequence[int]]) -> list[Span]:
    return [Span(start, end) for start, end in pieces]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    queries = [row for row in read_lines(options.queries) if not row["held_out"]]
    asked = list(asked_of(queries, read_lines(options.articles)))
    scored = []
    print("least  right wrong missed     F1")
    for least in THRESHOLDS:
        right, wrong, missed = outcome(asked, least)
        scored.append((2 * right / max(2 * right + wrong + missed, 1), least))
        print(f"{least:5.2f}  {right:5} {wrong:5} {missed:6} {100 * scored[-1][0]:6.1f}")
    if options.out:
        least = min(each for f1, each in scored if f1 >= max(scored)[0] - NEARLY)
        head = options.out.read_text("utf-8").split("\nbias", 1)[0]
        options.out.write_text("\n".join([head, *_table(fit(asked), least)]) + "\n", encoding="utf-8")


def _table(fitted: Fitted, least: float) -> Iterator[str]:
    """The lines of the table."""
    yield from _weights(fitted.before, "nearness", "behind", "words")
    for name, value in {"worth": WORTH, "least": least, "borderline": least + SURE}.items():
        yield f"{name} = {value:.2f}"
    yield from ("", "[read]", *_weights(fitted.read, "before", "said"))


def _weights(model: LogisticRegression, *names: str) -> Iterator[str]:
    for name, value in zip(("bias", *names), (model.intercept_[0], *model.coef_[0]), strict=True):
        yield f"{name} = {value:.2f}"


if __name__ == "__main__":
    main()
