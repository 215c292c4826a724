"""Annotated documents as training examples: windows with the labels of their words and the links between chunks."""

import bisect
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.parsed import paragraph_spans
from claimtrack.extract.quotes import quotations
from claimtrack.model.labels import ROLES, Chunk, Floats, labels_of
from claimtrack.model.passages import Quoted
from claimtrack.model.windows import PIECES, Window, cut_long, join, pack
from claimtrack.model.words import ParagraphWords, read_words

__all__ = ["Example", "Reading", "examples_of", "read_corpus", "read_document"]

NO_SOURCE = -1
"""The source link of a cue whose attribution names no source."""
UNKNOWN = -2
"""The link of a chunk whose partner is not in the window."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's words by paragraph, and its gold."""

    row: JsonObject
    paragraphs: list[ParagraphWords]
    gold: list[dict[str, list[Span]]]
    types: list[AttributionType | None]
    taught: Floats | None = None
    """Teachers' scores of its words ``[words, labels]``."""

    @property
    def starts(self) -> list[int]:
        """Where its words begin in the text."""
        return [span.start for paragraph in self.paragraphs for span in paragraph.spans]


@dataclass(frozen=True, slots=True)
class Example:
    """A window and what the network should say of it."""

    window: Window
    labels: list[int]
    chunks: dict[str, list[Chunk]]
    """The chunks of each role, each once."""
    source_of: list[int]
    """For each cue the number of its source, ``NO_SOURCE`` or ``UNKNOWN``."""
    cue_of: list[int]
    """For each content the number of its cue, or ``UNKNOWN``."""
    types: list[AttributionType | None]
    """For each cue the type of its attribution, where the corpus has one."""
    taught: Floats | None = None
    """Teachers' scores of its words ``[words, labels]``."""


def read_corpus(path: Path, tokenizer: Tokenizer) -> list[Reading]:
    """The documents of an attribution JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [read_document(json.loads(line), tokenizer) for line in lines if line.strip()]


def read_document(row: JsonObject, tokenizer: Tokenizer) -> Reading:
    """One document's words and gold spans; pieces with nothing but punctuation between them are joined."""
    text = row["text"]
    paragraphs = list(paragraph_spans(text))
    quoted = [Quoted(q.outer, q.inner, q.single) for q in quotations(text, paragraphs)]
    gold = [{role: joined(text, statement.get(role) or ()) for role in ROLES} for statement in row["statements"]]
    types = [AttributionType(s["type"]) if s.get("type") else None for s in row["statements"]]
    return Reading(row, list(read_words(tokenizer, text, paragraphs, quoted)), gold, types)


def joined(text: str, pieces: Iterable[Sequence[int]]) -> list[Span]:
    """Spans in order, those that only punctuation and white space part made one."""
    out: list[Span] = []
    for start, end in sorted((int(start), int(end)) for start, end in pieces):
        if out and not any(map(str.isalnum, text[out[-1].end : start])):
            out[-1] = Span(out[-1].start, max(end, out[-1].end))
        else:
            out.append(Span(start, end))
    return out


def examples_of(reading: Reading, size: int = PIECES, shuffle: random.Random | None = None) -> Iterator[Example]:
    """The examples of a document; with ``shuffle``, windows begin elsewhere each time and differ in size."""
    paragraphs = list(cut_long(reading.paragraphs, size))
    groups = pack(paragraphs, size) if shuffle is None else _shuffled(paragraphs, size, shuffle)
    for group in groups:
        yield _example(join(group), reading)


def _shuffled(paragraphs: list[ParagraphWords], size: int, shuffle: random.Random) -> Iterator[list[ParagraphWords]]:
    """Groups as ``pack`` makes them, the first one a random part of a window."""
    rest = paragraphs
    head: list[ParagraphWords] = []
    budget = shuffle.randint(1, size)
    while rest and 1 + sum(len(p.pieces) + 1 for p in [*head, rest[0]]) <= budget:
        head, rest = [*head, rest[0]], rest[1:]
    if head:
        yield head
    yield from pack(rest, size)


def _example(window: Window, reading: Reading) -> Example:
    starts = [span.start for span in window.spans]
    ends = [span.end for span in window.spans]
    chunks: dict[str, list[Chunk]] = {role: [] for role in ROLES}
    source_of: list[int] = []
    cue_of: list[int] = []
    types: list[AttributionType | None] = []
    for spans, kind in zip(reading.gold, reading.types, strict=True):
        found = {
            role: [Chunk(number, *w) for span in spans[role] if (w := _words(starts, ends, span))]
            for number, role in enumerate(ROLES)
        }
        sources = [_number(chunks["source"], chunk) for chunk in found["source"]]
        cue = UNKNOWN
        for chunk in found["cue"]:
            cue = len(chunks["cue"])
            chunks["cue"].append(chunk)
            types.append(kind)
            source_of.append(sources[0] if sources else UNKNOWN if spans["source"] else NO_SOURCE)
        for chunk in found["content"]:
            chunks["content"].append(chunk)
            cue_of.append(cue)
    labels = labels_of([chunk for role in ROLES for chunk in chunks[role]], len(starts))
    taught = None if reading.taught is None else reading.taught[np.searchsorted(reading.starts, starts)]
    return Example(window, labels, chunks, source_of, cue_of, types, taught)


def _number(chunks: list[Chunk], chunk: Chunk) -> int:
    if chunk not in chunks:
        chunks.append(chunk)
    return chunks.index(chunk)


def _words(starts: Sequence[int], ends: Sequence[int], span: Span) -> tuple[int, int] | None:
    """The half-open range of words that a span touches."""
    first, last = bisect.bisect_right(ends, span.start), bisect.bisect_left(starts, span.end)
    return (first, last) if first < last else None
