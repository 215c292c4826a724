"""Character spans: half-open ``[start, end)`` offsets into a document's text, exactly as stored."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

__all__ = ["Span", "Spans", "cut", "hull", "lines_around", "overlap", "shift", "size", "words_around"]

_BREAKS = "\r\n\v\f\x85\u2028\u2029"


class Span(NamedTuple):
    """A half-open range of characters (Unicode code points)."""

    start: int
    end: int


Spans: TypeAlias = tuple[Span, ...]
"""Sorted pieces that do not overlap; empty where an attribution lacks the role."""


def cut(text: str, spans: Iterable[Span], joint: str = " … ") -> str:
    """The words that the spans cover, pieces joined by ``joint``."""
    return joint.join(text[start:end] for start, end in spans)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all pieces; raises ValueError where there is none."""
    pieces = list(spans)
    return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))


def overlap(left: Iterable[Span], right: Iterable[Span]) -> bool:
    """Whether any piece of one shares a character with any piece of the other."""
    others = list(right)
    return any(a.start < b.end and b.start < a.end for a in left for b in others)


def shift(spans: Iterable[Span], by: int) -> Spans:
    """The spans moved by a number of characters."""
    return tuple(Span(start + by, end + by) for start, end in spans)


def size(spans: Iterable[Span]) -> int:
    """How many characters the pieces cover together."""
    return sum(end - start for start, end in spans)


def lines_around(text: str, place: Span, margin: int) -> Span:
    """The lines that hold a place, from the first that it touches to the last, at most so much beside it."""
    start = max(max(text.rfind(mark, 0, place.start) for mark in _BREAKS) + 1, place.start - margin)
    ends = (text.find(mark, place.end) for mark in _BREAKS)
    end = min(min((end for end in ends if end >= 0), default=len(text)), place.end + margin)
    return Span(start, end)


def words_around(text: str, place: Span, before: int, behind: int) -> Span:
    """A place with what stands at most so many characters before and behind it, no word cut."""
    start, end = max(place.start - before, 0), min(place.end + behind, len(text))
    while 0 < start < place.start and not text[start - 1].isspace():
        start += 1
    while place.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)
