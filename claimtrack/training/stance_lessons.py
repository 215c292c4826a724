"""What the stance reader learns from: statements as the program finds them, each with the stances that are right.

Documents are attribution JSONL with their text, whose statements tell ``stance``. Of articles that may not be handed
on, only spans and stances are written down; their text is looked up in a corpus.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.denials.answers import Answer, find_answers
from claimtrack.extract.denials.links import views_of
from claimtrack.extract.language import parse
from claimtrack.extract.pipeline import FIRST_STAGES, Extractor
from claimtrack.model.labels import Floats
from claimtrack.model.stances import STANCES, Marked, pieces_of

__all__ = ["Lesson", "Ruled", "lessons_of", "read_rows", "stances_wanted", "worth_learning"]

SECOND = 0.5
"""What each further stance that is right too counts for beside the first."""
ONE_IN = 3
"""Of the statements that assert in whole articles, one in so many is learnt."""
ALIKE = 0.5
"""Of the characters of an annotated and a found statement, the share that both have (F1) where the two are one."""


class Ruled(NamedTuple):
    """What the program knows of a statement before it is read."""

    stance: Stance
    answer: Answer | None


class Lesson(NamedTuple):
    """A statement as the network reads it, and what it should say."""

    document: str
    pieces: list[int]
    wanted: Floats
    """The share of each of ``STANCES``; together 1."""
    ruled: Ruled | None
    """None where the program does not find the statement, or it need not."""
    article: bool = False
    """Whether it is from a whole article, in which hardly a statement does anything but assert."""


def read_rows(paths: Sequence[Path], corpus: Path | None = None, *, held_out: bool = False) -> list[JsonObject]:
    """The documents of attribution JSONL, with the text that the corpus has of them; those held out only if wanted."""
    rows = [row for path in paths for row in _lines(path) if held_out or not row.get("held_out")]
    texts = {row["document"]: row["text"] for row in _lines(corpus)} if corpus else {}
    return [row if "text" in row else {**row, "text": texts[row["document"]], "article": True} for row in rows]


def _lines(path: Path) -> Iterator[JsonObject]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def lessons_of(rows: Sequence[JsonObject], tokenizer: Tokenizer, extractor: Extractor) -> Iterator[Lesson]:
    """The annotated statements whose stance is told: as they are found, or as annotated where they are not found."""
    for row in rows:
        with extractor.nlp.memory_zone():
            (parsed,) = parse([Document(row["document"], row["text"])], extractor.nlp)
            found = extractor.find([parsed])[0]
            for stage in FIRST_STAGES:
                found = stage(parsed, found)
            answers = find_answers(views_of(parsed, found))
        spoken = [each for each in found if each.type is AttributionType.STATEMENT and (each.cue or each.content)]
        for statement in row["statements"]:
            if statement.get("type", "statement") == "statement" and "stance" in statement:
                yield from _lessons(row, statement, spoken, answers, tokenizer)


def _lessons(
    row: JsonObject,
    statement: JsonObject,
    spoken: Sequence[Attribution],
    answers: Mapping[str, Answer],
    tokenizer: Tokenizer,
) -> Iterator[Lesson]:
    annotated = Marked(*([Span(*piece) for piece in statement[role]] for role in ("source", "cue", "content")))
    if not annotated.cue and not annotated.content:
        return
    found = _found(annotated, spoken)
    marked = Marked(found.source, found.cue, found.content) if found else annotated
    ruled = Ruled(found.stance, answers.get(found.id)) if found and not statement.get("optional") else None
    pieces, wanted = pieces_of(tokenizer, row["text"], marked), stances_wanted(statement)
    yield Lesson(row["document"], pieces, wanted, ruled, row.get("article", False))


def _found(annotated: Marked, spoken: Sequence[Attribution]) -> Attribution | None:
    """The found statement whose content, or cue where there is none, is most like the annotated one's."""

    def likeness(each: Attribution) -> float:
        one, other = (_characters(spans) for spans in _told(annotated.cue, annotated.content, each))
        return 2 * len(one & other) / max(len(one) + len(other), 1)

    best = max(spoken, key=likeness, default=None)
    return best if best and likeness(best) >= ALIKE else None


def _told(cue: Sequence[Span], content: Sequence[Span], each: Attribution) -> Iterator[Sequence[Span]]:
    yield content or cue
    yield each.content if content else [*each.cue, *each.content]


def _characters(spans: Sequence[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def stances_wanted(statement: JsonObject) -> Floats:
    """The share of each stance, the annotated one first among those that are right."""
    shares = np.zeros(len(STANCES), dtype=np.float32)
    for number, name in enumerate((statement["stance"], *statement.get("accept_stance", ()))):
        shares[STANCES.index(Stance(name))] += SECOND if number else 1.0
    whole: Floats = shares / shares.sum()
    return whole


def worth_learning(lessons: Sequence[Lesson]) -> list[Lesson]:
    """The lessons without most of those that assert in whole articles: they teach little, and take their time."""
    return [
        lesson
        for number, lesson in enumerate(lessons)
        if not lesson.article or lesson.wanted[STANCES.index(Stance.ASSERTS)] < 1 or number % ONE_IN == 0
    ]
