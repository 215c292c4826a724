"""What goes into the model and what comes out: texts with their quotations, attributions with their offsets.

Nothing heavy is imported here, so that whoever only hands these over does not wait for the network.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import AttributionType

__all__ = ["Passage", "Quoted", "Tagged"]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: with its marks, without them, and whether these are single ones."""

    outer: Span
    inner: Span
    single: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to be read: its paragraphs and quotations, both in order and apart."""

    text: str
    paragraphs: Sequence[Span]
    quoted: Sequence[Quoted]


@dataclass(frozen=True, slots=True)
class Tagged:
    """An attribution as the model finds it: offsets into the text, type, and how sure it is."""

    source: Spans
    cue: Spans
    content: Spans
    type: AttributionType
    confidence: float
