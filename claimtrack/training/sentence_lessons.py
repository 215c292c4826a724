"""Teach the sentence encoder which statements are about a subject whose words they lack.

A batch is an article or more with all that is asked of them, and some subjects with statements that stand alone. A
subject is to be nearer to each statement about it than to all others of the batch, those of its own articles among
them, and a statement nearer to its subjects than to others (contrastive losses, van den Oord et al. 2018, with
negatives from the batch, Henderson et al. 2017); and how near tells whether one is about the other at all (a logistic
loss), so that one cut serves all subjects. The vectors of an article are mixed, as they will be (``model.mixing``).
Word and place embeddings stay as they are.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claimtrack.domain.placed import Placed
from claimtrack.domain.spans import Span
from claimtrack.model.mixing import shares
from claimtrack.model.sentence import pieces_amid, pieces_of
from claimtrack.training.descent import Schedule, descend, filled
from claimtrack.training.sentence_network import SentenceNetwork
from claimtrack.training.subjects import QuestionSet, Subject

__all__ = ["LEVEL", "SHARP", "teach_subjects"]

EPOCHS, RATE, WARM = 3, 1.5e-4, 0.1
LARGE = 30
"""A set of so many statements is a batch by itself, smaller ones are two in a batch."""
DROPOUT = 0.1
TEMPERATURE = 0.05
BACK = 0.5
"""What a statement's being nearest to its subjects counts for, beside a subject's to its statements."""
SHARP, LEVEL = 16.0, -6.0
"""How the cosine of a subject and a statement tells whether one is about the other: times so much, and so much more."""
OUT = -1e4
SEED = 1


@dataclass(slots=True)
class Batch:
    """Statements and subjects as the network reads them, and which are about which (by number)."""

    statements: list[list[int]] = field(default_factory=list)
    subjects: list[list[int]] = field(default_factory=list)
    relevant: list[tuple[int, int]] = field(default_factory=list)
    """Of a subject and a statement."""
    acceptable: list[tuple[int, int]] = field(default_factory=list)
    """What is neither right nor wrong."""
    articles: list[int] = field(default_factory=list)
    """How many of the statements each article has, one after the other."""


def teach_subjects(
    network: SentenceNetwork, tokenizer: Tokenizer, subjects: Sequence[Subject], sets: Sequence[QuestionSet]
) -> Iterator[float]:
    """Train the network in place; yields the mean loss of each epoch."""
    torch.manual_seed(SEED)
    drawn = random.Random(SEED)
    trained = [each for name, each in network.named_parameters() if not name.startswith(("words", "positions"))]
    schedule = Schedule(EPOCHS, EPOCHS * len(_drawers(sets)), RATE, WARM)
    network.set_dropout(DROPOUT)
    yield from descend(
        network,
        trained,
        schedule,
        lambda: _batches(tokenizer, subjects, sets, drawn),
        lambda batch: _loss(network, batch),
    )


def _batches(
    tokenizer: Tokenizer, subjects: Sequence[Subject], sets: Sequence[QuestionSet], drawn: random.Random
) -> Iterator[Batch]:
    """All sets and all subjects, in an order drawn anew."""
    subjects, drawers = drawn.sample(subjects, len(subjects)), _drawers(drawn.sample(sets, len(sets)))
    for number, drawer in enumerate(drawn.sample(drawers, len(drawers))):
        batch = Batch()
        for each in drawer:
            _add_set(batch, tokenizer, each)
        for subject in subjects[number :: len(drawers)]:
            _add_subject(batch, tokenizer, subject, drawn)
        yield batch


def _drawers(sets: Sequence[QuestionSet]) -> list[Sequence[QuestionSet]]:
    """The sets of each batch."""
    small = [each for each in sets if len(each.statements) < LARGE]
    pairs = [small[start : start + 2] for start in range(0, len(small), 2)]
    return [*pairs, *([each] for each in sets if len(each.statements) >= LARGE)]


def _add_set(batch: Batch, tokenizer: Tokenizer, asked: QuestionSet) -> None:
    first = len(batch.statements)
    batch.statements += [pieces_amid(tokenizer, each) for each in asked.statements]
    batch.articles += asked.articles
    for question in asked.questions:
        row = len(batch.subjects)
        batch.subjects.append(pieces_of(tokenizer, question.subject))
        batch.relevant += [(row, first + number) for number in question.relevant]
        batch.acceptable += [(row, first + number) for number in question.acceptable]


def _add_subject(batch: Batch, tokenizer: Tokenizer, subject: Subject, drawn: random.Random) -> None:
    """Two statements about it, and one of the same setting about something else."""
    row, first = len(batch.subjects), len(batch.statements)
    batch.subjects.append(pieces_of(tokenizer, drawn.choice(subject.names)))
    texts = [*drawn.sample(subject.statements, 2), drawn.choice(subject.near)]
    batch.statements += [pieces_amid(tokenizer, Placed(text, (Span(0, len(text)),))) for text in texts]
    batch.articles += [1] * len(texts)
    batch.relevant += [(row, first), (row, first + 1)]


def _loss(network: SentenceNetwork, batch: Batch) -> Tensor:
    subjects, statements = network(filled(batch.subjects)), _vectors(network, batch.statements)
    with torch.autocast("cpu", enabled=False):
        mixing = torch.block_diag(*(torch.from_numpy(shares(count)) for count in batch.articles))
        near = subjects.float() @ (mixing @ statements.float()).T
    right, open_ = torch.zeros_like(near), torch.zeros_like(near, dtype=torch.bool)
    for row, column in batch.relevant:
        right[row, column] = 1.0
    for row, column in batch.acceptable:
        open_[row, column] = True
    counted = ~open_ | (right > 0)
    told = functional.binary_cross_entropy_with_logits(near * SHARP + LEVEL, right, reduction="none")
    about = (told * counted).sum() / right.sum().clamp(min=1.0)
    return _contrast(near, right, counted) + BACK * _contrast(near.T, right.T, counted.T) + about


def _contrast(near: Tensor, right: Tensor, counted: Tensor) -> Tensor:
    """How little likelier each right one of a row is than all wrong ones; rows without right ones are left out."""
    logits = near / TEMPERATURE
    wrong = logits.masked_fill((right > 0) | ~counted, OUT).logsumexp(dim=1, keepdim=True)
    lost = (torch.logaddexp(wrong, logits) - logits) * right
    rows = right.sum(dim=1)
    return (lost.sum(dim=1) / rows.clamp(min=1.0)).sum() / (rows > 0).sum().clamp(min=1)


def _vectors(network: SentenceNetwork, statements: Sequence[list[int]]) -> Tensor:
    """Their vectors in order, computed in two groups of like lengths, which saves a third of the time."""
    order = sorted(range(len(statements)), key=lambda number: len(statements[number]))
    halves = [half for half in (order[: len(order) // 2], order[len(order) // 2 :]) if half]
    vectors = torch.cat([network(filled([statements[number] for number in half])) for half in halves])
    return vectors[torch.argsort(torch.tensor(order))]
