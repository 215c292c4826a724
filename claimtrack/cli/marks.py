"""A statement marked in its paragraph: styled on a terminal, in brackets elsewhere."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.domain.characters import escape_steering
from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import SpanRole

__all__ = ["STYLES", "Run", "bracketed", "marked_runs"]

STYLES = {SpanRole.SOURCE: "bold cyan", SpanRole.CUE: "bold yellow", SpanRole.CONTENT: "green"}


class Run(NamedTuple):
    """Neighboring characters of one role, harmless to print."""

    text: str
    role: SpanRole | None


def marked_runs(text: str, source: Spans, cue: Spans, content: Spans) -> Iterator[Run]:
    """The text in pieces of one role each; where spans overlap, the cue shows, or else the source."""
    roles: list[SpanRole | None] = [None] * len(text)
    for role, spans in ((SpanRole.CONTENT, content), (SpanRole.SOURCE, source), (SpanRole.CUE, cue)):
        for start, end in spans:
            roles[start:end] = [role] * len(roles[start:end])
    for found, group in itertools.groupby(range(len(text)), key=roles.__getitem__):
        places = list(group)
        yield Run(escape_steering(text[places[0] : places[-1] + 1]), found)


def bracketed(runs: Iterator[Run]) -> str:
    """The runs as plain text: ``[source: Ushakov] [cue: declared]``."""
    return "".join(f"[{role.value}: {text}]" if role else text for text, role in runs)
