"""Fit how the signs of a statement's stance are weighed: rules, answers, and the stance reader.

    python -m claimtrack.training.tables.stances ROWS.jsonl … --learnt MORE.jsonl … --corpus CORPUS.jsonl \\
        --out claimtrack/extract/lexicons/weighing.toml

ROWS are annotated documents (``training.stance_lessons``) that no rule and no other weight was made on, MORE is what
the reader learns from beside them. A reader that has read a statement in training would be trusted too much, so the
documents of ROWS are dealt into folds, and each is read by a reader trained without it: as many trainings as folds.
Prints right, wrong and missed statements of each stance, for each file of ROWS, by rules and answers alone and by
weights that were fitted on other documents. Needs the extra ``train``.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from tokenizers import Tokenizer

from claimtrack.domain.vocabulary import Stance
from claimtrack.extract.denials.weighing import SIGNS, WEIGHED, signs_of, worth_reading
from claimtrack.extract.pipeline import Extractor
from claimtrack.model.stances import STANCES
from claimtrack.training.encoder import load_tokenizer, unpacked_encoder
from claimtrack.training.stance import scores_of, teach_stances, untaught
from claimtrack.training.stance_lessons import Lesson, lessons_of, read_rows

__all__ = ["crossed", "fit", "read_by_others", "signs_for", "told_of"]

FOLDS, READERS = 10, 2
STRENGTH = 1.0
"""Of the regression: the smaller, the nearer its weights stay to nothing."""
Numbers: TypeAlias = npt.NDArray[np.float64]
Counts: TypeAlias = npt.NDArray[np.int_]


def read_by_others(encoder: Path, lessons: Sequence[Lesson], more: Sequence[Lesson]) -> Numbers:
    """The scores ``[lessons, stances]`` of each lesson by a reader that has learnt from other documents."""
    scores = np.zeros((len(lessons), len(STANCES)))
    for learnt, asked in GroupKFold(READERS).split(lessons, groups=[lesson.document for lesson in lessons]):
        network = untaught(encoder)
        for epoch, loss in enumerate(teach_stances(network, [*more, *(lessons[number] for number in learnt)]), 1):
            print(f"epoch {epoch}: loss {loss:.3f}", flush=True)
        scores[asked] = scores_of(network, [lessons[number] for number in asked])
    return scores


def signs_for(lessons: Sequence[Lesson], scores: Numbers) -> tuple[list[Lesson], Numbers]:
    """The lessons that the program finds and reads, and their signs ``[lessons, signs]``."""
    found = [
        (lesson, signs_of(*lesson.ruled, read))
        for lesson, read in zip(lessons, scores.tolist(), strict=True)
        if lesson.ruled and worth_reading(*lesson.ruled)
    ]
    return [lesson for lesson, _ in found], np.array([signs for _, signs in found])


def told_of(lessons: Sequence[Lesson]) -> Counts:
    """The number of each lesson's likeliest stance among ``STANCES``."""
    return np.array([int(np.argmax(lesson.wanted)) for lesson in lessons])


def fit(signs: Numbers, told: Counts) -> LogisticRegression:
    """The weights of all stances."""
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(signs, told)


def crossed(lessons: Sequence[Lesson], signs: Numbers) -> Counts:
    """The stance of each lesson, as a number, by weights fitted on other documents."""
    told, found = told_of(lessons), np.zeros(len(lessons), dtype=int)
    for learnt, asked in GroupKFold(FOLDS).split(lessons, groups=[lesson.document for lesson in lessons]):
        found[asked] = fit(signs[learnt], told[learnt]).predict(signs[asked])
    return found


def _tables(lessons: Sequence[Lesson], found: Counts) -> Iterator[str]:
    """Right, wrong and missed statements of each stance but the first; what may be either counts for neither."""
    sure = np.array([lesson.wanted.max() == 1.0 for lesson in lessons])
    told = told_of(lessons)
    for stance in WEIGHED:
        number = STANCES.index(stance)
        right = int((sure & (told == number) & (found == number)).sum())
        given, wanted = int((sure & (found == number)).sum()), int((sure & (told == number)).sum())
        f1 = 200 * right / max(given + wanted, 1)
        yield f"{stance.value:10} {right:5} {given - right:5} {wanted - right:6} {f1:6.1f}"


def _by_rules(lesson: Lesson) -> int:
    ruled = lesson.ruled
    answers = ruled and ruled.answer and (ruled.answer.likely or ruled.answer.goes_on)
    return STANCES.index(Stance.DENIES if answers else ruled.stance if ruled else Stance.ASSERTS)


def _toml(fitted: LogisticRegression) -> Iterator[str]:
    asserts = STANCES.index(Stance.ASSERTS)
    for stance in WEIGHED:
        number = STANCES.index(stance)
        bias = fitted.intercept_[number] - fitted.intercept_[asserts]
        weights = fitted.coef_[number] - fitted.coef_[asserts]
        lines = [f'"{name}" = {weight:.2f}' for name, weight in zip(SIGNS, weights, strict=True)]
        yield "\n".join([f"[{stance.value}]", f"bias = {bias:.2f}", *lines])


def main(arguments: Sequence[str] | None = None) -> None:
    """Train the readers, print the tables and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path, nargs="+")
    parser.add_argument("--learnt", type=Path, nargs="*", default=[])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        encoder = options.encoder or unpacked_encoder(Path(place))
        tokenizer, extractor = load_tokenizer(encoder), Extractor()
        parts = [_lessons([path], options.corpus, tokenizer, extractor) for path in options.rows]
        lessons = [lesson for part in parts for lesson in part]
        scores = read_by_others(encoder, lessons, _lessons(options.learnt, options.corpus, tokenizer, extractor))
    read, signs = signs_for(lessons, scores)
    if set(told_of(read)) != set(range(len(STANCES))):
        sys.exit("statements of all four stances are needed, read by the program")
    stances = dict(zip(map(id, read), crossed(read, signs), strict=True))
    for path, part in zip(options.rows, parts, strict=True):
        found = [lesson for lesson in part if lesson.ruled]
        before = np.array([_by_rules(lesson) for lesson in found])
        weighed = np.array([stances.get(id(lesson), rules) for lesson, rules in zip(found, before, strict=True)])
        for name, given in (("rules and answers", before), ("weighed", weighed)):
            print(f"{path.name}, {name}: right wrong missed F1", *_tables(found, given), sep="\n")
    if options.out:
        head = options.out.read_text("utf-8").split("\n\n[", 1)[0]
        options.out.write_text("\n\n".join([head, *_toml(fit(signs, told_of(read)))]) + "\n", encoding="utf-8")


def _lessons(paths: Sequence[Path], corpus: Path | None, tokenizer: Tokenizer, extractor: Extractor) -> list[Lesson]:
    return list(lessons_of(read_rows(paths, corpus), tokenizer, extractor))


if __name__ == "__main__":
    main()
