"""What is known while the speakers of one document are being named."""

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution, Speaker
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import Resolution
from claimtrack.extract.parsed import Paragraph, ParsedDocument
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.register import Register

__all__ = ["SUBJECTS", "Answer", "Heard", "Scene"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One speaker of one source: who it is, and the role that this source gives, if any."""

    entity: Entity
    found_by: Resolution
    role: str | None = None

    def speaker(self) -> Speaker:
        """The speaker as the attribution stores it."""
        return self.entity.speaker(self.role, self.found_by)


@dataclass(frozen=True, slots=True)
class Heard:
    """A source that has been answered: where it begins, and by whom."""

    start: int
    answers: tuple[Answer, ...]


@dataclass
class Scene:
    """A document, its names, its attributions, and the speakers found so far."""

    parsed: ParsedDocument
    register: Register
    attributions: Sequence[Attribution]
    answers: dict[int, tuple[Answer, ...]] = field(default_factory=dict)
    """By index of the attribution."""
    heard: list[Heard] = field(default_factory=list)
    """In the order of the text."""

    def hear(self, start: int, answers: tuple[Answer, ...]) -> None:
        """Remember an answered source."""
        if answers:
            bisect.insort(self.heard, Heard(start, answers), key=lambda heard: heard.start)

    def heard_before(self, offset: int) -> list[Heard]:
        """The answered sources that begin before an offset."""
        return self.heard[: bisect.bisect_left(self.heard, offset, key=lambda heard: heard.start)]

    def enclosing(self, index: int, spans: Sequence[Span]) -> int | None:
        """The attribution with the smallest piece of content that holds the spans' beginning."""
        start = spans[0].start
        pieces, longest = self._pieces
        first = bisect.bisect_left(pieces, (start - longest,))
        around = pieces[first : bisect.bisect_left(pieces, (start + 1,))]
        best = min(
            (
                (end - begin, i)
                for begin, end, i in around
                if i != index and start < end and self.attributions[i].source != spans
            ),
            default=None,
        )
        return best[1] if best else None

    def inside_content(self, offset: int) -> list[Span]:
        """The pieces of content that hold an offset."""
        pieces = self._contents[: bisect.bisect_right(self._contents, (offset, 1 << 62))]
        return [piece for piece in pieces if offset < piece.end]

    @cached_property
    def nouns(self) -> Mapping[str, list[tuple[int, int, Token]]]:
        """Where each noun stands, by its lower case: offset, paragraph and token, in the order of the text."""
        found: dict[str, list[tuple[int, int, Token]]] = {}
        for paragraph in self.parsed.paragraphs:
            for token in paragraph.doc:
                if token.tag_ in _NOUNS:
                    place = (paragraph.start + token.idx, paragraph.index, token)
                    found.setdefault(token.lower_, []).append(place)
        return found

    @cached_property
    def subjects(self) -> list[tuple[int, int, Token]]:
        """The common nouns that are subjects: offset, paragraph and token, in the order of the text."""
        every = (place for places in self.nouns.values() for place in places)
        return sorted(
            (place for place in every if place[2].dep_ in SUBJECTS and place[2].tag_ in ("NN", "NNS")),
            key=lambda place: place[0],
        )

    @cached_property
    def _pieces(self) -> tuple[list[tuple[int, int, int]], int]:
        """Start, end and attribution of each piece of content, in order; and the longest piece's length."""
        pieces = sorted((*piece, i) for i, each in enumerate(self.attributions) for piece in each.content)
        return pieces, max((end - start for start, end, _ in pieces), default=0)

    @cached_property
    def _contents(self) -> list[Span]:
        return sorted({piece for attribution in self.attributions for piece in attribution.content})

    @cached_property
    def _sentences(self) -> list[int]:
        return [p.start + s.start_char for p in self.parsed.paragraphs for s in p.doc.sents]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds an offset, counted over the document."""
        return bisect.bisect_right(self._sentences, offset) - 1

    def quoted(self, paragraph: Paragraph, token: Token) -> bool:
        """Whether an odd number of quotation marks stands before a token in its paragraph."""
        before = self.parsed.text[paragraph.start : paragraph.start + token.idx]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1
