"""Scoring spans: exact F1 of source, cue and content, and relations, as the attribution literature does.

A content is equal only where all its pieces are; ``content pieces exact`` counts each piece by itself, as taggers are
mostly scored.

A relation is found where a predicted content and a gold content have a token F1 of at least 0.5 (one to one, as many
as possible) and their sources overlap or both have none. Spans are compared without white space at their ends, a
content also without quotation marks and punctuation there.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.spans import Span
from claimtrack.extract.quotes import quotations, speech_kind

__all__ = ["ROLES", "Tally", "right_ones", "score_slice", "score_spans"]

ROLES = ("source", "cue", "content")
SUBSETS = ("all", "direct", "indirect", "mixed")
_WORD = re.compile(r"[^\W_]+")
_PARAGRAPH = re.compile(r"[^\r\n]+")


@dataclass
class Tally:
    """Counts that make a precision, a recall and their F1, each a percentage."""

    found: int = 0
    gold: int = 0
    right: int = 0
    predicted: int = 0

    def add(self, found: int, gold: int, right: int, predicted: int) -> None:
        """Count one document."""
        self.found, self.gold = self.found + found, self.gold + gold
        self.right, self.predicted = self.right + right, self.predicted + predicted

    @property
    def precision(self) -> float:
        """Share of predictions that are right."""
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that is found."""
        return 100 * self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class _Item:
    spans: dict[str, tuple[Span, ...]]
    words: frozenset[int]
    kind: str


def score_spans(documents: Iterable[tuple[JsonObject, Sequence[JsonObject]]]) -> dict[str, Tally]:
    """Tallies by name (``source exact``, ``relations all`` …) over pairs of gold document and predictions."""
    tallies: dict[str, Tally] = {}
    for gold_document, predictions in documents:
        gold = _items(gold_document["text"], gold_document["statements"])
        predicted = _items(gold_document["text"], predictions)
        for role in ROLES:
            wanted, given = ({item.spans[role] for item in items if item.spans[role]} for items in (gold, predicted))
            _count_equal(tallies.setdefault(f"{role} exact", Tally()), wanted, given)
        _count_equal(tallies.setdefault("content pieces exact", Tally()), _pieces(gold), _pieces(predicted))
        with_content = [item for item in gold if item.words]
        for subset in SUBSETS:
            tally = tallies.setdefault(f"relations {subset}", Tally())
            tally.add(*_relations(with_content, predicted, subset))
    return tallies


def _pieces(items: Iterable[_Item]) -> set[tuple[Span, ...]]:
    return {(piece,) for item in items for piece in item.spans["content"]}


def _count_equal(tally: Tally, wanted: set[tuple[Span, ...]], given: set[tuple[Span, ...]]) -> None:
    both = len(wanted & given)
    tally.add(both, len(wanted), both, len(given))


def score_slice(
    documents: Iterable[tuple[JsonObject, Sequence[JsonObject]]], belongs: Callable[[JsonObject], bool]
) -> Tally:
    """Relations of the attributions that belong to a slice.

    Recall is over the gold that belongs, found by any prediction; precision over the predictions that do.
    """
    tally = Tally()
    for gold_document, predictions in documents:
        text, statements = gold_document["text"], gold_document["statements"]
        gold, predicted = _items(text, statements), _items(text, predictions)
        with_content = [item for item in gold if item.words]
        wanted = [item for item, each in zip(gold, statements, strict=True) if item.words and belongs(each)]
        offered = [item for item, each in zip(predicted, predictions, strict=True) if belongs(each)]
        tally.add(_matches(wanted, predicted), len(wanted), _matches(offered, with_content), len(offered))
    return tally


def right_ones(gold_document: JsonObject, predictions: Sequence[JsonObject]) -> list[bool]:
    """Which predictions are in a largest matching of the document's relations."""
    gold = [item for item in _items(gold_document["text"], gold_document["statements"]) if item.words]
    predicted = _items(gold_document["text"], predictions)
    partner = _matching(predicted, gold)
    return [index in partner.values() for index in range(len(predicted))]


def _relations(gold: Sequence[_Item], predicted: Sequence[_Item], subset: str) -> tuple[int, int, int, int]:
    wanted = [item for item in gold if subset in {"all", item.kind}]
    offered = [item for item in predicted if subset in {"all", item.kind}]
    return _matches(wanted, predicted), len(wanted), _matches(offered, gold), len(offered)


def _matches(items: Sequence[_Item], others: Sequence[_Item]) -> int:
    return len(_matching(items, others))


def _matching(items: Sequence[_Item], others: Sequence[_Item]) -> dict[int, int]:
    """A largest one-to-one matching, by augmenting paths: the item of each other that has one."""
    edges = [[j for j, other in enumerate(others) if _agree(item, other)] for item in items]
    partner: dict[int, int] = {}

    def augment(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in partner or augment(partner[j], seen):
                    partner[j] = i
                    return True
        return False

    for i in range(len(items)):
        augment(i, set())
    return partner


def _agree(one: _Item, other: _Item) -> bool:
    common = len(one.words & other.words)
    if not common or 2 * common < 0.5 * (len(one.words) + len(other.words)):
        return False
    left, right = one.spans["source"], other.spans["source"]
    if not left or not right:
        return left == right
    return any(a.start < b.end and b.start < a.end for a in left for b in right)


def _items(text: str, statements: Iterable[Mapping[str, list[list[int]]]]) -> list[_Item]:
    regions = quotations(text, (Span(*match.span()) for match in _PARAGRAPH.finditer(text)))
    items = []
    for statement in statements:
        spans = {role: _normal(text, statement.get(role) or (), loose=role == "content") for role in ROLES}
        found = frozenset(m.start() for span in spans["content"] for m in _WORD.finditer(text, *span))
        items.append(_Item(spans, found, speech_kind(text, spans["content"], regions).value))
    return items


def _normal(text: str, pieces: Iterable[Sequence[int]], *, loose: bool) -> tuple[Span, ...]:
    out: list[Span] = []
    for piece in sorted((int(start), int(end)) for start, end in pieces):
        start, end = _trimmed(text, *piece, loose=loose)
        if start < end and out and all(_droppable(char, loose=loose) for char in text[out[-1].end : start]):
            out[-1] = Span(out[-1].start, max(end, out[-1].end))
        elif start < end:
            out.append(Span(start, end))
    return tuple(out)


def _trimmed(text: str, start: int, end: int, *, loose: bool) -> tuple[int, int]:
    while start < end and _droppable(text[start], loose=loose):
        start += 1
    while end > start and _droppable(text[end - 1], loose=loose):
        end -= 1
    return start, end


def _droppable(char: str, *, loose: bool) -> bool:
    return char.isspace() or (loose and not char.isalnum() and char not in "$£€%+=<>^~|")
