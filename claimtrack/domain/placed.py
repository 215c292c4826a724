"""A statement amid its text: what has to be seen of it to tell what it means."""

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.domain.spans import Span, Spans, shift, words_around

__all__ = ["Placed", "placed"]

BEFORE, BEHIND = 160, 60
"""How many characters around a statement's own words are read at most."""
LONGEST = 1_200
"""How many characters from where these begin: more than any reader takes in."""
CONTEXTS, CONTEXT = 3, 300
"""How many of the others, and how many characters of each."""


class Placed(NamedTuple):
    """A statement's own words, and what stands around them."""

    text: str
    own: Spans
    """Where in the text its own words are."""
    contexts: tuple[str, ...] = ()
    """What it answers, and what answers it, in their own words."""


def placed(text: str, own: Sequence[Span], contexts: Sequence[str] = ()) -> Placed:
    """The statement whose own words are at these places of a text, one at least, with so much of this as is read."""
    begin = min(span.start for span in own)
    most = begin + LONGEST
    kept = [Span(start, min(end, most)) for start, end in sorted(own) if start < most]
    behind = BEHIND if max(span.end for span in own) <= most else 0
    start, end = words_around(text, Span(begin, kept[-1].end), BEFORE, behind)
    told = [context[:CONTEXT] for context in contexts if context.strip()]
    return Placed(text[start:end], shift(kept, -start), tuple(told[:CONTEXTS]))
