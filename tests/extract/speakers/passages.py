"""Own-written passages with their attributions marked in place, parsed by the real pipeline."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.speakers import name_speakers

_MARK = re.compile(r"([sqc])(\d)\[|\]")


@dataclass
class Passage:
    """A text without its marks, and the spans that they marked, by number of the attribution and role."""

    text: str = ""
    spans: dict[int, dict[str, list[Span]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def attributions(self) -> list[Attribution]:
        """The marked attributions in the order of their numbers."""
        return [
            Attribution(f"s{number}", tuple(roles["s"]), tuple(roles["q"]), tuple(roles["c"]))
            for number, roles in sorted(self.spans.items())
        ]


def read(marked: str) -> Passage:
    """``s1[He] q1[said] c1[that s2[she] left]``: source, cue and content of attributions 1 and 2."""
    passage, opened, end = Passage(), [], 0
    for mark in _MARK.finditer(marked):
        passage.text += marked[end : mark.start()]
        end = mark.end()
        if mark.group(1):
            opened.append((mark.group(1), int(mark.group(2)), len(passage.text)))
        else:
            role, number, start = opened.pop()
            passage.spans[number][role].append(Span(start, len(passage.text)))
    passage.text += marked[end:]
    return passage


def parsed(text: str, author: str | None = None) -> ParsedDocument:
    """A text parsed by the real pipeline."""
    return next(iter(parse([Document("passage", text, author=author)], load_language())))


def answered(marked: str, author: str | None = None) -> list[Attribution]:
    """The marked attributions of a passage with their speakers named."""
    passage = read(marked)
    return name_speakers(parsed(passage.text, author), passage.attributions())


def names(marked: str) -> list[str]:
    """The names of the speakers of a passage's last attribution."""
    return [speaker.name for speaker in answered(marked)[-1].speakers]
