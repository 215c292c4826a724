"""Verbs that tell a denial or a confirmation by themselves."""

import pytest

from claimtrack.extract.rules.told import relative_candidates, tells
from claimtrack.extract.rules.verbs import verb_candidates
from tests.extract.rules.sentences import paragraph, quoted_in

THEY_DENIED = """
They    PRP nsubj  4
have    VBP aux    4
also    RB  advmod 4
denied  VBN ROOT   4 deny
such    JJ  amod   6
reports NNS dobj   4 report
.       .   punct  4
"""

DENIED_HIM = """
Moscow NNP nsubj 2 - GPE
denied VBD ROOT  2 deny
him    PRP dobj  2
.      .   punct 2
"""

DENIED_TO = """
Banks    NNS nsubj 2 bank
denied   VBD ROOT  2 deny
loans    NNS dobj  2 loan
to       IN  prep  2
teachers NNS pobj  4 teacher
.        .   punct 2
"""

WOULD_DENY = """
Kirby   NNP nsubj 3
would   MD  aux   3
deny    VB  ROOT  3
reports NNS dobj  3 report
.       .   punct 3
"""

REJECTED_AN_OFFER = """
Kirby    NNP nsubj 2
rejected VBD ROOT  2 reject
an       DT  det   4
offer    NN  dobj  2
.        .   punct 2
"""

REJECTED_A_CLAIM = REJECTED_AN_OFFER.replace("offer    NN", "claim    NN")

CONFIRMED_A_JUDGE = REJECTED_AN_OFFER.replace("rejected VBD ROOT  2 reject", "confirmed VBD ROOT 2 confirm").replace(
    "offer", "judge"
)

ADMITTED_A_MISTAKE = CONFIRMED_A_JUDGE.replace("confirmed VBD ROOT 2 confirm", "admitted VBD ROOT 2 admit").replace(
    "judge", "error"
)

CALLED_A_CLAIM_FALSE = """
Kirby  NNP nsubj 2
called VBD ROOT  2 call
the    DT  det   4
claim  NN  dobj  2
false  JJ  oprd  2
.      .   punct 2
"""

CALLED_A_PLAN_FALSE = CALLED_A_CLAIM_FALSE.replace("claim  NN", "plan   NN")

CALLED_A_CLAIM_FAIR = CALLED_A_CLAIM_FALSE.replace("false  JJ", "fair   JJ")

SAYS = """
Kirby NNP nsubj 2
said  VBD ROOT  2 say
this  DT  dobj  2
.     .   punct 2
"""

WHICH_HE_DENIED = """
Klow   NNP nsubj 2
said   VBD ROOT  2 say
he     PRP nsubj 4
lied   VBD ccomp 2 lie
,      ,   punct 4
which  WDT dobj  8
he     PRP nsubj 8
denied VBD relcl 4 deny
.      .   punct 2
"""

TELLS = {
    "a denial of something said": (THEY_DENIED, "denied", True),
    "a refusal to somebody": (DENIED_HIM, "denied", False),
    "a thing refused to people": (DENIED_TO, "denied", False),
    "a denial that may come": (WOULD_DENY, "deny", False),
    "a claim that is rejected": (REJECTED_A_CLAIM, "rejected", True),
    "an offer that is rejected": (REJECTED_AN_OFFER, "rejected", False),
    "an error admitted": (ADMITTED_A_MISTAKE, "admitted", True),
    "a judge confirmed": (CONFIRMED_A_JUDGE, "confirmed", False),
    "a claim called false": (CALLED_A_CLAIM_FALSE, "called", True),
    "a plan called false": (CALLED_A_PLAN_FALSE, "called", False),
    "a claim called fair": (CALLED_A_CLAIM_FAIR, "called", False),
    "another cue": (SAYS, "said", False),
}


@pytest.mark.parametrize(("table", "verb", "expected"), TELLS.values(), ids=TELLS)
def test_a_verb_tells_by_itself(table: str, verb: str, expected: bool) -> None:
    where = paragraph(table)
    found = [each for token in where.doc if token.text == verb for each in verb_candidates(token)]
    assert any(tells(each, quoted_in(where)) for each in found) is expected


def test_which_she_denied_takes_up_the_clause_before_it() -> None:
    where = paragraph(WHICH_HE_DENIED)
    (found,) = relative_candidates(where, quoted_in(where))
    assert [where.doc[start:end].text for start, end in found.content] == ["he lied"]
    assert where.doc[slice(*found.source[0])].text == "he"
