"""What the matcher learns of subjects: statements about them, and others that the encoder takes to be near."""

import math
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tokenizers import Tokenizer

from claimtrack.domain.placed import Placed
from claimtrack.model.matcher import ABOUT, pieces_about
from claimtrack.model.mixing import mixed_by_article
from claimtrack.model.sentence import SentenceEncoder
from claimtrack.training.matcher_lessons import Lesson
from claimtrack.training.subjects import QuestionSet

__all__ = ["Ranked", "about_lessons", "ranked"]

LEARNT = 0.8
"""The share of the subjects that is learnt in an epoch."""
NEAREST = 16
"""How many of the statements that are not about a subject may be learnt beside it: those nearest to it."""


class Ranked(NamedTuple):
    """A subject with what is about it, and what only seems to be."""

    subject: str
    right: tuple[Placed, ...]
    wrong: tuple[Placed, ...]
    """The nearest to the subject, of those that are not about it."""


def ranked(sets: Sequence[QuestionSet], encoder: SentenceEncoder) -> Iterator[Ranked]:
    """All questions, with those wrong answers that the encoder's vectors are likeliest to give."""
    for each in sets:
        statements = mixed_by_article(encoder.encode_statements(each.statements), each.articles)
        near = encoder.encode([question.subject for question in each.questions]) @ statements.T
        for question, products in zip(each.questions, near, strict=True):
            counted = {*question.relevant, *question.acceptable}
            order = [number for number in (-products).argsort(kind="stable").tolist() if number not in counted]
            yield Ranked(
                question.subject,
                tuple(each.statements[number] for number in question.relevant),
                tuple(each.statements[number] for number in order[:NEAREST]),
            )


def about_lessons(tokenizer: Tokenizer, asked: Sequence[Ranked], drawn: random.Random) -> Iterator[Lesson]:
    """What is learnt in one epoch: of most subjects one statement about it, and one that is not."""
    for subject, right, wrong in drawn.sample(asked, math.ceil(LEARNT * len(asked))):
        for statements, is_right in ((right, True), (wrong, False)):
            if statements:
                yield Lesson(pieces_about(tokenizer, subject, drawn.choice(statements)), ABOUT, is_right)
