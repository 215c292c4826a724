"""Candidates as values."""

from claimtrack.extract.rules.verbs import verb_candidates
from tests.extract.rules.sentences import SAID_THAT, cut, word


def test_another_content_leaves_the_candidate_as_it_was() -> None:
    (found,) = verb_candidates(word(SAID_THAT, "said"))
    other = found.with_content([(3, 4)])
    assert (cut(found.head.doc, found.content), cut(found.head.doc, other.content)) == ("that talks failed", "talks")
