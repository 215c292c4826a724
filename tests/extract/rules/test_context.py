"""Features around a cue."""

import pytest

from claimtrack.extract.rules.context import features
from claimtrack.extract.rules.frames import Candidate
from claimtrack.extract.rules.quoted import quoted_candidates
from claimtrack.extract.rules.verbs import verb_candidates
from tests.extract.rules import sentences
from tests.extract.rules.sentences import paragraph, quoted_in

WOULD_NOT_SAY = """
Kirby NNP nsubj 4 - PERSON
would MD  aux   4
not   RB  neg   4
say   VB  ROOT  4
that  IN  mark  7
it    PRP nsubj 7
ended VBD ccomp 4 end
.     .   punct 4
"""

THEY_DENIED = """
They    PRP nsubj 4
have    VBP aux   4
also    RB  advmod 4
denied  VBN ROOT  4 deny
such    JJ  amod  6
reports NNS dobj  4 report
.       .   punct 4
"""

DENIED_HIM = """
Moscow NNP nsubj 2 - GPE
denied VBD ROOT  2 deny
him    PRP dobj  2
.      .   punct 2
"""


def _features(table: str, verb: str) -> list[str]:
    where = paragraph(table)
    quoted = quoted_in(where)
    found = _candidate(table, verb)
    return list(features(found, quoted))


def _candidate(table: str, verb: str) -> Candidate:
    where = paragraph(table)
    return next(found for token in where.doc if token.text == verb for found in verb_candidates(token))


FEATURES = {
    "a named source": (WOULD_NOT_SAY, "say", "source:person:plain"),
    "a pronoun as source": (THEY_DENIED, "denied", "source:he:plain"),
    "no source": (sentences.ANNOUNCED, "announced", "source:none:plain"),
    "a negation": (WOULD_NOT_SAY, "say", "cue:negated"),
    "a modal": (WOULD_NOT_SAY, "say", "cue:modal:would"),
    "a perfect": (THEY_DENIED, "denied", "cue:perfect"),
    "the cue's form": (THEY_DENIED, "denied", "form:VBN:ROOT"),
    "a leading that": (WOULD_NOT_SAY, "say", "content:that"),
    "the length, by powers of two": (WOULD_NOT_SAY, "say", "length:2"),
    "the complements of the cue": (WOULD_NOT_SAY, "say", "takes:clause:ccomp"),
    "an object that somebody claims": (THEY_DENIED, "denied", "denied:claim"),
    "an object that is a person": (DENIED_HIM, "denied", "denied:withheld"),
    "a content that comes first": (sentences.CLAUSE_FIRST, "said", "order:content-first"),
    "a cue inside a quotation": (sentences.INVERTED, "know", "frame:object:quoted"),
}


@pytest.mark.parametrize(("table", "verb", "feature"), FEATURES.values(), ids=FEATURES)
def test_a_feature_tells(table: str, verb: str, feature: str) -> None:
    assert feature in _features(table, verb)


def test_each_feature_comes_once() -> None:
    for name in (name for name in dir(sentences) if name.isupper()):
        where = paragraph(getattr(sentences, name))
        quoted = quoted_in(where)
        for found in quoted_candidates(where, quoted):
            names = list(features(found, quoted))
            assert len(names) == len(set(names)), name
