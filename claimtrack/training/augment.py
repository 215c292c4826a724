"""Other spellings of the same article, for training: the news of the corpus is not the news to come.

Quotation marks are set in another style, names that speakers have are exchanged for others or made up, and "said" gives
way to verbs that take the same place. Spans move with the text.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.spans import Span
from claimtrack.extract.parsed import paragraph_spans
from claimtrack.extract.quotes import quotations

__all__ = ["Names", "replaced", "restyled", "rewritten"]

STYLES = (('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ("'", "'"))
WEIGHTS = (4, 4, 2, 1, 1, 2)
OTHER_VERBS = {
    "said": "added admitted affirmed argued asserted claimed commented conceded contended declared disclosed "
    "emphasized explained insisted maintained mentioned noted observed recalled recounted reiterated remarked "
    "repeated replied reported responded revealed stated stressed warned wrote",
    "says": "adds admits affirms argues asserts claims comments concedes contends declares explains insists maintains "
    "notes observes recalls recounts remarks repeats replies reports states stresses warns writes",
}
_WORD = re.compile(r"[^\W\d_]+")
_OPENINGS = "b br d dr f g gr h j k l m n p r s st t v w z"
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
_CLOSINGS = ("", "l", "n", "r", "s", "ck", "nd", "rt", "m", "v")


class Names:
    """The names of a corpus: words that speakers are called by, and that are hardly ever written small."""

    def __init__(self, rows: Iterable[JsonObject], least: int = 3) -> None:
        sources: Counter[str] = Counter()
        small: Counter[str] = Counter()
        for row in rows:
            small.update(word for word in _WORD.findall(row["text"]) if word.islower())
            for statement in row["statements"]:
                for start, end in statement.get("source") or ():
                    sources.update(word for word in _WORD.findall(row["text"][start:end]) if _is_title(word))
        self._names = sorted(w for w, n in sources.items() if n >= least and 10 * small[w.lower()] < n and len(w) > 2)
        self._known = frozenset(self._names)

    def edits(self, text: str, draw: random.Random) -> list[tuple[Span, str]]:
        """Every name of the text with another one for it, the same for the same."""
        other: dict[str, str] = {}
        edits = []
        for match in _WORD.finditer(text):
            if match[0] in self._known:
                if match[0] not in other:
                    known = draw.choice(self._names)
                    other[match[0]] = _made_up(draw) if known == match[0] or draw.random() < 0.5 else known
                edits.append((Span(*match.span()), other[match[0]]))
        return edits


def rewritten(row: JsonObject, names: Names, draw: random.Random, share: float) -> JsonObject:
    """An article with each of the three changes made or not, each with the probability ``share``."""
    changed = row
    if draw.random() < share:
        changed = {**changed, "text": restyled(changed["text"], draw)}
    if draw.random() < share:
        changed = replaced(changed, names.edits(changed["text"], draw))
    if draw.random() < share:
        changed = replaced(changed, _verbs(changed, draw))
    return changed


def restyled(text: str, draw: random.Random) -> str:
    """The text with its double quotation marks in another style; every character stays where it is."""
    left, right = draw.choices(STYLES, WEIGHTS)[0]
    letters = list(text)
    for quotation in quotations(text, paragraph_spans(text)):
        opening = Span(quotation.outer.start, quotation.inner.start)
        closing = Span(quotation.inner.end, quotation.outer.end)
        for mark, symbol in ((opening, left), (closing, right)):
            if not quotation.single and mark.end - mark.start == 1:
                letters[mark.start] = symbol
    return "".join(letters)


def replaced(row: JsonObject, edits: Sequence[tuple[Span, str]]) -> JsonObject:
    """The article with words replaced, its spans moved along; edits are in order, no span ends inside one."""
    parts: list[str] = []
    at = 0
    for (start, end), new in edits:
        parts += [row["text"][at:start], new]
        at = end
    text = "".join([*parts, row["text"][at:]])
    moves = [(end, len(new) - (end - start)) for (start, end), new in edits]
    statements = [
        {key: _moved(value, moves) if key in {"source", "cue", "content"} else value for key, value in each.items()}
        for each in row["statements"]
    ]
    return {**row, "text": text, "statements": statements}


def _moved(spans: list[list[int]] | None, moves: Sequence[tuple[int, int]]) -> list[list[int]]:
    def moved(offset: int) -> int:
        return offset + sum(by for end, by in moves if end <= offset)

    return [[moved(start), moved(end)] for start, end in spans or ()]


def _verbs(row: JsonObject, draw: random.Random) -> list[tuple[Span, str]]:
    """Half of the cues "said" and "says", each with another verb."""
    cues = {Span(*span) for statement in row["statements"] for span in statement.get("cue") or ()}
    edits = []
    for span in sorted(cues):
        word = row["text"][span.start : span.end]
        if word in OTHER_VERBS and draw.random() < 0.5:
            edits.append((span, draw.choice(OTHER_VERBS[word].split())))
    return edits


def _made_up(draw: random.Random) -> str:
    """A name that nobody has: two or three syllables."""
    syllables = draw.choice((2, 2, 3))
    parts = [draw.choice(_OPENINGS.split()) + draw.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + draw.choice(_CLOSINGS)).capitalize()


def _is_title(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()
