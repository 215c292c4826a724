"""A statement amid its text: what has to be seen of it to tell what it means."""

import re
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
LEAD = 200
"""How many characters of what a text begins with, its headline first: they tell what all of it is about."""


class Placed(NamedTuple):
    """A statement's own words, and what stands around them."""

    text: str
    own: Spans
    """Where in the text its own words are."""
    contexts: tuple[str, ...] = ()
    """What it answers, and what answers it, in their own words."""
    lead: str = ""
    """The headline and what the text begins with, as far as that does not stand around its own words."""


def placed(text: str, own: Sequence[Span], contexts: Sequence[str] = (), title: str | None = None) -> Placed:
    """The statement whose own words are at these places of a text, one at least, with so much of this as is read.

    ``title`` is the text's headline, which need not stand in it.
    """
    begin = min(span.start for span in own)
    most = begin + LONGEST
    kept = [Span(start, min(end, most)) for start, end in sorted(own) if start < most]
    behind = BEHIND if max(span.end for span in own) <= most else 0
    start, end = words_around(text, Span(begin, kept[-1].end), BEFORE, behind)
    told = [context[:CONTEXT] for context in contexts if context.strip()]
    return Placed(text[start:end], shift(kept, -start), tuple(told[:CONTEXTS]), _lead(title or "", text, start))


def _lead(title: str, text: str, end: int) -> str:
    """The headline, unless the text itself begins with it, and the text before a place: so much as is read."""
    headline = "" if text.startswith(title) else f"{title[: LEAD + 1]}\n"
    told = f"{headline}{text[: min(end, LEAD + 1)]}".strip()
    return told if len(told) <= LEAD else re.sub(r"\S*\Z", "", told[: LEAD + 1]).rstrip()
