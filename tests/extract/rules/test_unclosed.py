"""Quotations without a closing mark."""

import pytest

from claimtrack.domain.spans import Span
from claimtrack.extract.quotes import quotations_of
from claimtrack.extract.rules.quoted import quoted_ranges
from claimtrack.extract.rules.unclosed import close_at, is_continued
from claimtrack.extract.rules.verbs import verb_candidates
from tests.extract.build import parsed

UNCLOSED = """
“     ``  punct 8
We    PRP nsubj 3
know  VBP ccomp 6
,     ,   punct 6
Kirby NNP nsubj 6
said  VBD ROOT  6 say
again RB  advmod 6
.     .   punct 6
"""

PLAIN = """
Talks  NNS nsubj 2
failed VBD ROOT  2
.      .   punct 2
"""

CLOSED = """
“     `` punct 3
We    PRP nsubj 3
know  VBP ROOT 3
.     .   punct 3
”     ''  punct 3
"""


def test_it_ends_where_the_content_of_the_cue_after_it_ends() -> None:
    document = parsed(UNCLOSED)
    (where,) = document.paragraphs
    (opened,) = quotations_of(document.text, Span(where.start, where.end))
    found = list(verb_candidates(where.doc[5]))
    closed = close_at(where, opened, quoted_ranges(where, [opened])[0], found)
    assert document.text[closed.outer.start : closed.outer.end] == "“We know"


def test_it_stays_where_no_cue_follows() -> None:
    document = parsed(UNCLOSED)
    (where,) = document.paragraphs
    (opened,) = quotations_of(document.text, Span(where.start, where.end))
    assert close_at(where, opened, quoted_ranges(where, [opened])[0], []) == opened


@pytest.mark.parametrize(("following", "expected"), [((CLOSED,), True), ((PLAIN,), False), ((), False)])
def test_it_goes_on_where_the_next_paragraph_opens_with_a_quotation(following: tuple[str, ...], expected: bool) -> None:
    document = parsed(UNCLOSED, *following)
    assert is_continued(document, document.paragraphs[0]) is expected
