"""How well the sentence encoder ranks statements by a subject: sets of invented articles that nothing has learnt from.

    python benchmarks/ranking.py benchmarks/ranking.jsonl [--encoder FOLDER]

Three sets, that is fifteen articles, are searched together, and every subject of each is asked. Printed is the mean
average precision (the mean, over a subject's statements, of how many of those ranked as high are right), by vectors
as they are and mixed with those of their article, and the mean F1 if the best cut of each ranking were known.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.model.mixing import mixed_by_article
from claimtrack.model.sentence import SENTENCE_FILES, SentenceEncoder, read_sentence_encoder
from claimtrack.training.subjects import QuestionSet, read_sets

TOGETHER = 3
Floats = NDArray[np.float32]


class Ranking(NamedTuple):
    """The products of a subject with all statements that count, and which of these are right."""

    products: Floats
    right: NDArray[np.bool_]

    def hits(self) -> NDArray[np.int64]:
        """How many are right of so many that are ranked first."""
        return np.cumsum(self.right[np.argsort(-self.products, kind="stable")])

    def average_precision(self) -> float:
        """The mean precision at each right one."""
        hits = self.hits()
        new = np.diff(hits, prepend=0) > 0
        return float((hits / np.arange(1, len(hits) + 1))[new].mean())

    def best_f1(self) -> float:
        """The F1 of the best cut."""
        hits = self.hits()
        return float((2 * hits / (np.arange(1, len(hits) + 1) + hits[-1])).max())


def main(arguments: Sequence[str] | None = None) -> None:
    """Rank and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path)
    parser.add_argument("--encoder", type=Path, default=SENTENCE_FILES)
    options = parser.parse_args(arguments)
    encoder, sets = read_sentence_encoder(options.encoder), read_sets([options.sets])
    vectors = [encoder.encode_statements(each.statements) for each in sets]
    print(f"{encoder.name}: {sum(len(each.questions) for each in sets)} subjects")
    amid = [mixed_by_article(own, each.articles) for own, each in zip(vectors, sets, strict=True)]
    for name, made in {"by their own vectors": vectors, "mixed": amid}.items():
        found = list(rankings(encoder, sets, made))
        precision = 100 * mean(each.average_precision() for each in found)
        best = 100 * mean(each.best_f1() for each in found)
        print(f"  {name:22} mean average precision {precision:.1f}  mean F1 at the best cuts {best:.1f}")


def rankings(encoder: SentenceEncoder, sets: Sequence[QuestionSet], vectors: Sequence[Floats]) -> Iterator[Ranking]:
    """The ranking of each subject among the statements of its set and of those that are searched with it."""
    for first in range(0, len(sets), TOGETHER):
        together = range(first, min(first + TOGETHER, len(sets)))
        every = np.concatenate([vectors[number] for number in together])
        start = 0
        for number in together:
            questions = sets[number].questions
            asked = encoder.encode([question.subject for question in questions])
            for question, products in zip(questions, asked @ every.T, strict=True):
                right, counted = np.zeros(len(every), dtype=bool), np.ones(len(every), dtype=bool)
                right[[start + each for each in question.relevant]] = True
                counted[[start + each for each in question.acceptable]] = False
                yield Ranking(products[counted], right[counted])
            start += len(vectors[number])


if __name__ == "__main__":
    main()
