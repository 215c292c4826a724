"""The stance reader: a statement in the text around it, and how likely it asserts, denies, confirms or declines.

all-MiniLM-L6-v2 taught to tell stances, in 8 bits; its files lie in ``claimtrack/model/stance_files``. It reads the
words around a statement with marks where source, cue and content begin and end (entity markers, Baldini Soares et al.
2019, https://doi.org/10.18653/v1/P19-1279).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from claimtrack.domain.spans import Span, hull, words_around
from claimtrack.domain.vocabulary import Stance
from claimtrack.model.checked import Once, opened
from claimtrack.model.labels import Floats
from claimtrack.model.threads import Begun, NetworkThreads
from claimtrack.model.windows import CLS, SEP

__all__ = [
    "CONTENT",
    "CUE",
    "NETWORK",
    "STANCES",
    "STANCE_FILES",
    "STANCE_FORMAT",
    "Marked",
    "StanceReader",
    "load_stance_reader",
    "pieces_of",
    "read_stance_reader",
]

STANCE_FORMAT = 1
"""Raised whenever the files of a reader mean something else than before."""
STANCE_FILES = Path(__file__).with_name("stance_files")
NETWORK = "stance.onnx"
STANCES = (Stance.ASSERTS, Stance.DENIES, Stance.CONFIRMS, Stance.DECLINES)
"""In the order of the network's scores."""

CONTENT, CUE, SOURCE = 1, 3, 5
"""Vocabulary ids, which no text has, of the marks where a span begins; where it ends stands the next number."""
PARAGRAPH = 7
BEFORE, BEHIND = 260, 90
"""How many characters around a statement are read at most."""
FAR = 200
"""A source further away from the rest than this is left out."""
MOST, FIRST, LAST, AFTER = 128, 64, 24, 24
"""How many pieces are read in all, of a long statement's beginning and end, and of what follows it."""
_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
"""Between paragraphs: a paragraph is a line."""


class Marked(NamedTuple):
    """Where a statement stands."""

    source: Sequence[Span]
    cue: Sequence[Span]
    content: Sequence[Span]


@dataclass(frozen=True, slots=True)
class StanceReader:
    """A reader ready to run."""

    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    threads: NetworkThreads = field(default_factory=NetworkThreads, repr=False)

    def read(self, text: str, statements: Sequence[Marked]) -> Floats:
        """How likely each statement of a text has each of ``STANCES``, as logarithms ``[statements, stances]``.

        Each statement needs a cue or a content. Each is computed alone: in 8 bits, its scores would depend on what
        else is in a batch.
        """
        scores = np.zeros((len(statements), len(STANCES)), dtype=np.float32)
        for number, found in enumerate(self.begin(text, statements)):
            scores[number] = found
        return scores

    def begin(self, text: str, statements: Sequence[Marked]) -> Begun[Floats]:
        """The same one by one ``[stances]``, for which the network works while something else is done."""
        return self.threads.map(self.scores, (pieces_of(self.tokenizer, text, each) for each in statements))

    def scores(self, pieces: Sequence[int]) -> Floats:
        """The same of one statement's pieces ``[stances]``."""
        scores: Floats = self.session.run(None, {"pieces": np.array([pieces], dtype=np.int64)})[0][0]
        return scores


def load_stance_reader(folder: Path = STANCE_FILES) -> StanceReader:
    """The reader in a folder, read once a process; ModelError as ``read_stance_reader`` raises it."""
    return _loaded(folder)


def read_stance_reader(folder: Path) -> StanceReader:
    """The reader in a folder; ModelError where a file is missing, damaged or of another kind."""
    return opened(folder, STANCE_FORMAT, NETWORK, _made)


_loaded = Once(read_stance_reader)


def _made(manifest: Mapping[str, Any], session: InferenceSession, tokenizer: Tokenizer) -> StanceReader:
    reader = StanceReader(str(manifest["name"]), session, tokenizer)
    reader.read("she said no", [Marked([Span(0, 3)], [Span(4, 8)], [Span(9, 11)])])
    return reader


def pieces_of(tokenizer: Tokenizer, text: str, statement: Marked) -> list[int]:
    """What the network reads of a statement: at most ``MOST`` vocabulary ids, marks among them."""
    core = hull([*statement.cue, *statement.content])
    whole = hull([*statement.source, *statement.cue, *statement.content])
    begin = whole.start if core.start - whole.start <= FAR else core.start
    end = whole.end if whole.end - core.end <= FAR else core.end
    seen = words_around(text, Span(begin, end), BEFORE, BEHIND)
    before, within, behind = (
        list(_encoded(tokenizer, text, part, statement))
        for part in (Span(seen.start, begin), Span(begin, end), Span(end, seen.end))
    )
    if len(within) > FIRST + LAST:
        within = within[:FIRST] + within[-LAST:]
    behind = behind[: min(AFTER, MOST - 2 - len(within))]
    room = MOST - 2 - len(within) - len(behind)
    return [CLS, *before[max(len(before) - room, 0) :], *within, *behind, SEP]


def _encoded(tokenizer: Tokenizer, text: str, part: Span, statement: Marked) -> Iterator[int]:
    """Ids of a part of the text, with marks where spans that lie in it begin and end, and where paragraphs do."""
    marks: defaultdict[int, list[int]] = defaultdict(list)
    spans = [(kind, span) for kind, of_kind in zip((SOURCE, CUE, CONTENT), statement, strict=True) for span in of_kind]
    inside = [(kind, span) for kind, span in spans if part.start <= span.start and span.end <= part.end]
    for kind, span in inside:
        marks[span.end].append(kind + 1)
    for kind, span in inside:
        marks[span.start].append(kind)
    cuts = sorted({part.start, part.end, *marks})
    for here, following in pairwise([*cuts, part.end]):
        yield from marks[here]
        for number, paragraph in enumerate(_BREAK.split(text[here:following])):
            if number:
                yield PARAGRAPH
            yield from tokenizer.encode(paragraph, add_special_tokens=False).ids
