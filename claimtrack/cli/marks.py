"""A statement marked in its paragraph: styled on a terminal, in brackets elsewhere."""

import itertools
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.domain.characters import escape_steering
from claimtrack.domain.spans import Spans
from claimtrack.domain.vocabulary import SpanRole

__all__ = ["Run", "marked_runs", "print_marked"]

_STYLES = {SpanRole.SOURCE: "bold cyan", SpanRole.CUE: "bold yellow", SpanRole.CONTENT: "green"}


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


def print_marked(runs: Iterable[Run]) -> None:
    """Print the runs: colored on a terminal, elsewhere as in ``[source: Ushakov] [cue: declared]``."""
    if not sys.stdout.isatty():
        sys.stdout.write("".join(f"[{role}: {text}]" if role else text for text, role in runs) + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    styled = ((text, _STYLES[role] if role else "") for text, role in runs)
    Console(file=sys.stdout).print(Text.assemble(*styled))
