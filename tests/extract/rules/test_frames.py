"""Frames: candidates as values, and the examples of the documentation."""

import re
from pathlib import Path

import pytest

from claimtrack.extract.rules.candidates import candidates
from claimtrack.extract.rules.finder import spans_of
from claimtrack.extract.rules.frames import Candidate, Frame
from claimtrack.extract.rules.verbs import verb_candidates
from tests.extract.reading import parsed
from tests.extract.rules.sentences import SAID_THAT, cut, quoted_in, word

PAGE = Path(__file__).parents[3] / "docs" / "extraction.md"
ROW = re.compile(r"^\| `([\w:]+)` \| (.*[_*\[].*) \|$", re.MULTILINE)
MARKS = re.compile(r"_([^_]+)_|\*\*([^*]+)\*\*|\[([^\]]+)\]")
EXAMPLES = dict(ROW.findall(PAGE.read_text(encoding="utf-8")))


def _roles(example: str) -> tuple[list[str], list[str], list[str]]:
    """The marked words of an example: source, cue and content."""
    source, cue, content = ([words for words in role if words] for role in zip(*MARKS.findall(example), strict=True))
    return source, cue, content


def _candidates(text: str, frame: str) -> list[tuple[list[str], list[str], list[str]]]:
    (where,) = parsed(text).paragraphs
    return [_words(found) for found in candidates(where, quoted_in(where)) if found.frame == frame]


def _words(found: Candidate) -> tuple[list[str], list[str], list[str]]:
    text = found.head.doc.text
    (where,) = parsed(text).paragraphs
    source, cue, content = (
        [text[start:end] for start, end in spans_of(where, ranges, frozenset(",.") - {found.key})]
        for ranges in (found.source, found.cue, found.content)
    )
    return source, cue, content


@pytest.mark.parametrize(("frame", "example"), EXAMPLES.items(), ids=EXAMPLES)
def test_the_documented_example_has_its_frame(frame: str, example: str) -> None:
    text = MARKS.sub(lambda match: match[1] or match[2] or match[3], example)
    assert _roles(example) in _candidates(text, frame)


def test_every_frame_is_documented() -> None:
    documented = {frame.partition(":")[0] for frame in EXAMPLES}
    assert {frame.value for frame in Frame} | {"adj", "adverb", "colon", "noun", "phrase"} == documented


def test_another_content_leaves_the_candidate_as_it_was() -> None:
    (found,) = verb_candidates(word(SAID_THAT, "said"))
    other = found.with_content([(3, 4)])
    assert (cut(found.head.doc, found.content), cut(found.head.doc, other.content)) == ("that talks failed", "talks")
