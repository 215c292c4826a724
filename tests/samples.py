"""Documents and attributions for tests, made from plain words: spans are looked up in the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimtrack.domain.attribution import UNDATED, Attribution, Speaker, StatementDate
from claimtrack.domain.document import Document
from claimtrack.domain.keys import statement_key
from claimtrack.domain.run import RunSettings
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import DateBasis, Granularity, SpeakerKind, SpeechKind, Stance

__all__ = ["KIRBY", "RUN", "Annotator", "Saying", "attribution", "document"]

RUN = RunSettings("1.0", "test-model", "1", {"extractor": "words"})
KIRBY = Speaker("John Kirby", SpeakerKind.PERSON, "spokesperson", "White House")


def document(text: str, name: str = "article", **fields: Any) -> Document:
    """A document of 18 June 2024 unless ``published`` says otherwise."""
    known: dict[str, Any] = {"published": date(2024, 6, 18), **fields}
    return Document(name, text, **known)


def attribution(of: Document, source: str, cue: str, content: str, **fields: Any) -> Attribution:
    """An attribution of words that stand in the document's text; said by John Kirby if nothing else is given."""
    spans = [(_find(of.text, words),) if words else () for words in (source, cue, content)]
    day = of.published
    said = StatementDate(day, day, Granularity.DAY, DateBasis.PUBLICATION) if day else UNDATED
    known: dict[str, Any] = {
        "id": statement_key(of.key, *spans),
        "kind": SpeechKind.INDIRECT,
        "stance": Stance.ASSERTS,
        "speakers": (KIRBY,),
        "date": said,
        **fields,
    }
    return Attribution(source=spans[0], cue=spans[1], content=spans[2], **known)


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@dataclass(frozen=True)
class Saying:
    """A document and what it attributes."""

    document: Document
    attributions: tuple[Attribution, ...]


class Annotator:
    """Stands where the extractor stands: gives each document the attributions that a test wants."""

    def __init__(self, *sayings: Saying) -> None:
        self._found = {each.document.key: each.attributions for each in sayings}
        self.asked: list[str] = []

    def __call__(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Sequence[Attribution]]]:
        """The documents with their attributions; remembers the ids that it was asked for."""
        for each in documents:
            self.asked.append(each.id)
            yield each, self._found.get(each.key, ())
