"""Idioms of several words."""

import re

import pytest

from claimtrack.extract.lexicons import phrases
from claimtrack.extract.rules.idioms import idiom_at, idiom_candidates
from tests.extract.reading import parsed as read
from tests.extract.rules.sentences import paragraph, quoted_in

KEPT_MUM = """
Klow  NNP nsubj 2
kept  VBD ROOT  2 keep
mum   JJ  acomp 2
about IN  prep  3
fines NNS pobj  4 fine
.     .   punct 2
"""

OWNED_UP = """
Klow  NNP nsubj 2
owned VBD ROOT  2 own
up    RP  prt   2
.     .   punct 2
"""

WOULD_NOT_BE_DRAWN = """
Klow  NNP nsubjpass 5
would MD  aux       5
not   RB  neg       5
be    VB  auxpass   5
drawn VBN ROOT      5 draw
.     .   punct     5
"""

MAY_PLEAD_GUILTY = """
Klow   NNP nsubj 3
may    MD  aux   3
plead  VB  ROOT  3
guilty JJ  acomp 3
.      .   punct 3
"""

DEMURRED = """
Klow     NNP nsubj 2
demurred VBD ROOT  2 demur
.        .   punct 2
"""

REFUSED_TO_COME_CLEAN = """
Klow    NNP nsubj 2
refused VBD ROOT  2 refuse
to      TO  aux   4
come    VB  xcomp 2
clean   JJ  acomp 4
.       .   punct 2
"""


def _found(table: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of the idioms of a sentence."""
    where = paragraph(table)
    return [
        tuple(" … ".join(where.doc[a:b].text for a, b in piece) for piece in (each.source, each.cue, each.content))
        for each in idiom_candidates(where, quoted_in(where))
    ]


FOUND = {
    "what it is about is its content": (KEPT_MUM, [("Klow", "kept mum about", "fines")]),
    "else its own words are": (OWNED_UP, [("Klow", "owned", "up")]),
    "a passive with its negation": (WOULD_NOT_BE_DRAWN, [("Klow", "would not be", "drawn")]),
    "nothing without a content": (DEMURRED, []),
    "nothing that may come": (MAY_PLEAD_GUILTY, []),
    "nothing that is refused": (REFUSED_TO_COME_CLEAN, []),
}


@pytest.mark.parametrize(("table", "expected"), FOUND.values(), ids=FOUND)
def test_an_idiom_is_found(table: str, expected: list[tuple[str, str, str]]) -> None:
    assert _found(table) == expected


STANCES = {
    "Her office issued a flat denial.": "denies",
    "Keller maintains his innocence.": "denies",
    "Keller has pleaded not guilty.": "denies",
    "Keller poured cold water on talk of a sale.": "denies",
    "Keller came clean about the loan.": "confirms",
    "Keller pleaded guilty to fraud.": "confirms",
    "Keller conceded as much on Monday.": "confirms",
    "Keller was tight-lipped about the plan.": "declines",
    "Keller chose to say nothing about the plan.": "declines",
    "Keller was giving nothing away.": "declines",
    "Keller did not wish to comment.": "declines",
    "The firm referred all questions to its lawyers.": "declines",
    "Keller took the fifth.": "declines",
    "Keller kept a dog.": None,
    "Keller gave a talk.": None,
    "Keller was less coy.": None,
}


@pytest.mark.parametrize(("text", "stance"), STANCES.items(), ids=STANCES)
def test_an_idiom_tells_a_stance(text: str, stance: str | None) -> None:
    found = [idiom for token in read(text).paragraphs[0].doc if (idiom := idiom_at(token))]
    assert [idiom.stance.value for idiom in found] == ([stance] if stance else [])


@pytest.mark.parametrize("stance", ["denies", "confirms", "declines"])
def test_each_pattern_is_a_regular_expression(stance: str) -> None:
    assert all(re.compile(pattern) for pattern in phrases("idioms", stance, "patterns"))
